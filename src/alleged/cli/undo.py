"""`alleged undo`: a decision taken back in one step."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.decide import ByOption
from alleged.cli.options import DEFAULT_PATH, LedgerOption

UNDONE = "undone"


def undo(
    decision: Annotated[
        str | None, typer.Argument(metavar="[DECISION]", help="Id of a decision, or how it begins.")
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be undone.")] = False,
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="For what reason.")] = UNDONE,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Take a decision back.

    It is your last one, or the one that you name, and it tells first what that is. Nothing is deleted: that
    you took it back is a decision like any other, and can be undone by its own id. Asked again, it goes back
    one more of your decisions.

    \b
    alleged undo
    alleged undo --dry-run
    alleged undo 5c0ffee1 --why "I misread it"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.settling import settle_undo

    settle_undo(ledger, decision, Said(why, by), dry_run=dry_run)
