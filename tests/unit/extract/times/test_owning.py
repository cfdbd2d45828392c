"""Whose time it is where a sentence holds several claims."""

from __future__ import annotations

from alleged.extract.times.calendar import Anchor
from alleged.extract.times.finding import find_times
from alleged.extract.times.owning import Told, find_owned, find_shared, leave_happenings
from alleged.model.vocabulary import Kind
from tests.unit.extract.reading import passage, place

TUESDAY = Anchor(2024, 3, 26)


def owned(words: str, *clauses: tuple[str, Kind]) -> list[list[str]]:
    """The times of each clause."""
    of = passage(words)
    told = [Told(place(of, clause), kind) for clause, kind in clauses]
    times = find_times(of, TUESDAY)
    return [[of.said(t.stretch) for t in find_owned(of, times, one, told)] for one in told]


def test_a_time_in_the_accusation_is_not_when_the_accuser_spoke() -> None:
    words = "The bank accused the firm of last year's theft."
    whole, inner = "The bank accused the firm of last year's theft", "the firm of last year's theft"
    assert owned(words, (whole, Kind.RESPONSE), (inner, Kind.OPERATION)) == [[], ["last year"]]


def test_the_time_of_an_arrest_is_not_that_of_the_deed_beside_it() -> None:
    words = "In May the police arrested six men who robbed the bank."
    found = owned(
        words, ("In May the police arrested six men", Kind.RESPONSE), ("robbed the bank", Kind.OPERATION)
    )
    assert found == [["May"], []]


def test_deed_and_damage_may_share_a_time() -> None:
    words = "In May hackers robbed the bank and shut its doors."
    found = owned(words, ("In May hackers robbed the bank", Kind.OPERATION), ("shut its doors", Kind.IMPACT))
    assert found == [["May"], ["May"]]


def test_a_link_is_dated_only_by_its_own_words() -> None:
    words = "In May the men, who work for the firm, robbed the bank."
    assert owned(words, ("who work for the firm", Kind.ATTRIBUTION)) == [[]]
    assert owned(words, ("In May the men, who work for the firm", Kind.ATTRIBUTION)) == [["May"]]


def test_whose_a_possessive_is_depends_on_the_noun() -> None:
    assert owned("Police look into last week's theft.", ("look into last week's theft", Kind.RESPONSE)) == [
        []
    ]
    words = "Police led last week's arrests."
    assert owned(words, ("Police led last week's arrests", Kind.RESPONSE)) == [["last week"]]


def test_between_the_accused_and_the_deed_a_time_is_that_of_the_accusation() -> None:
    words = "The bank blamed the firm in June for this year's theft."
    assert owned(words, ("the firm in June for this year's theft", Kind.OPERATION)) == [["this year"]]


def test_nothing_is_said_on_the_day_of_another_deed() -> None:
    words = "Those who struck on Monday belong to the firm, the bank said on Tuesday."
    of = passage(words)
    deed = Told(place(of, "struck on Monday"), Kind.OPERATION)
    link = Told(place(of, "belong to the firm"), Kind.ATTRIBUTION)
    left = leave_happenings(find_times(of, TUESDAY), link, [deed, link])
    assert [of.said(t.stretch) for t in left] == ["Tuesday"]


def test_the_time_at_the_end_of_a_sentence_is_shared() -> None:
    of = passage("They broke into the bank and stole its plans in May.")
    broke, stole = (
        Told(place(of, c), Kind.OPERATION) for c in ("They broke into the bank", "stole its plans in May")
    )
    times = find_times(of, TUESDAY)
    shared = find_shared(of, times, broke, [broke, stole])
    assert shared is not None
    assert of.said(shared.stretch) == "May"
    assert find_shared(of, times, stole, [broke, stole]) is None
    sued = Told(stole.stretch, Kind.RESPONSE)
    assert find_shared(of, times, broke, [broke, sued]) is None


def test_a_time_in_the_middle_is_not_shared() -> None:
    of = passage("They broke into the bank and stole in May the plans of a safe.")
    broke, stole = (
        Told(place(of, c), Kind.OPERATION) for c in ("They broke into the bank", "stole in May the plans")
    )
    assert find_shared(of, find_times(of, TUESDAY), broke, [broke, stole]) is None
