from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.lexicon.names import is_state
from alleged.model.claim import Mention, Speaker
from alleged.model.span import Span
from alleged.model.vocabulary import Act, Basis, Role
from alleged.resolve.sides import side_of, side_of_accused, states_in, states_of
from tests.unit.resolve.sayings import Said, make_claims


def speaker(name: str | None, words: str | None = None, principal: str | None = None) -> Speaker:
    span = Span(0, len(words), words) if words else None
    return Speaker(Role.OTHER, Basis.EXPLICIT, name, span, principal)


@pytest.mark.parametrize(
    ("one", "side"),
    [
        (speaker("United States"), "United States"),
        (speaker("United States Department of Justice"), "United States"),
        (speaker("Zhao Lijian", "Chinese foreign ministry spokesman Zhao Lijian"), "China"),
        (speaker("embassy", "Its embassy", "Russia"), "Russia"),
        (speaker("Chinese embassy in Oslo", "its embassy in Norway"), "China"),
        (speaker("Nordvind"), "Nordvind"),
        (speaker(None), None),
    ],
)
def test_a_speaker_belongs_to_a_state_or_to_himself(one: Speaker, side: str | None) -> None:
    assert side_of(one) == side


def test_whom_a_speaker_speaks_for_counts_more_than_where_he_is() -> None:
    assert side_of(speaker("embassy", "the embassy in Norway", "China")) == "China"


@pytest.mark.parametrize(
    ("actors", "side"),
    [
        (("China",), "China"),
        (("Ministry of State Security",), "China"),
        (("RIME VALLEY", "Russian hackers"), "Russia"),
        (("RIME VALLEY",), "RIME VALLEY"),
        ((), None),
    ],
)
def test_a_claim_accuses_a_state_or_else_its_first_actor(actors: tuple[str, ...], side: str | None) -> None:
    (claim,) = make_claims(Said("Norway", "somebody hacked the port", actors=actors))
    assert side_of_accused(claim) == side


def test_the_words_for_an_actor_tell_its_state_too() -> None:
    (claim,) = make_claims(Said("Norway", "they hacked the port"))
    words = "seven Chinese nationals"
    actor = Mention("seven nationals", Span(0, len(words), words))
    assert side_of_accused(replace(claim, actors=(actor,))) == "China"


@pytest.mark.parametrize(
    ("act", "side"), [(Act.WORKS_FOR, "Russia"), (Act.SPONSORED_BY, "Russia"), (Act.INTRUSION, None)]
)
def test_an_attribution_accuses_the_employer_and_a_deed_not_its_victim(act: Act, side: str | None) -> None:
    (claim,) = make_claims(Said("Norway", "the hackers and the GRU", act=act))
    target = Mention("Main Intelligence Directorate", Span(0, 7, "the GRU"))
    assert side_of_accused(replace(claim, targets=(target,))) == side


def test_those_who_speak_together_speak_for_each_of_their_states() -> None:
    assert states_of(speaker("United States; United Kingdom")) == {"United States", "United Kingdom"}
    assert states_of(speaker("embassy", "the Norwegian embassy", "Norway")) == {"Norway"}
    assert states_of(speaker(None)) == frozenset()


def test_a_text_names_states_by_their_people_and_seats_too() -> None:
    assert states_in("the British charges and what Moscow said") == {"United Kingdom", "Russia"}
    assert states_in("the charges") == frozenset()


@pytest.mark.parametrize(
    ("side", "state"),
    [
        ("China", True),
        ("RIME VALLEY", False),
        ("Microsoft", False),
        ("Federal Security Service", False),
        (None, False),
    ],
)
def test_a_side_is_a_state_or_somebody_by_his_own_name(side: str | None, state: bool) -> None:
    assert is_state(side) is state
