"""`alleged actor`: what is said of a name, by whom, and who answers."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption

AuthorityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--authority",
        "-a",
        metavar="NAME",
        help="Look up what this authority lists as its other names, too; may be given several times.",
    ),
]


def actor(
    name: Annotated[str, typer.Argument(help="A name, whole or by whole words, in any case.")],
    authority: AuthorityOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show what is said of a name, and who denies it.

    Claims are put together speaker by speaker. Names are taken as they stand in the claims: two names of one
    group are two names here, unless an authority is chosen that lists both, or somebody decided that they are
    one ('alleged decide name'). Every claim shows the name that its own words use.

    \b
    alleged actor APT31
    alleged actor APT31 --authority misp-threat-actor
    alleged actor "Ministry of State Security" -f csv
    """
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say
    from alleged.cli.output import View, write
    from alleged.cli.subjects import print_subject
    from alleged.dossiers.actors import view_actor
    from alleged.dossiers.counting import tell_part
    from alleged.exports.subject import table_subject
    from alleged.knowledge.store import open_knowledge

    with open_to_view(ledger, as_of) as opened:
        view = view_actor(opened, open_knowledge, (name, tuple(authority or ())))
    write(View(table_subject(view), lambda console: print_subject(console, view)), form)
    say(f"{tell_part(len(view.subject.claims), view.subject.total, 'claim')} of the ledger about {name}")
