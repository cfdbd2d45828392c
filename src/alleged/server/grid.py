"""The part of a matrix that fits on a screen: a page of rows, the columns heard in them, and their cells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.dossiers.matrix import By, Manner
from alleged.dossiers.wording import tell_speaker
from alleged.model.ids import SHORT_ID
from alleged.server.listed import Listed, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.matrix import Cell, Column, Entry, Matrix, Row
    from alleged.model.vocabulary import Stance
    from alleged.server.asking import Asked

ROWS, COLUMNS = 20, 16
MOST_ACROSS = 100_000


@dataclass(frozen=True, slots=True)
class Mark:
    """One way in which something is said in a cell, and how many claims say it in just this way."""

    manner: Manner
    stance: Stance
    hedges: str
    date: str | None
    who: str
    """Who speaks, where the column does not tell."""
    together: str
    """Everybody who says it together; "" where one speaks alone."""
    is_corrected: bool
    number: int = 1

    @property
    def word(self) -> str:
        """What is done, in a word or two: the stance, or which kind of denial it is."""
        return self.stance.value if self.manner is Manner.SAYS else self.manner.value

    @property
    def look(self) -> str:
        """What it is drawn as: "asserts", "specific-denial"."""
        return self.word.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns of a matrix that are on the screen, and out of how many."""

    matrix: Matrix
    rows: Listed[Row]
    across: Listed[int]
    """Places of the columns that are no suspects."""
    suspects: tuple[int, ...]
    """Those of the columns that are; they stand last on every page."""
    heard: int
    """How many columns say something in these rows."""

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the columns on the screen, from left to right."""
        return (*self.across.items, *self.suspects)

    @property
    def joined(self) -> tuple[Column, ...]:
        """Those of the columns on the screen that hold what is said under several names."""
        return tuple(self.column(index) for index in self.shown if self.column(index).names)

    def column(self, index: int) -> Column:
        """The column in that place."""
        return self.matrix.columns[index]

    def marks(self, cell: Cell) -> tuple[Mark, ...]:
        """What the cell shows, each way of saying once."""
        counted = Counter(_mark(entry, self.matrix.by) for entry in cell.entries)
        return tuple(replace(mark, number=number) for mark, number in counted.items())

    def rest(self, row: Row) -> tuple[tuple[str, int], ...]:
        """How many of the columns on the screen say nothing of this row, and why: "silent", 4."""
        empty = (row.cells[index] for index in self.shown if not row.cells[index].entries)
        return tuple(Counter(cell.manners[0].value for cell in empty).items())


@dataclass(frozen=True, slots=True)
class Opened:
    """A cell, or a whole row, with all that is said there."""

    row: Row
    column: Column | None
    entries: tuple[Entry, ...]


def make_grid(matrix: Matrix, asked: Asked) -> Grid:
    """The page of the matrix that is asked for; `silent=yes` shows those, too, who say nothing on it."""
    rows = cut(matrix.rows, asked, ROWS)
    counts = {i: _count_heard(i, rows.items) for i in range(len(matrix.columns))}
    heard = [i for i in counts if counts[i]]
    wanted = sorted(counts if asked.text("silent") == "yes" else heard, key=lambda i: -counts[i])
    trusted = [i for i in wanted if not matrix.columns[i].is_suspect]
    suspects = tuple(i for i in wanted if matrix.columns[i].is_suspect)
    page = asked.number("across", 1, MOST_ACROSS)
    across = Listed(trusted[(page - 1) * COLUMNS : page * COLUMNS], len(trusted), page, COLUMNS)
    return Grid(matrix, rows, across, suspects, len(heard))


def _count_heard(column: int, rows: Sequence[Row]) -> int:
    return sum(bool(row.cells[column].entries) for row in rows)


def row_key(row: Row) -> str:
    """What a row is called in an address: the id of its first claim, which stays when others come."""
    return row.proposition.claims[0].id[:SHORT_ID]


def find_opened(matrix: Matrix, asked: Asked) -> Opened | None:
    """The cell or row that the address opens; None where there is none of that name."""
    row = next((row for row in matrix.rows if row_key(row) == asked.text("row")), None)
    label = asked.text("column")
    if row is None:
        return None
    if not label:
        return Opened(row, None, _entries_of(row.cells))
    found = [(c, cell) for c, cell in zip(matrix.columns, row.cells, strict=True) if c.label == label]
    return Opened(row, found[0][0], found[0][1].entries) if found else None


def _entries_of(cells: Sequence[Cell]) -> tuple[Entry, ...]:
    """Each claim once, also where several say it together; who says it comes before who denies it."""
    order = list(Manner)
    entries = {entry.claim.id: entry for cell in cells for entry in cell.entries}
    return tuple(sorted(entries.values(), key=lambda entry: order.index(entry.manner)))


def _mark(entry: Entry, by: By) -> Mark:
    claim = entry.claim
    return Mark(
        entry.manner,
        claim.stance,
        ", ".join(dict.fromkeys(hedge.exact for hedge in claim.hedges)),
        entry.date,
        tell_speaker(claim.speaker) if by is By.ORIGIN else "",
        (claim.speaker.name or "") if entry.is_joint and by is By.SPEAKER else "",
        is_corrected=claim.original is not None,
    )
