"""Rows for people: a table where there is room, one record under the other where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

NARROW = 72
"""Columns below which a record is stacked instead of laid in a row."""
GAP = 2
INDENT = 2

DIM = "dim"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of at least `width` characters, and with a `share` of what is free."""

    heading: str
    width: int = 0
    share: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and notes on it, set in below."""

    main: Text
    notes: tuple[Text, ...] = ()

    def lay_out(self, heading: str = "") -> RenderableType:
        """The cell, under its heading where there is no table to tell it."""
        main = Text.assemble((f"{heading}: ", DIM), self.main) if heading else self.main
        return Group(main, *(Padding(note, (0, 0, 0, INDENT)) for note in self.notes))


def make_cell(words: str, style: str = "") -> Cell:
    """A cell with these words and nothing below."""
    return Cell(Text(words, style))


def print_rows(
    console: Console, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, dense: bool = False
) -> None:
    """The rows, whole: what does not fit a cell goes on in its next line; `dense` ones stand close."""
    if console.width < NARROW:
        for row in rows:
            console.print()
            console.print(_stack(columns, row))
    elif rows:
        table = Table(box=None, padding=(0, GAP, 0 if dense else 1, 0), pad_edge=False, header_style=DIM)
        console.print(_tabulate(table, columns, rows, console.width))


def _stack(columns: Sequence[Column], row: Sequence[Cell]) -> Group:
    cells = zip(columns, row, strict=True)
    return Group(*(cell.lay_out(column.heading) for column, cell in cells if cell.main.plain))


def _tabulate(table: Table, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> Table:
    for column, own in zip(columns, _share_out(width, columns), strict=True):
        table.add_column(column.heading, width=own, overflow="fold")
    for row in rows:
        table.add_row(*(cell.lay_out() for cell in row))
    return table


def _share_out(width: int, columns: Sequence[Column]) -> list[int]:
    free = width - GAP * (len(columns) - 1) - sum(column.width for column in columns if not column.share)
    shares = sum(column.share for column in columns)
    widths = [max(column.width, free * column.share // shares) for column in columns]
    widths[-1] -= max(0, sum(widths) + GAP * (len(columns) - 1) - width)
    return widths
