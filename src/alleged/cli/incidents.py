"""`alleged incidents` and `alleged incident`: what the documents together tell of one operation."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import (
    DEFAULT_FORMAT,
    DEFAULT_PATH,
    SIDE_BY_SIDE,
    AsOfOption,
    FormatOption,
    LedgerOption,
    LimitOption,
    MostOption,
)


def incidents(
    *,
    limit: LimitOption = None,
    most: MostOption = SIDE_BY_SIDE,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """List incidents: claims that seem to be about one operation.

    They are suggestions, across documents. Those that go back to most origins come first; documents under
    suspicion of a flood raise none of them.

    \b
    alleged incidents --limit 10
    alleged incidents -f csv > incidents.csv
    """
    from alleged.cli.briefs import print_briefs
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say, say_part
    from alleged.cli.output import View, write
    from alleged.dossiers.counting import tell_part
    from alleged.dossiers.incidents import view_incidents
    from alleged.dossiers.parts import take_newest
    from alleged.exports.incidents import table_incidents
    from alleged.knowledge.store import open_knowledge

    with open_to_view(ledger, as_of) as opened:
        part = take_newest(opened, most)
        found = view_incidents(part.ledger, open_knowledge)
    shown = found[:limit]
    write(View(table_incidents(shown), lambda console: print_briefs(console, shown)), form)
    say(f"{tell_part(len(shown), len(found), 'incident')}; alleged incident ID shows one")
    say_part(part)


def incident(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="The beginning of an incident's id, or of a claim's in it.")
    ],
    most: MostOption = SIDE_BY_SIDE,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show an incident: who is said to have done what.

    It tells who denies it, too. Every answer stands with those who give it, how surely, and by which claims.
    Several answers are a disagreement, and are not made one. At the end: why these claims are taken together,
    and how to undo it.

    \b
    alleged incident 3fa8
    alleged incident 3fa8 -f json
    """
    from alleged.cli.incident_sheets import print_incident
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say, say_part
    from alleged.cli.output import View, write
    from alleged.dossiers.counting import tell_part
    from alleged.dossiers.incidents import view_incident
    from alleged.dossiers.parts import take_asked
    from alleged.exports.incidents import table_incident
    from alleged.knowledge.store import open_knowledge

    with open_to_view(ledger, as_of) as opened:
        part = take_asked(opened, identity, most)
        view = view_incident(part.ledger, identity, open_knowledge)
    write(View(table_incident(view), lambda console: print_incident(console, view)), form)
    say(f"{tell_part(len(view.claims), part.claims.total, 'claim')} of the ledger about this incident")
    say_part(part)
