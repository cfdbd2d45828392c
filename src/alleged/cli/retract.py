"""`alleged retract`: a flood out of every view in one step."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.decide import ByOption, OverOption, WhyOption
from alleged.cli.options import DEFAULT_PATH, LedgerOption


def retract(  # noqa: PLR0913 - one parameter an option
    *,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="All that this publisher put out.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="NAME|ID", help="One document: as read, or by id.")
    ] = None,
    why: WhyOption,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what it would take out.")] = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Take documents out of every view.

    They leave every count, too, in one step. Nothing is deleted: 'alleged documents --retracted' lists them,
    and 'alleged undo' brings them back. What a retracted publisher puts out is left out also when it is read
    later.

    \b
    alleged retract --publisher "Daily Echo" --dry-run --why "five copies of one false story"
    alleged retract --document story.txt --why "the paper took it back"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.settling import settle_retraction

    settle_retraction(ledger, (publisher, document), Said(why, by, over=over), dry_run=dry_run)
