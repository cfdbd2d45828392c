from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.matters import find_names, tell_matter
from alleged.model.decision import About, Matter, Verdict, decide, withdraw
from tests.unit.dossiers.lists import make_lists, settle
from tests.unit.dossiers.test_bearing import BY

if TYPE_CHECKING:
    from alleged.knowledge.known import Knowledge

CLAIM = decide(Matter(About.CLAIM, ("3fa81c2e99", "stance", "alleges")), Verdict.ACCEPT, BY)


def no_lists() -> Knowledge:
    raise AssertionError("the lists are opened for no name")


def test_names_are_found_in_the_lists_and_only_where_a_decision_is_about_one() -> None:
    named = [settle("Blue Tern", "quayside:q1"), settle("Blue Tern", "quayside:gone")]
    assert find_names(named, make_lists) == {"quayside:q1": "GREY HERON"}
    assert find_names([CLAIM], no_lists) == {}


def test_a_withdrawal_tells_what_it_withdraws() -> None:
    told = tell_matter(withdraw(CLAIM, BY), {}, CLAIM)
    assert told == f"{CLAIM.id[:8]} no longer counts: claim 3fa81c2e: stance is alleges"


def test_a_cell_of_a_codebook_is_told_with_what_it_holds() -> None:
    for values, told in ((("2021", "2022"), "2021; 2022"), ((), "empty")):
        coded = decide(Matter(About.CODE, ("3fa81c2e99", "cfr", "Date", *values)), Verdict.ACCEPT, BY)
        assert tell_matter(coded, {}) == f"cfr of the incident of claim 3fa81c2e: Date is {told}"


def test_a_rejection_is_told_as_what_is_not_so() -> None:
    rejected = settle("Blue Tern", "quayside:q1", Verdict.REJECT)
    assert tell_matter(rejected, {}) == "Blue Tern does not stand for quayside:q1, version 1"
