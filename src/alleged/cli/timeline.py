"""`alleged timeline`: claims by the time of what they tell."""
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
from alleged.model.vocabulary import Kind


def timeline(  # noqa: PLR0913 - one parameter an option
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="ACTOR...", help="Who acts or is acted upon; several names are one set."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="What it is about.")] = None,
    document: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help="Where it stands: as read, or by id.")
    ] = None,
    undated: Annotated[bool, typer.Option("--undated", help="List the claims without a date, too.")] = False,
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show claims by the time at which it is said to have happened.

    A claim stands by the earliest day that its date allows, or by the end where the beginning is open; of one
    day, the shorter time first. When it was said and when it was published stands below. Lengths of time
    ("over a decade") and words that fix no date have their own lists, and claims without a time are counted:
    no date is made up for them. Records hold all of them.

    \b
    alleged timeline
    alleged timeline APT31 --kind operation
    alleged timeline APT31 Zirconium -f csv > timeline.csv
    """
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say
    from alleged.cli.output import Format, View, write
    from alleged.cli.times import print_timeline, say_timeline
    from alleged.dossiers.claims import find_document
    from alleged.dossiers.counting import tell_part
    from alleged.dossiers.timeline import Scope, Section, view_timeline
    from alleged.exports.timeline import table_timeline

    with open_to_view(ledger, as_of) as opened:
        place = document and find_document(opened, document)
        view = view_timeline(opened, Scope(tuple(names or ()), kind, place))
    wanted = undated or form is not Format.TABLE
    found = [moment for moment in view.moments if wanted or moment.section is not Section.UNDATED]
    shown = found[:limit]
    write(View(table_timeline(view, shown), lambda console: print_timeline(console, view, shown)), form)
    say_timeline(view)
    if len(shown) < len(found):
        say(f"{tell_part(len(shown), len(found), 'claim')} shown")
