"""`alleged members`: who shares a ledger, as what, and what each may see."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, FormatOption, LedgerOption
from alleged.model.access import EVERYTHING, Role, read_label

HELP = """
Say who shares a ledger, and as what.

A ledger without members belongs to whoever opens it. From the first member on, only members see anything:
who you are is what 'alleged --as NAME' says, or the variable ALLEGED_USER, or your login name. A viewer
views; a coder also reads documents and decides; an editor also withdraws what others decided, retracts and
marks; an admin also says who the members are.

\b
alleged members add anna --role admin
alleged members add ben --role coder --cleared TLP:AMBER
alleged members list
alleged members remove ben
"""

members = typer.Typer(name="members", help=HELP, no_args_is_help=True, rich_markup_mode=None)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As the person is called with --as.")]


def check_labels(values: list[str] | None) -> list[str]:
    """Markings as they are kept, or * for all."""
    try:
        return [value if value == EVERYTHING else read_label(value) for value in values or ()]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


@members.command("add")
def add(
    name: NameArgument,
    *,
    role: Annotated[Role, typer.Option("--role", help="What the person may do.")],
    cleared: Annotated[
        list[str] | None,
        typer.Option(
            "--cleared",
            metavar="LABEL",
            callback=check_labels,
            help="What the person may see beside TLP:CLEAR: TLP:AMBER and what is below it, a label, or *.",
            show_default="* for an admin",
        ),
    ] = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Make somebody a member, or change what a member is.

    The first member is an admin who is cleared for everything, and one such always remains.

    \b
    alleged members add anna --role admin
    alleged members add ben --role coder --cleared TLP:AMBER --cleared "court files"
    """
    from alleged.cli.sharing import add_member

    add_member(ledger, name, (role, frozenset(cleared or ())))


@members.command("remove")
def remove(name: NameArgument, ledger: LedgerOption = DEFAULT_PATH) -> None:
    """Let somebody be a member no longer; what the person did stays.

    \b
    alleged members remove ben
    """
    from alleged.cli.sharing import remove_member

    remove_member(ledger, name)


@members.command("list")
def list_members(form: FormatOption = DEFAULT_FORMAT, ledger: LedgerOption = DEFAULT_PATH) -> None:
    """List the members; who is no admin sees only themselves.

    \b
    alleged members list
    """
    from alleged.cli.ledgers import open_to_decide
    from alleged.cli.messages import say
    from alleged.cli.output import write
    from alleged.cli.sharing import view_members
    from alleged.dossiers.counting import tell_count

    with open_to_decide(ledger) as opened:
        listed = opened.members()
    write(view_members(listed), form)
    say(tell_count(len(listed), "member"))
