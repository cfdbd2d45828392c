"""Times that are taken over from what was told before."""

from __future__ import annotations

import pytest

from alleged.extract.times.owning import Told
from alleged.extract.times.retelling import FARTHEST, Retelling
from alleged.model.claim import When
from alleged.model.vocabulary import Kind
from tests.unit.extract.reading import passages

MAY = When("2021-05")


def retold(words: str, kind: Kind = Kind.OPERATION, first: When = MAY, when: When | None = None) -> When:
    """The time of the last sentence where the first one is dated."""
    told = passages(words)
    retelling = Retelling(told)
    retelling.add(0, Told(told[0].whole, kind), first)
    return retelling.add(len(told) - 1, Told(told[-1].whole, kind), when or When())


@pytest.mark.parametrize(
    "words", ["The attack hit two banks.", "They stole plans in these recent intrusions."]
)
def test_words_that_point_back_take_the_time_over(words: str) -> None:
    assert retold(f"Hackers struck in May. {words}") == MAY


@pytest.mark.parametrize("words", ["Hackers hit two banks.", "They stole plans.", "An attack hit a bank."])
def test_other_words_do_not(words: str) -> None:
    assert retold(f"Hackers struck in May. {words}") == When()


def test_an_arrest_points_back_to_arrests() -> None:
    assert retold("Police acted in May. The arrests went on.", Kind.RESPONSE) == MAY
    assert retold("Police acted in May. The attack went on.", Kind.RESPONSE) == When()


def test_what_has_a_time_keeps_it() -> None:
    assert retold("Hackers struck in May. The attack hit banks.", when=When("2020")) == When("2020")


def test_what_still_goes_on_is_not_taken_over() -> None:
    assert retold("Hackers struck in May. The attack hit banks.", first=When("2021-05/..")) == When()


@pytest.mark.parametrize("kind", [Kind.MOTIVE, Kind.ATTRIBUTION])
def test_motives_and_links_take_nothing_over(kind: Kind) -> None:
    assert retold("Hackers struck in May. The attack hit banks.", kind) == When()


def test_what_is_far_away_is_not_meant() -> None:
    assert retold(f"Hackers struck in May. {'It rained. ' * FARTHEST}The attack hit banks.") == When()


def test_a_later_part_of_the_sentence_shares_its_time() -> None:
    (told,) = passages("In May hackers robbed the bank and shut its doors.")
    retelling = Retelling([told])
    first, second = Told(told.whole, Kind.OPERATION), Told(told.whole, Kind.IMPACT)
    retelling.add(0, first, MAY)
    assert retelling.add(0, second, When()) == When()  # it does not come later


def test_the_same_day_is_the_day_told_last() -> None:
    told = passages("Hackers struck on 5 May 2021. Police came the same day.")
    retelling = Retelling(told)
    retelling.add(0, Told(told[0].whole, Kind.OPERATION), When("2021-05-05"))
    words = told[1].span(told[1].whole)
    assert retelling.add(1, Told(told[1].whole, Kind.RESPONSE), When(None, words)).edtf == "2021-05-05"
