from __future__ import annotations

from alleged.model.vocabulary import Act, Role, Stance
from alleged.resolve.answering import find_denying, with_answers
from alleged.resolve.particulars import particulars_of
from tests.strategies.reports import About, Says, make_story

ACCUSED = Says(
    "China broke into the mail of Halvorsen",
    "Norway",
    Stance.ALLEGES,
    actors=("China",),
    targets=("Halvorsen",),
)
DENIED = Says("it was China", "Lin Qiao", Stance.DENIES, actors=("China",), role=Role.ACCUSED, answers=(0,))


def speakers(*said: Says) -> list[str | None]:
    story = make_story(About(), *said)
    return [one.speaker for one in with_answers([particulars_of(c) for c in story.claims], story.relations)]


def test_who_denies_for_a_state_speaks_for_it() -> None:
    assert speakers(ACCUSED, DENIED) == ["Norway", "China"]


def test_who_accuses_the_accusers_of_a_state_that_denies_is_on_its_side() -> None:
    denial = Says("it was China", "China", Stance.DENIES, actors=("China",))
    envoy = Says("Norway taps cables", "Wen Li", Stance.ALLEGES, Act.SURVEILLANCE, ("Norway",))
    reporter = Says("Norway taps cables", "Dagny", act=Act.SURVEILLANCE, actors=("Norway",), role=Role.MEDIA)
    assert speakers(ACCUSED, denial, envoy, reporter)[2:] == ["China", "Dagny"]


def test_an_analyst_who_denies_nothing_stays_on_no_side() -> None:
    analyst = Says("China was behind it", "Anna Holt", Stance.ASSESSES, actors=("China",))
    assert speakers(ACCUSED, DENIED, analyst)[2] == "Anna Holt"


def test_the_sides_that_deny_are_those_of_denials() -> None:
    story = make_story(About(), ACCUSED, DENIED)
    told = with_answers([particulars_of(claim) for claim in story.claims], story.relations)
    assert find_denying(told) == {"China"}
