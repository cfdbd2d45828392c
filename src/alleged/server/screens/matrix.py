"""Who says what and who denies it, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.matrix import By
from alleged.dossiers.voices import tell_names
from alleged.exports.matrix import table_matrix
from alleged.server.comparing import recall_choices, recall_matrix
from alleged.server.grid import ROWS, find_opened, make_grid, row_key
from alleged.server.listed import cut
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.matrix import Matrix, Row
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_matrix(desk: Desk, asked: Asked) -> Page:
    """The matrix of a name, of an incident, or of the whole ledger, with one cell opened where asked for."""
    of, by = asked.text("of"), asked.code("by", By) or By.SPEAKER
    matrix = recall_matrix(desk, of, by)
    grid = make_grid(matrix, asked)
    shown = {
        "of": of,
        "compared": desk.part(of),
        "by": by.value,
        "grid": grid,
        "row_key": row_key,
        "tell_names": tell_names,
        "is_opening": bool(asked.text("row")),
        "opened": find_opened(matrix, asked),
        "choices": None if of else recall_choices(desk),
    }
    title = f"Matrix: {matrix.about}" if of else "Matrix"
    return Page("matrix.html", title, shown, lambda: table_matrix(matrix, _pick(matrix, asked)))


def _pick(matrix: Matrix, asked: Asked) -> Sequence[Row]:
    """The rows that programs get: all, but where one page was asked for."""
    return cut(matrix.rows, asked, ROWS).items if asked.text("page") else matrix.rows
