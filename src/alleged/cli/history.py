"""`alleged history`: everything that happened to something, in order."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption


def history(
    asked: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a claim, a document or a decision, or how it begins.")
    ],
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show everything that happened to something.

    It may be a claim, a document, which may be named as it was read, or a decision. In order: by which reader
    and engine it was read and when, what other readings made of the same words, and what was decided about
    it, also what was replaced or taken back.

    \b
    alleged history 3fa81c2e
    alleged history story.txt
    alleged history 3fa81c2e -f json
    """
    from alleged.cli.histories import view_events
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say
    from alleged.cli.output import write
    from alleged.dossiers.counting import tell_count
    from alleged.dossiers.history import view_history

    with open_to_view(ledger, as_of) as opened:
        found = view_history(opened, asked)
    write(view_events(found), form)
    say(f"{tell_count(len(found.events), 'event')} of {found.thing.value} {found.id}")
