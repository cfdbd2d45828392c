"""`alleged documents`: every input, and what came of it."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption


def documents(
    *,
    retracted: Annotated[
        bool, typer.Option("--retracted", help="Show only what was retracted, which no other view shows.")
    ] = False,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """List every input, what came of it and what it goes back to.

    The oldest attempt comes first. A document that copies or cites another one adds no origin; records name
    the first documents (origins), what shows it (depends_on), and how the document is marked.

    \b
    alleged documents
    alleged documents --retracted
    alleged documents -f jsonl
    """
    from alleged.cli.inputs import view_documents
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say
    from alleged.cli.origins import say_floods
    from alleged.cli.output import write
    from alleged.dossiers.counting import tell_count, tell_origins
    from alleged.dossiers.origins import list_descents, view_lineage
    from alleged.exports.documents import Known
    from alleged.ledger.decided import Shown
    from alleged.resolve.origins import count_origins

    with open_to_view(ledger, as_of) as viewed:
        opened = viewed.showing(Shown.RETRACTED) if retracted else viewed
        inputs = opened.inputs()
        lineage, newer = view_lineage(opened), opened.effects().newer
        markings = {marking.document: marking.label for marking in opened.markings()}
    write(view_documents(inputs, Known(list_descents(lineage), newer, markings)), form)
    say(f"{tell_count(len(inputs), 'input')} · {tell_origins(count_origins(lineage))}")
    say_floods(lineage)
