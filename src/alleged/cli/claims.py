"""`alleged claims`: the claims of the ledger."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import (
    DEFAULT_FORMAT,
    DEFAULT_PATH,
    AsOfOption,
    FormatOption,
    LedgerOption,
    LimitOption,
)
from alleged.model.vocabulary import Act, Kind, Stance


def claims(  # noqa: PLR0913 - one parameter an option
    *,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who says it.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Who is said to have done it.")] = None,
    target: Annotated[
        str | None, typer.Option(metavar="NAME", help="To whom it is said to have been done.")
    ] = None,
    stance: Annotated[Stance | None, typer.Option(help="How the speaker stands towards it.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="What it is about.")] = None,
    act: Annotated[Act | None, typer.Option(help="What was done, in one word.")] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of it.")] = None,
    document: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help="Where it stands: as read, or by id.")
    ] = None,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Show only what people rejected, which no other view shows.")
    ] = False,
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """List claims: who says, how surely, what.

    They stand under their documents. Every option narrows the list; names match whole or by whole words, in
    any case.

    \b
    alleged claims
    alleged claims --actor APT31 --stance denies
    alleged claims --search "trade secrets" -f csv > claims.csv
    """
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say
    from alleged.cli.output import View, write
    from alleged.cli.tables import print_claims
    from alleged.dossiers.claims import find_document, view_claims
    from alleged.dossiers.counting import tell_origins, tell_part
    from alleged.dossiers.origins import compare_texts
    from alleged.exports.claims import table_claims
    from alleged.ledger.decided import Shown
    from alleged.ledger.interface import ClaimQuery
    from alleged.resolve.origins import count_claim_origins

    with open_to_view(ledger, as_of) as viewed:
        opened = viewed.showing(Shown.REJECTED) if rejected else viewed
        place = document and find_document(opened, document)
        query = ClaimQuery(speaker, actor, target, stance, kind, act, search, place, limit)
        listing = view_claims(opened, query)
        total = listing.total or opened.claims(ClaimQuery(limit=0)).total
    write(View(table_claims(listing), lambda console: print_claims(console, listing)), form)
    told = tell_part(len(listing.claims), total, "claim")
    lineage = compare_texts(provenance.text for provenance in listing.provenance.values())
    count = count_claim_origins(lineage, listing.claims)
    say(f"{told} · {tell_origins(count)}" if listing.claims else told)
