"""`alleged diff`: what a changed page says otherwise than before."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption


def diff(
    document: Annotated[str, typer.Argument(metavar="DOC", help="A document: as read, or by id.")],
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="[OTHER]",
            help="What to compare it with.",
            show_default="the version before it, or else the one after it",
        ),
    ] = None,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show what changed between two versions.

    It tells of words first and then of claims. Of a changed sentence, words that are gone stand in [- -] and
    words that are new in {+ +}. Claims are gone, new, or changed in their words or codes.

    \b
    alleged diff story.html
    alleged diff 9c41d2aa 3fa81c2e -f json
    """
    from alleged.cli.diffs import say_diff, view_changes
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.output import write
    from alleged.dossiers.diff import view_diff

    with open_to_view(ledger, as_of) as opened:
        found = view_diff(opened, document, other)
    write(view_changes(found), form)
    say_diff(found)
