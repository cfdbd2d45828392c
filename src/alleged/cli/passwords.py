"""`alleged passwords`: with which password the members of a team sign in."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from pathlib import Path
from typing import Annotated

import typer

HELP = """
Say with which passwords a team signs in.

They are for 'alleged serve --team', and stand in one file of yours, of which no password can be read. What a
person may see and do is said by 'alleged members', under the same name.

\b
alleged passwords set anna
alleged passwords list
alleged passwords remove anna
"""

passwords = typer.Typer(name="passwords", help=HELP, no_args_is_help=True, rich_markup_mode=None)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As the member is called.")]
UsersOption = Annotated[
    Path | None,
    typer.Option("--users", metavar="FILE", help="The file they stand in.", show_default="one of your own"),
]


@passwords.command("set")
def set_password(name: NameArgument, users: UsersOption = None) -> None:
    """Set somebody's password, in place of an earlier one.

    Asks for it twice; where standard input is no terminal, its first line is the password.

    \b
    alleged passwords set anna
    """
    from alleged.cli.messages import say
    from alleged.cli.secrets import ask_password
    from alleged.server.team.passwords import Passwords
    from alleged.settings import passwords_file

    Passwords(users or passwords_file()).set(name, ask_password())
    say(f"{name} signs in with this password from now on")


@passwords.command("remove")
def remove_password(name: NameArgument, users: UsersOption = None) -> None:
    """Let somebody sign in with a password no longer; who is signed in stays so until the server stops.

    \b
    alleged passwords remove anna
    """
    from alleged.cli.messages import say
    from alleged.server.team.passwords import Passwords
    from alleged.settings import passwords_file

    Passwords(users or passwords_file()).drop(name)
    say(f"{name} has no password any more")


@passwords.command("list")
def list_passwords(users: UsersOption = None) -> None:
    """List who has a password, one name a line.

    \b
    alleged passwords list
    """
    from alleged.cli.messages import say
    from alleged.dossiers.counting import tell_count
    from alleged.server.team.passwords import Passwords
    from alleged.settings import passwords_file

    names = Passwords(users or passwords_file()).names()
    for name in names:
        typer.echo(name)
    say(tell_count(len(names), "user"))
