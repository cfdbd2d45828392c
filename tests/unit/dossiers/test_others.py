from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers import others
from alleged.dossiers.others import view_others
from alleged.exports.others import table_others
from alleged.ledger import open_ledger
from alleged.model.vocabulary import RelationType
from tests.unit.dossiers.library import LIBRARY, UNTRUE, add_stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger


@pytest.fixture
def library(tmp_path: Path) -> Iterator[DecidedLedger]:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY)
        yield opened


def test_a_denial_answers_claims_of_other_documents(library: DecidedLedger) -> None:
    accusing, _, denying = (document.id for document in library.documents())
    found = view_others(library, denying)
    (denial,) = [answer for answer in found.answers if answer.claim.content.exact == UNTRUE]
    assert denial.type is RelationType.DISPUTES
    assert {claim.document for claim in denial.answered} <= {d.id for d in library.documents()} - {denying}
    assert found.answered_by == ()
    assert found.compared.is_whole
    assert found.descent is not None
    answered = view_others(library, accusing).answered_by
    assert denial.claim in [answer.claim for answer in answered]
    assert {claim.document for answer in answered for claim in answer.answered} == {accusing}


def test_answers_inside_the_document_are_left_out(library: DecidedLedger) -> None:
    denying = library.documents()[-1].id
    found = view_others(library, denying)
    assert all(claim.document != denying for answer in found.answers for claim in answer.answered)


def test_of_a_large_ledger_it_says_how_many_are_compared(
    library: DecidedLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others, "MOST", 4)
    compared = view_others(library, library.documents()[0].id).compared
    assert compared.held < compared.total == 3


def test_programs_get_a_row_for_each(library: DecidedLedger) -> None:
    found = view_others(library, library.documents()[-1].id)
    records = list(table_others(found).records)
    assert [record["part"] for record in records] == ["answers"] * len(found.answers)
    assert records[0]["told"].startswith("China denies")
    assert set(records[0]) == set(table_others(found).columns)
