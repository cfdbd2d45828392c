"""What no view across documents may do, whatever is read and in whatever order."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.dossiers.incidents import view_incident, view_incidents
from alleged.dossiers.matrix import By, Manner, view_matrix
from alleged.ledger import open_ledger
from alleged.model.vocabulary import Stance
from tests.strategies.reports import LIBRARIES
from tests.unit.dossiers.library import add_stories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.incidents import Brief, IncidentView
    from alleged.dossiers.matrix import Matrix
    from alleged.resolve.stories import Story

Seen = tuple[tuple["Brief", ...], list["IncidentView"], list["Matrix"]]


def see(stories: Sequence[Story]) -> Seen:
    """Everything that is shown of these documents."""
    with TemporaryDirectory() as folder, closing(open_ledger(Path(folder) / "a.db", create=True)) as ledger:
        add_stories(ledger, *stories)
        briefs = view_incidents(ledger)
        sheets = [view_incident(ledger, brief.incident.id) for brief in briefs]
        return briefs, sheets, [view_matrix(ledger, None, by) for by in By]


@settings(max_examples=10)
@given(LIBRARIES)
def test_no_view_raises_or_loses_a_stance(stories: list[Story]) -> None:
    _, sheets, matrices = see(stories)
    held = matrices[0].overview.claims
    for sheet in sheets:
        values = [claim for found in sheet.attributes for value in found.values for claim in value.claims]
        answers = [claim for answer in sheet.answers for claim in (answer.claim, *answer.answered)]
        assert all(held[claim.id] == claim for claim in (*sheet.claims, *values, *answers))
    for matrix in matrices:
        for row in matrix.rows:
            shown = {entry.claim.id: entry for cell in row.cells for entry in cell.entries}
            assert {claim.id for claim in row.proposition.claims} <= shown.keys()
            assert all(held[entry.claim.id] == entry.claim for entry in shown.values())


@settings(max_examples=10)
@given(LIBRARIES)
def test_silence_and_denial_are_never_confused(stories: list[Story]) -> None:
    _, _, matrices = see(stories)
    for matrix in matrices:
        for cell in (cell for row in matrix.rows for cell in row.cells):
            nothing = {Manner.SILENT, Manner.NO_DOCUMENT} & set(cell.manners)
            assert bool(nothing) is (not cell.entries)
            assert len(cell.manners) == 1 or not nothing
            for entry in cell.entries:
                denied = entry.manner in {Manner.DENIES, Manner.DENIES_ALL}
                assert denied is (entry.claim.stance is Stance.DENIES)
        assert matrix.by is By.ORIGIN or not any(
            Manner.NO_DOCUMENT in cell.manners for row in matrix.rows for cell in row.cells
        )


@settings(max_examples=8)
@given(LIBRARIES, st.data())
def test_the_order_of_ingestion_does_not_matter(stories: list[Story], data: st.DataObject) -> None:
    briefs, _, (matrix, _) = see(stories)
    others, _, (again, _) = see(data.draw(st.permutations(stories)))
    assert [brief.incident for brief in briefs] == [brief.incident for brief in others]
    assert [brief.count for brief in briefs] == [brief.count for brief in others]
    assert (matrix.rows, matrix.columns) == (again.rows, again.columns)
