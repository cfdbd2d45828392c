from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.supposing import suppose
from alleged.model.decision import Signature, Verdict, withdraw
from tests.unit.dossiers.lists import make_lists, named, settle

if TYPE_CHECKING:
    from alleged.dossiers.supposing import Effect
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision

JOINED = settle("GREY HERON", "quayside:q1")


@pytest.fixture
def fuller(ledger: Ledger) -> Ledger:
    """The sample report, and documents that use another name of its group."""
    ledger.append(named("Blue Tern", 1))
    ledger.append(named("Marsh Owl", 2))
    return ledger


def effect_of(ledger: Ledger, decision: Decision, *authorities: str) -> Effect:
    (found,) = suppose(ledger, make_lists, ("GREY HERON", authorities), [decision])
    return found


def test_a_name_that_would_join_brings_its_claims_and_nothing_is_stored(fuller: Ledger) -> None:
    fuller.decide(JOINED)
    found = effect_of(fuller, settle("Marsh Owl", "quayside:q1"))
    assert (found.joining, found.parting) == (("Marsh Owl",), ())
    assert [claim.actors[0].name for claim in found.added] == ["Marsh Owl"]
    assert found.gone == ()
    assert fuller.decisions() == (JOINED,)


def test_a_name_that_would_part_takes_its_claims_along(fuller: Ledger) -> None:
    found = effect_of(fuller, settle("Blue Tern", "quayside:q1", Verdict.REJECT), "quayside")
    assert (found.joining, found.parting) == ((), ("Blue Tern",))
    assert [claim.actors[0].name for claim in found.gone] == ["Blue Tern"]


def test_to_withdraw_undoes_it(fuller: Ledger) -> None:
    fuller.decide(JOINED)
    fuller.decide(other := settle("Marsh Owl", "quayside:q1"))
    by = Signature("R. Reader", "2026-01-06T09:30:00+00:00", "I misread it")
    assert effect_of(fuller, withdraw(other, by)).parting == ("Marsh Owl",)


def test_what_changes_nothing_says_so(fuller: Ledger) -> None:
    assert not effect_of(fuller, settle("Blue Tern", "quayside:q1"), "quayside")
