from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.matrix import By, Manner, view_matrix
from alleged.ledger import open_ledger
from alleged.model.vocabulary import Act, Stance
from alleged.server.asking import Asked
from alleged.server.grid import COLUMNS, find_opened, make_grid, row_key
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Ledger]:
    """Three documents of one theft, which is denied in two ways."""
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY)
        yield opened


def ask(**values: str) -> Asked:
    return Asked("/matrix", {}, tuple(values.items()))


def test_a_cell_tells_each_way_of_saying_once(library: Ledger) -> None:
    grid = make_grid(view_matrix(library), ask())
    labels = [grid.column(index).label for index in grid.shown]
    (row,) = (
        row for row in grid.rows.items if any(c.content.exact == REGISTER for c in row.proposition.claims)
    )
    marks = grid.marks(row.cells[grid.shown[labels.index("China")]])
    assert {(mark.word, mark.look) for mark in marks} == {
        ("specific denial", "specific-denial"),
        ("blanket denial", "blanket-denial"),
    }
    (alleged,) = grid.marks(row.cells[grid.shown[labels.index("United Kingdom")]])
    assert (alleged.manner, alleged.word, alleged.date) == (Manner.SAYS, "alleges", "2024-03-25")
    assert alleged.who == ""


def test_an_origin_tells_who_speaks(library: Ledger) -> None:
    grid = make_grid(view_matrix(library, by=By.ORIGIN), ask())
    marks = [m for row in grid.rows.items for cell in row.cells for m in grid.marks(cell)]
    assert {"United Kingdom", "Norway", "China"} <= {mark.who for mark in marks}


def test_only_those_who_are_heard_stand_on_a_page(library: Ledger) -> None:
    matrix = view_matrix(library, "Tarnfield University")
    heard = make_grid(matrix, ask())
    assert [heard.column(index).label for index in heard.shown] == ["China"]
    assert heard.heard == 1
    everybody = make_grid(view_matrix(library), ask(silent="yes"))
    assert len(everybody.shown) == len(view_matrix(library).columns)


def test_who_says_nothing_is_counted(library: Ledger) -> None:
    grid = make_grid(view_matrix(library), ask())
    for row in grid.rows.items:
        spoken = sum(bool(row.cells[index].entries) for index in grid.shown)
        assert spoken + sum(number for _, number in grid.rest(row)) == len(grid.shown)


def test_what_is_said_alike_is_told_once_with_its_number(library: Ledger) -> None:
    again = make_story(
        About("Again", "Late News", "2024-03-25"),
        Says(REGISTER, "United Kingdom", Stance.ALLEGES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
    )
    add_stories(library, again)
    grid = make_grid(view_matrix(library), ask())
    marks = [m for row in grid.rows.items for cell in row.cells for m in grid.marks(cell)]
    assert 2 in {mark.number for mark in marks if mark.stance is Stance.ALLEGES}


def test_many_columns_come_in_pages(library: Ledger) -> None:
    speakers = [Says(REGISTER, f"Speaker {n}", act=Act.DATA_THEFT, actors=("China",)) for n in range(COLUMNS)]
    add_stories(library, make_story(About("Many", "Late News", "2024-03-25"), *speakers))
    matrix = view_matrix(library)
    first, second = make_grid(matrix, ask()), make_grid(matrix, ask(across="2"))
    assert len(first.shown) == COLUMNS
    assert first.across.total == len({*first.shown, *second.shown}) == first.heard


def test_a_cell_is_found_by_what_it_says_and_who_says_it(library: Ledger) -> None:
    matrix = view_matrix(library)
    row = matrix.rows[0]
    found = find_opened(matrix, ask(row=row_key(row), column="China"))
    assert found is not None
    assert found.column is not None
    assert found.column.label == "China"
    assert {entry.manner for entry in found.entries} == {Manner.DENIES, Manner.DENIES_ALL}


def test_a_row_opens_everybody_once_and_denials_last(library: Ledger) -> None:
    matrix = view_matrix(library)
    found = find_opened(matrix, ask(row=row_key(matrix.rows[0])))
    assert found is not None
    ids = [entry.claim.id for entry in found.entries]
    assert len(ids) == len(set(ids))
    manners = [list(Manner).index(entry.manner) for entry in found.entries]
    assert manners == sorted(manners)


@pytest.mark.parametrize("values", [{"row": "ffffffff"}, {"column": "China"}, {}])
def test_what_is_not_there_is_not_opened(library: Ledger, values: dict[str, str]) -> None:
    assert find_opened(view_matrix(library), ask(**values)) is None
    matrix = view_matrix(library)
    assert find_opened(matrix, ask(row=row_key(matrix.rows[0]), column="Nobody")) is None
