"""`alleged alias`: who uses a name for whom, and where they disagree."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, FormatOption, LedgerOption


def alias(
    name: Annotated[str, typer.Argument(help="A name, however it is spaced, in any case.")],
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show who uses a name for whom, and where they disagree.

    Each authority says of its own entries what they are called; nothing is merged here. If there is a ledger,
    claims that bear the names are counted, and what people decided about the name is shown.

    \b
    alleged alias APT31
    alleged alias "Grizzly Steppe" -f json
    """
    from contextlib import closing
    from shlex import quote

    from alleged.cli.aliases import print_alias
    from alleged.cli.ledgers import open_if_there
    from alleged.cli.messages import say
    from alleged.cli.output import View, write
    from alleged.dossiers.aliases import view_alias
    from alleged.exports.alias import table_alias
    from alleged.knowledge.store import open_knowledge

    with closing(open_knowledge()) as known, open_if_there(ledger) as opened:
        view = view_alias(known, name, opened)
    write(View(table_alias(view), lambda console: print_alias(console, view)), form)
    counted = "" if view.usage else f"; no ledger at {ledger}, so no claims are counted"
    say(f"{len(view.listing)} of {len(view.authorities)} authorities list {name}{counted}")
    if authority := view.find_unambiguous():
        say(f"next: alleged actor {quote(name)} --authority {authority}")
