"""`alleged matrix`: who says what, side by side."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from enum import StrEnum
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


class Side(StrEnum):
    """What the columns are."""

    SPEAKER = "speaker"
    ORIGIN = "origin"


def matrix(  # noqa: PLR0913 - one parameter an option
    asked: Annotated[
        str | None,
        typer.Argument(metavar="[ACTOR|INCIDENT]", help="A name, or the beginning of an incident's id."),
    ] = None,
    *,
    by: Annotated[Side, typer.Option(help="What the columns are.")] = Side.SPEAKER,
    limit: LimitOption = None,
    most: MostOption = SIDE_BY_SIDE,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show side by side who says what, and who denies it.

    A row is what several claims say alike; that they do is a suggestion. So is it where one body speaks under
    several names: 'alleged decide alias' settles it. A specific denial, a denial of all the accusations, and
    silence are told apart.

    \b
    alleged matrix APT31
    alleged matrix 3fa8 --by origin
    alleged matrix APT31 -f csv > matrix.csv
    """
    from alleged.cli.grids import print_matrix
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say, say_part
    from alleged.cli.output import View, write
    from alleged.dossiers.counting import tell_count, tell_part
    from alleged.dossiers.matrix import By, view_matrix
    from alleged.dossiers.parts import take_asked
    from alleged.exports.matrix import table_matrix
    from alleged.knowledge.store import open_knowledge

    with open_to_view(ledger, as_of) as opened:
        part = take_asked(opened, asked, most)
        view = view_matrix(part.ledger, asked, By(by), open_knowledge)
    shown = view.rows[:limit]
    write(View(table_matrix(view, shown), lambda console: print_matrix(console, view, shown)), form)
    say(f"{tell_part(len(shown), len(view.rows), 'row')}, {tell_count(len(view.columns), by.value)}")
    say_part(part)
