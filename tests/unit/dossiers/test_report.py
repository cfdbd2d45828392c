from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.incidents import view_incidents
from alleged.dossiers.matrix import By
from alleged.dossiers.report import view_report
from alleged.errors import LedgerError
from alleged.ledger import open_ledger
from tests.unit.dossiers.library import LIBRARY, UNTRUE, add_stories
from tests.unit.dossiers.lists import make_lists

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY)
        yield opened


def test_a_name_is_told_with_every_claim_that_its_parts_mention(library: Ledger) -> None:
    report = view_report(library, make_lists, "China")
    assert (report.told.about, report.told.incident, report.told.names) == ("China", None, ("China",))
    mentioned = {answer.claim.id for answer in report.told.answers}
    mentioned |= {entry.claim.id for row in report.rows for cell in row.cells for entry in cell.entries}
    mentioned |= {claim.id for claim in report.told.claims}
    assert {claim.id for claim in report.claims} == mentioned
    assert UNTRUE in {claim.content.exact for claim in report.claims}
    assert {moment.claim.id for moment in report.timeline.moments} == mentioned
    assert report.head == library.head() or report.head.root == library.head().root


def test_claims_stand_in_the_order_of_their_documents(library: Ledger) -> None:
    report = view_report(library, make_lists, "China")
    dates = [report.overview.published(claim) or "" for claim in report.claims]
    assert dates == sorted(dates)


def test_an_incident_is_told_with_those_whom_it_is_ascribed_to(library: Ledger) -> None:
    (first, *_) = view_incidents(library)
    report = view_report(library, make_lists, first.incident.id[:8])
    assert (report.told.about, report.told.incident) == (first.incident.label, first.incident.id)
    assert {c.id for c in report.told.claims} == {c.id for c in first.incident.claims}
    assert "China" in report.told.names
    assert [listed.name for listed in report.names] == list(report.told.names)


def test_a_name_of_which_nobody_says_anything_makes_no_report(library: Ledger) -> None:
    with pytest.raises(LedgerError, match="no claim of this ledger is about 'Nowhere'"):
        view_report(library, make_lists, "Nowhere")


def test_the_columns_of_its_matrix_can_be_origins(library: Ledger) -> None:
    report = view_report(library, make_lists, "China", By.ORIGIN)
    assert "Harbour Courier" in [column.label for column in report.matrix.columns]


def test_a_listed_name_has_its_entries(library: Ledger) -> None:
    report = view_report(library, make_lists, "China")
    assert report.names[0].entities == ()
