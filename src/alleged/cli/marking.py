"""`alleged mark` and `alleged unmark`: for whose eyes a document of a shared ledger is."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_PATH, LedgerOption, check_label
from alleged.model.access import FOR_ALL

DocumentArgument = Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document: as read, or by id.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="For what reason, in your words.")]


def mark(
    document: DocumentArgument,
    label: Annotated[
        str,
        typer.Argument(metavar="LABEL", callback=check_label, help="TLP:AMBER, or a label of your own."),
    ],
    *,
    why: WhyOption,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Mark for whose eyes a document is.

    Members who are not cleared for that see neither it nor its claims, in no view, count or search. The
    last marking holds.

    \b
    alleged mark story.txt TLP:AMBER --why "the source asked for it"
    """
    from alleged.cli.markings import mark_document

    mark_document(ledger, (document, label), why)


def unmark(document: DocumentArgument, *, why: WhyOption, ledger: LedgerOption = DEFAULT_PATH) -> None:
    """Mark a document as for every member again (TLP:CLEAR).

    \b
    alleged unmark story.txt --why "it was published"
    """
    from alleged.cli.markings import mark_document

    mark_document(ledger, (document, FOR_ALL), why)
