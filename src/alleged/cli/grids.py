"""A matrix for people, as a grid where the columns fit and row by row where not."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alleged.cli.briefs import JOINT
from alleged.cli.layout import DIM, GAP, INDENT
from alleged.cli.tables import STANCE_STYLES
from alleged.dossiers.counting import tell_count
from alleged.dossiers.matrix import By, Manner
from alleged.dossiers.safety import one_line
from alleged.dossiers.voices import tell_names
from alleged.dossiers.wording import tell_speaker, tell_stance
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from alleged.dossiers.matrix import Cell, Column, Entry, Matrix, Row

LEAST_COLUMN = 16
"""Characters that a column of the grid needs: "assesses (almost" or a denial."""
LEAST_SAYING = 24
"""Characters that the first column needs, in which the propositions stand."""

UNHEARD_SHOWN = 10
"""Speakers without a word on any row that are named."""

_MANNERS = tuple(Manner)
SAID_IN = {
    Manner.DENIES: "specific denial",
    Manner.DENIES_ALL: "blanket denial",
}
STYLES = {
    Manner.DENIES: STANCE_STYLES[Stance.DENIES],
    Manner.DENIES_ALL: STANCE_STYLES[Stance.DENIES],
    Manner.DECLINES: STANCE_STYLES[Stance.DECLINES],
}


def print_matrix(console: Console, matrix: Matrix, rows: Sequence[Row]) -> None:
    """The rows under a heading, with a legend."""
    told = [tell_count(len(rows), "row"), tell_count(len(matrix.columns), matrix.by.value)]
    console.print(Text(one_line(matrix.about), "bold").append(f" · {' · '.join(told)}", "not bold"))
    console.print(_make_legend(matrix))
    heard = [i for i in range(len(matrix.columns)) if any(row.cells[i].entries for row in rows)]
    for line in _tell_joined([matrix.columns[index] for index in heard]):
        console.print(Text(one_line(line), DIM))
    if heard and _fits(console, len(heard)):
        console.print()
        console.print(_make_grid(console, matrix, rows, heard))
    else:
        _print_heard(console, matrix, heard)
        for number, row in enumerate(rows, 1):
            _print_row(console, matrix, (number, row), heard)
    _print_unheard(console, matrix, heard)


def _make_legend(matrix: Matrix) -> Text:
    legend = [
        "specific denial: of just this",
        "blanket denial: of “the allegations”, which this is one of",
        "silent: speaks here, says nothing of this",
    ]
    if matrix.by is By.ORIGIN:
        legend.append("no document: has none on this incident, or only from before this was first said")
    return Text(" · ".join(legend), DIM)


def _tell_joined(columns: Iterable[Column]) -> Iterator[str]:
    """Which columns hold what is said under several names, why, and how to part them."""
    joined = [column for column in columns if column.names]
    for column in joined:
        yield f"{column.label} {tell_names(column.names, column.reason)}"
    if joined:
        yield 'to keep two names apart: alleged decide alias NAME OTHER --reject --why "..."'


def _fits(console: Console, columns: int) -> bool:
    return LEAST_SAYING + columns * (LEAST_COLUMN + GAP) <= console.width


def _make_grid(console: Console, matrix: Matrix, rows: Sequence[Row], heard: Sequence[int]) -> Table:
    table = Table(box=None, padding=(0, GAP, 1, 0), pad_edge=False, header_style=DIM)
    own = max(LEAST_COLUMN, console.width * 7 // 10 // len(heard) - GAP)
    table.add_column("what is said", width=console.width - len(heard) * (own + GAP) - GAP, overflow="fold")
    for index in heard:
        table.add_column(one_line(matrix.columns[index].label), width=own, overflow="fold")
    for row in rows:
        cells = (_tell_cell(row.cells[index], matrix.by) for index in heard)
        table.add_row(Text(f"“{one_line(row.proposition.label)}”"), *cells)
    return table


def _tell_cell(cell: Cell, by: By) -> Text:
    if not cell.entries:
        return Text(cell.manners[0].value, DIM)
    return Text("\n").join(_tell_entries(cell, by))


def _tell_entries(cell: Cell, by: By) -> list[Text]:
    """A line for each way in which it is said; where several claims say it alike, how many."""
    told = [
        (_tell_entry(entry, by), STYLES.get(entry.manner, STANCE_STYLES[entry.claim.stance]))
        for entry in cell.entries
    ]
    lines = []
    for (words, style), group in groupby(sorted(told, key=told.index)):
        number = len(list(group))
        lines.append(Text(one_line(words + (f" (×{number})" if number > 1 else "")), style))
    return lines


def _tell_entry(entry: Entry, by: By) -> str:
    """ "assesses (almost certainly), 2024-03-25"; of an origin with its speaker."""
    who = f"{tell_speaker(entry.claim.speaker)}: " if by is By.ORIGIN else ""
    hedges = ", ".join(dict.fromkeys(hedge.exact for hedge in entry.claim.hedges))
    manner = SAID_IN.get(entry.manner)
    how = (f"{manner} ({hedges})" if hedges else manner) if manner else tell_stance(entry.claim)
    together = f", jointly: {entry.claim.speaker.name}" if entry.is_joint and not who else ""
    return f"{who}{how}, {entry.date or 'no date'}{together}"


def _print_row(console: Console, matrix: Matrix, numbered: tuple[int, Row], heard: Sequence[int]) -> None:
    """One proposition, then a line for everybody who says anything of it, then those who do not."""
    number, row = numbered
    console.print()
    console.print(Text(f"{number}  “{one_line(row.proposition.label)}”", "bold"))
    grid = Table.grid(padding=(0, GAP, 0, 0))
    grid.add_column(width=max(24, console.width * 4 // 10), overflow="fold")
    grid.add_column(overflow="fold")
    for index in sorted(heard, key=lambda index: _first_manner(row.cells[index])):
        if row.cells[index].entries:
            ids = " ".join(dict.fromkeys(e.claim.id[:SHORT_ID] for e in row.cells[index].entries))
            who = Text(one_line(matrix.columns[index].label)).append(f" {ids}", DIM)
            grid.add_row(who, _tell_cell(row.cells[index], matrix.by))
    console.print(Padding(grid, (0, 0, 0, INDENT)))
    counted = Counter(row.cells[index].manners[0] for index in heard if not row.cells[index].entries)
    if counted:
        told = " · ".join(
            f"{manner.value}: {tell_count(number, 'other')}" for manner, number in counted.items()
        )
        console.print(Padding(Text(told, DIM), (0, 0, 0, INDENT)))


def _first_manner(cell: Cell) -> int:
    """Who says it comes before who denies or answers it."""
    return min(_MANNERS.index(manner) for manner in cell.manners)


def _print_heard(console: Console, matrix: Matrix, heard: Sequence[int]) -> None:
    told = JOINT.join(one_line(matrix.columns[index].label) for index in heard)
    console.print(Text(f"{matrix.by.value}s: {told}", DIM))


def _print_unheard(console: Console, matrix: Matrix, heard: Sequence[int]) -> None:
    unheard = [column.label for index, column in enumerate(matrix.columns) if index not in heard]
    if unheard:
        console.print()
        told = JOINT.join(unheard[:UNHEARD_SHOWN])
        more = f" and {len(unheard) - UNHEARD_SHOWN} more" if len(unheard) > UNHEARD_SHOWN else ""
        console.print(Text(one_line(f"silent in every row shown: {told}{more}"), DIM))
