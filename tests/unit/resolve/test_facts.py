from __future__ import annotations

import pytest

from alleged.model.vocabulary import Act, Stance
from alleged.resolve.facts import (
    Fact,
    accuses,
    accuses_of_deed,
    concerns,
    is_blanket,
    is_single,
    make_fact,
    only_rejects,
)
from tests.unit.resolve.sayings import Said, make_claims


def fact(said: Said) -> Fact:
    (claim,) = make_claims(said)
    return make_fact(0, claim)


def test_a_claim_is_judged_by_its_words_its_side_and_whom_it_accuses() -> None:
    made = fact(Said("Norway", "China hacked the port", Stance.ALLEGES, actors=("China",)))
    assert (made.side, made.accused, made.own_name) == ("Norway", "China", frozenset())
    assert {"hacked", "port"} <= made.words
    assert fact(Said("Nordvind", "a request for comment")).words == frozenset()
    assert fact(Said("Nordvind", "a port")).own_name == {"nordvind"}


@pytest.mark.parametrize(
    ("words", "act", "stance", "blanket"),
    [
        ("the allegations as baseless", Act.COMMENT, Stance.DENIES, True),
        ("such claims", Act.COMMENT, Stance.DENIES, True),
        ("any role in the attack", Act.INTRUSION, Stance.DENIES, False),
        ("the allegations of hacking", Act.INTRUSION, Stance.DENIES, False),
        ("the bill", Act.COMMENT, Stance.DENIES, False),
        ("the allegations", Act.COMMENT, Stance.DECLINES, False),
    ],
)
def test_blanket_is_a_denial_that_names_no_deed(words: str, act: Act, stance: Stance, blanket: bool) -> None:
    (claim,) = make_claims(Said("China", words, stance, act))
    assert is_blanket(claim) is blanket


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("completely unfounded” and “malicious slander", True),
        ("groundless", True),
        ("the groundless accusations of Norway", False),
        ("had no interest in ports", False),
    ],
)
def test_some_denials_say_nothing_but_how_wrong_it_is(words: str, only: bool) -> None:
    assert only_rejects(fact(Said("China", words, Stance.DENIES)).claim) is only
    assert not only_rejects(fact(Said("China", words, Stance.ALLEGES)).claim)


@pytest.mark.parametrize(
    ("words", "single"),
    [
        ("the accusation as groundless", True),
        ("any accusation", False),
        ("the accusations", False),
        ("them as groundless", False),
    ],
)
def test_one_accusation_is_not_any_and_not_several(words: str, single: bool) -> None:
    assert is_single(fact(Said("China", words, Stance.DENIES, Act.COMMENT))) is single


@pytest.mark.parametrize(
    ("speaker", "stance", "act", "accusing"),
    [
        ("Norway", Stance.ALLEGES, Act.INTRUSION, True),
        ("Norway", Stance.ASSERTS, Act.WORKS_FOR, True),
        (None, Stance.ASSESSES, Act.INTRUSION, True),
        (None, Stance.ASSERTS, Act.INTRUSION, False),
        ("Norway", Stance.ALLEGES, Act.SANCTION, False),
        ("Norway", Stance.DENIES, Act.INTRUSION, False),
    ],
)
def test_what_accuses(speaker: str | None, stance: Stance, act: Act, accusing: bool) -> None:
    assert accuses(fact(Said(speaker, "China hacked a port", stance, act)).claim) is accusing


def test_a_claim_concerns_the_side_that_it_accuses_and_whom_it_names() -> None:
    said = fact(Said("Norway", "China hacked Nordvind", Stance.ALLEGES, actors=("China",)))
    assert concerns(fact(Said("China", "that", Stance.DENIES)), said)
    assert concerns(fact(Said("Nordvind", "that", Stance.CONFIRMS)), said)
    assert not concerns(fact(Said("Microsoft", "that", Stance.CONFIRMS)), said)


def test_another_name_accuses_of_no_deed() -> None:
    (alias,) = make_claims(Said("Norway", "the group is PALE FJORD", Stance.ALLEGES, Act.SAME_AS, ("RIME",)))
    (deed,) = make_claims(Said("Norway", "the group hacked a port", Stance.ALLEGES, actors=("RIME",)))
    assert accuses(alias)
    assert not accuses_of_deed(alias)
    assert accuses_of_deed(deed)
