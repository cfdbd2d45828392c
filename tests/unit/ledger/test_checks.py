from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.errors import AnchorError, LedgerError
from alleged.ledger.checks import check_entry
from alleged.ledger.sample import sample_entry

ENTRY = sample_entry()


def test_a_sound_entry_passes() -> None:
    check_entry(ENTRY)


def test_a_misplaced_word_is_told_with_its_claim_and_both_readings() -> None:
    claim = ENTRY.claims[0]
    moved = replace(claim.quote, start=claim.quote.start + 1, end=claim.quote.end + 1)
    wrong = replace(claim, quote=moved)
    with pytest.raises(AnchorError) as raised:
        check_entry(replace(ENTRY, claims=(wrong, ENTRY.claims[1])))
    told = str(raised.value)
    assert wrong.id in told
    assert "sample" in told
    assert repr(claim.quote.exact) in told


def test_claims_of_one_id_are_named() -> None:
    twin = replace(ENTRY.claims[0], targets=())
    with pytest.raises(LedgerError, match=twin.id):
        check_entry(replace(ENTRY, claims=(ENTRY.claims[0], twin)))


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_confidence_is_a_probability(confidence: float) -> None:
    unsure = replace(ENTRY.claims[0], confidence=confidence)
    with pytest.raises(LedgerError, match="between 0 and 1"):
        check_entry(replace(ENTRY, claims=(unsure, ENTRY.claims[1])))


@pytest.mark.parametrize("confidence", [None, 0.0, 1.0, 1])
def test_no_confidence_and_certainty_pass(confidence: float | None) -> None:
    sure = replace(ENTRY.claims[0], confidence=confidence)
    check_entry(replace(ENTRY, claims=(sure, ENTRY.claims[1])))
