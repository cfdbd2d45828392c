from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.decided import find_last_step
from alleged.errors import LedgerError
from alleged.flow.adding import add_claim
from alleged.flow.deciding import judge, store_step, undo_step
from alleged.flow.drafting import Draft, Voice, find_places
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.ledger.interface import ClaimQuery
from alleged.model.addition import find_adder
from alleged.model.decision import Verdict
from alleged.model.document import Metadata
from alleged.model.vocabulary import Act, Basis, Reason, Role, Stance
from tests.unit.dossiers.coders import sign
from tests.unit.flow.documents import STORY, engine, write

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.document import Text


@pytest.fixture
def text(tmp_path: Path, ledger: Ledger) -> Text:
    """The newest text of a document that was read."""
    return read(tmp_path, ledger)


def read(folder: Path, ledger: Ledger, given: Metadata | None = None) -> Text:
    source = write(folder, "story.txt", STORY)
    (attempt,) = ingest([source], ledger, Plan(engine(), given or Metadata()))
    assert attempt.text
    return ledger.get_text(attempt.text)


def draft(words: str = "stole the records of its customers") -> Draft:
    (place,) = find_places(STORY, words)
    return Draft(place, Stance.ASSERTS, Act.DATA_THEFT, Voice("Northwind", Role.VICTIM, Basis.EXPLICIT))


def find_added(ledger: Ledger) -> list[Claim]:
    return [claim for claim in ledger.claims(ClaimQuery()).claims if find_adder(claim.extractor)]


def test_an_added_claim_stands_beside_those_of_the_engine(ledger: Ledger, text: Text) -> None:
    before = ledger.claims(ClaimQuery()).claims
    one = add_claim(ledger, text, draft(), sign("anna"))
    two = add_claim(ledger, text, draft("the records"), sign("anna"))
    assert ledger.claims(ClaimQuery()).total == len(before) + 2
    assert set(before) < set(ledger.claims(ClaimQuery()).claims)
    assert {claim.id for claim in find_added(ledger)} == {one.id, two.id}
    assert ledger.inputs()[-1].reason is Reason.ADDED
    assert ledger.inputs()[-1].source == "story.txt"
    assert ledger.audit().damages == ()


def test_undoing_takes_an_added_claim_out_of_the_views_and_adding_it_again_brings_it_back(
    ledger: Ledger, text: Text
) -> None:
    claim = add_claim(ledger, text, draft(), sign("anna"))
    step = find_last_step(ledger.decisions(), "anna")
    store_step(ledger, undo_step(ledger, step, sign("anna", "undone")))
    assert find_added(ledger) == []
    assert ledger.get_claim(claim.id).id == claim.id
    with pytest.raises(LedgerError, match="no decision by anna to undo"):
        find_last_step(ledger.decisions(), "anna")
    add_claim(ledger, text, draft(), sign("anna"))
    assert [each.id for each in find_added(ledger)] == [claim.id]


def test_undoing_a_later_verdict_on_an_added_claim_leaves_it(ledger: Ledger, text: Text) -> None:
    claim = add_claim(ledger, text, draft(), sign("anna"))
    store_step(ledger, (judge(claim.id, Verdict.REJECT, sign("ben")),))
    store_step(ledger, undo_step(ledger, find_last_step(ledger.decisions(), "ben"), sign("ben", "undone")))
    assert [each.id for each in find_added(ledger)] == [claim.id]


def test_what_was_added_goes_along_when_the_document_is_read_anew(
    tmp_path: Path, ledger: Ledger, text: Text
) -> None:
    kept = add_claim(ledger, text, draft(), sign("anna"))
    gone = add_claim(ledger, text, draft("the records"), sign("anna"))
    store_step(ledger, (judge(gone.id, Verdict.REJECT, sign("ben")),))
    newer = read(tmp_path, ledger, Metadata(publisher="Harbour Times"))
    (moved,) = find_added(ledger)
    assert (moved.text, moved.quote) == (newer.id, kept.quote)
    assert moved.extractor == kept.extractor
    assert moved.id != kept.id
    assert ledger.effects().carried[gone.id] in ledger.effects().rejected


def test_a_claim_is_added_to_the_newest_text_only(tmp_path: Path, ledger: Ledger, text: Text) -> None:
    read(tmp_path, ledger, Metadata(publisher="Harbour Times"))
    with pytest.raises(LedgerError, match="read anew since you looked"):
        add_claim(ledger, text, draft(), sign("anna"))
    assert ledger.claims(ClaimQuery()).claims[0].text != text.id
    assert ledger.decisions() == ()
