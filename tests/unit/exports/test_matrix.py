from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.matrix import view_matrix
from alleged.exports.matrix import table_matrix
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.exports.rows import read_both

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_every_cell_is_a_record_also_those_of_who_is_silent(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    view = view_matrix(ledger)
    shown = view.rows[:2]
    table = table_matrix(view, shown)
    found = read_both(table)
    assert table.is_dossier
    assert len(found) == len(shown) * len(view.columns)
    assert {cells["row"] for _, cells in found} == {1, 2}
    by_column = {(cells["row"], cells["column"]): (record, cells) for record, cells in found}
    _, denied = by_column[1, "China"]
    assert set(denied["cell"]) == {"specific denial", "blanket denial"}
    assert set(denied["stances"]) == {"denies"}
    record, said = by_column[1, "United Kingdom"]
    assert (said["stances"], said["dates"]) == (["alleges"], ["2024-03-25"])
    assert record["entries"][0]["content_text"] == REGISTER
    _, silent = by_column[1, "Anna Holt"]
    assert (silent["claims"], silent["stances"]) == ([], [])
