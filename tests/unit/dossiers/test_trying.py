from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.alias_map import Use
from alleged.dossiers.trying import NOBODY, Choice, make_decision, try_decision
from alleged.flow.naming import match_name
from alleged.model.decision import Verdict
from tests.unit.dossiers.lists import make_lists, named, settle

if TYPE_CHECKING:
    from alleged.dossiers.trying import Trial
    from alleged.ledger.interface import Ledger


@pytest.fixture
def fuller(ledger: Ledger) -> Ledger:
    """The sample report, and a document that uses another name of its group."""
    ledger.append(named("Blue Tern", 1))
    return ledger


def attempt(ledger: Ledger, name: str, entity: str) -> Trial:
    return try_decision(ledger, make_lists, "GREY HERON", match_name(make_lists(), name, entity))


def test_each_choice_is_tried_with_the_list_and_without(fuller: Ledger) -> None:
    trial = attempt(fuller, "Blue Tern", "quayside:q1")
    assert (trial.choice, trial.use, trial.decision) == (Choice.UNSURE, Use.ALSO, None)
    assert set(trial.alone) == {Choice.SAME, Choice.DIFFERENT}
    assert not trial.alone[Choice.DIFFERENT]
    assert trial.with_list[Choice.DIFFERENT].parting == ("Blue Tern",)
    assert len(trial.with_list[Choice.DIFFERENT].gone) == 1
    assert fuller.decisions() == ()


def test_what_is_decided_can_be_taken_back_and_what_it_would_replace_is_told(fuller: Ledger) -> None:
    fuller.decide(settle("Mud Wader", "quayside:q1", Verdict.REJECT))
    fuller.decide(other := settle("Mud Wader", "quayside:q2"))
    trial = attempt(fuller, "mud wader", "quayside:q1")
    assert (trial.choice, trial.use) == (Choice.DIFFERENT, Use.BOTH)
    assert Choice.UNSURE in trial.alone
    assert other in trial.replaced
    assert [each.name for each in trial.others] == ["Mud Wader"]


def test_where_nothing_is_decided_nothing_is_withdrawn() -> None:
    matter = match_name(make_lists(), "Blue Tern", "quayside:q1")
    assert make_decision(Choice.UNSURE, matter, None, NOBODY) is None
