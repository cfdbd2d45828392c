from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.history import Thing, view_history
from alleged.errors import LedgerError
from alleged.ledger.decided import DecidedLedger
from alleged.ledger.interface import AmbiguousError
from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim

CLAIM = accusation(make_text())


def find_several(_ledger: DecidedLedger, claim_id: str) -> Claim:
    raise AmbiguousError(f"{claim_id} could be each of two claims")


def decided(ledger: Ledger) -> DecidedLedger:
    assert isinstance(ledger, DecidedLedger)
    return ledger


def test_the_history_of_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    assert view_history(decided(ledger), CLAIM.id[:8]).thing is Thing.CLAIM


def test_what_nothing_is_called_is_said_to_be_unknown(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no claim, document or decision has an id that begins with 'zzzz'"):
        view_history(decided(ledger), "zzzz")


def test_that_several_claims_begin_so_is_told_whatever_the_words(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DecidedLedger, "get_claim", find_several)
    with pytest.raises(AmbiguousError, match="each of two claims"):
        view_history(decided(ledger), denial(make_text()).id[:8])


def test_several_claims_of_one_beginning_are_ambiguous(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alleged.ledger.viewing.SHORTEST_PREFIX", 0)
    with pytest.raises(AmbiguousError, match="several claims"):
        ledger.get_claim("")
    assert ledger.get_claim(link(make_text()).id[:12]) == link(make_text())
