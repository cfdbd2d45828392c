"""`alleged codebook`: the form of an incident database, filled by what claims say and coders decided."""
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


def codebook(  # noqa: PLR0913 - one parameter an option
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="[INCIDENT]",
            help="How an incident's id begins, or a claim's in it.",
        ),
    ] = None,
    *,
    book: Annotated[
        str, typer.Option("--form", metavar="NAME|FILE.toml", help="eurepoc, cfr, dcid, or one of your own.")
    ] = "eurepoc",
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Fill the form of an incident database.

    Every cell holds what claims propose, with who says so, how surely and in which words. Several answers are
    alternatives, and none is made the right one; a cell that no claim speaks of stays empty. What a coder
    decided, in the browser (alleged serve) or with 'alleged decide code', takes the place of proposals.

    \b
    alleged codebook
    alleged codebook 3fa8 --form cfr
    alleged codebook -f csv > incidents.csv
    """
    from alleged.cli.code_sheets import print_coded, print_list
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say
    from alleged.cli.output import View, write
    from alleged.dossiers.coded import begin_coding, code_incidents, order_incidents
    from alleged.dossiers.counting import tell_part
    from alleged.dossiers.forms import find_codebook
    from alleged.dossiers.incidents import get_incident
    from alleged.dossiers.overview import view_overview
    from alleged.exports.codebook import table_codebook
    from alleged.knowledge.store import open_knowledge

    chosen = find_codebook(book)
    with open_to_view(ledger, as_of) as opened:
        overview = view_overview(opened)
        every = (get_incident(overview, asked),) if asked else order_incidents(overview)
        shown = every[:limit]
        coded = code_incidents(begin_coding(opened, overview, chosen), shown, open_knowledge)
    printed = (lambda console: print_coded(console, coded[0], overview)) if asked else None
    write(
        View(
            table_codebook(chosen, coded, overview), printed or (lambda console: print_list(console, coded))
        ),
        form,
    )
    decided, cells = sum(each.decided for each in coded), len(coded) * len(chosen.variables)
    say(f"{tell_part(len(shown), len(every), 'incident')} · {tell_part(decided, cells, 'cell')} decided")
