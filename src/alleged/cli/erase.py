"""`alleged erase`: a person's name out of the ledger for ever."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.decide import WhyOption
from alleged.cli.options import DEFAULT_PATH, LedgerOption
from alleged.settings import DECIDER_VARIABLE


def erase(  # noqa: PLR0913 - one parameter an option
    name: Annotated[str, typer.Argument(help="The name, in any spelling.")],
    *,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="NAME", help="Another name of the same person.")
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="NAME|ID", help="Only from this document; may be repeated."),
    ] = None,
    why: WhyOption,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            "--who",
            metavar="NAME",
            envvar=DECIDER_VARIABLE,
            help="Who erases it.",
            show_default="your login name",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what it would touch.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")] = False,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Erase the name of a person for ever.

    Nothing takes this back. Every character of the name becomes a block, in texts, titles, names, notes and
    decisions; the archived bytes of the documents in which it stands are destroyed, and these documents are
    not read again. Case, accents, line breaks and signs within the name make no difference. What is left says
    who did it, when and why, and 'alleged verify' still holds. It tells first what it would touch, and asks.

    \b
    alleged erase "Jane Doe" --dry-run --why "she asked us to"
    alleged erase "Jane Doe" --also "Doe" --why "she asked us to"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.erasing import Asked, settle_erasure

    asked = Asked((name, *(also or ())), tuple(document or ()), dry_run=dry_run, yes=yes)
    settle_erasure(ledger, asked, Said(why, by))
