"""The `alleged` command: what it is made of, and how it ends."""

import errno
import os
import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from alleged import __version__
from alleged.cli.about import about
from alleged.cli.actors import actor
from alleged.cli.alias import alias
from alleged.cli.backup import backup, restore
from alleged.cli.changed import changed
from alleged.cli.claims import claims
from alleged.cli.codebook import codebook
from alleged.cli.decide import decide, decisions
from alleged.cli.diff import diff
from alleged.cli.doctor import doctor
from alleged.cli.documents import documents
from alleged.cli.erase import erase
from alleged.cli.extract import extract
from alleged.cli.history import history
from alleged.cli.incidents import incident, incidents
from alleged.cli.knowledge import knowledge
from alleged.cli.marking import mark, unmark
from alleged.cli.matrix import matrix
from alleged.cli.members import members
from alleged.cli.messages import SOME_FAILED, USAGE, fail
from alleged.cli.passwords import passwords
from alleged.cli.privacy import add_unmask
from alleged.cli.read import read
from alleged.cli.report import report
from alleged.cli.retract import retract
from alleged.cli.serve import serve
from alleged.cli.show import show
from alleged.cli.timeline import timeline
from alleged.cli.undo import undo
from alleged.cli.users import choose_user
from alleged.cli.verify import head, verify
from alleged.errors import AllegedError, UnknownPartError
from alleged.settings import USER_VARIABLE

HELP = """
Reads reporting on cyber operations and keeps a ledger of claims: who says, in which exact words and how
surely, that who did what to whom; and who denies it.

\b
  alleged read story.txt notice.pdf    put documents into the ledger
  alleged claims --stance denies       who denies what
  alleged show 3fa81c2e                one claim, in its own words
  alleged actor APT31                  what is said of it, by whom

Ends with 0 when done (also if nothing is found), 1 if 'verify' finds damage, 2 if called wrongly, 3 if some
inputs failed.
"""


TOO_MANY_FILES = (
    "this program may not have as many files open as it needs; allow it more (ulimit -n) and repeat this: "
    "what is in the ledger stays there"
)


class Commands(TyperGroup):
    """Ends with one line, never with a traceback, on an error that alleged raises on purpose."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name; one that can export a ledger's words knows --unmask."""
        found = super().get_command(ctx, cmd_name)
        return found and add_unmask(found)

    def invoke(self, ctx: Any) -> Any:
        """What the command returns."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")  # said by a library to programs
            raise
        except UnknownPartError as error:
            raise fail(str(error), USAGE) from error
        except AllegedError as error:
            raise fail(str(error), SOME_FAILED) from error
        except (OSError, ImportError) as error:
            if not _is_for_want_of_files(error):
                raise
            raise fail(TOO_MANY_FILES, SOME_FAILED) from error


def _is_for_want_of_files(error: OSError | ImportError) -> bool:
    """Whether a file, a pipe or a library could not be opened because too many are open."""
    number = getattr(error, "errno", None)  # a library that cannot be loaded says it in words only
    return number in (errno.EMFILE, errno.ENFILE) or os.strerror(errno.EMFILE) in str(error)


app = typer.Typer(
    name="alleged",
    cls=Commands,
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,  # rich help costs more CPU time than all the rest
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    user: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            envvar=USER_VARIABLE,
            help="Who you are in a shared ledger.",
            show_default="your login name",
        ),
    ] = None,
) -> None:
    choose_user(user)


app.command()(read)
app.command()(claims)
app.command()(show)
app.command()(actor)
app.command()(alias)
app.command()(timeline)
app.command()(incidents)
app.command()(incident)
app.command()(matrix)
app.command()(report)
app.command()(codebook)
app.command()(serve)
app.command()(changed)
app.command()(about)
app.command()(documents)
app.command()(decisions)
app.command()(verify)
app.command()(head)
app.command()(undo)
app.command()(history)
app.command()(diff)
app.command()(retract)
app.command()(erase)
app.command()(mark)
app.command()(unmark)
app.command()(extract)
app.command()(doctor)
app.command()(backup)
app.command()(restore)
app.add_typer(decide)
app.add_typer(members)
app.add_typer(passwords)
app.add_typer(knowledge)


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(f"alleged {__version__}")


def _open_missing() -> None:
    """What was closed before we began (`>&-`) takes everything and shows nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


def main() -> None:
    """Run the command line. What a terminal cannot show is written as an escape, and never an error."""
    _open_missing()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="alleged")
