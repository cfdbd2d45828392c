from __future__ import annotations

import math

import pytest

from alleged.model.vocabulary import Act, Stance
from alleged.resolve.answered import (
    Question,
    Weights,
    ask,
    find_answered,
    is_about,
    shipped_weights,
    weigh,
)
from alleged.resolve.facts import Fact, make_fact
from tests.unit.resolve.sayings import Said, make_claims

STOLEN = Said("Norway", "hackers stole the source code of Nordvind", Stance.ALLEGES, Act.DATA_THEFT)
HARBOUR = Said("Norway", "hackers closed the harbour", Stance.ALLEGES, Act.DISRUPTION)
DENIAL = Said("Nordvind", "its source code was stolen", Stance.DENIES, Act.DATA_THEFT)


def facts(*said: Said) -> list[Fact]:
    return [make_fact(index, claim) for index, claim in enumerate(make_claims(*said))]


def answered(*said: Said) -> str | None:
    """The words of what the last of some sayings answers."""
    made = facts(*said)
    found = find_answered(made[-1], made)
    return found.claim.content.exact if found else None


def test_what_shares_words_and_act_is_answered() -> None:
    assert answered(STOLEN, HARBOUR, DENIAL) == STOLEN.words
    assert answered(HARBOUR, STOLEN, DENIAL) == STOLEN.words


def test_nothing_in_common_is_no_candidate() -> None:
    made = facts(HARBOUR, DENIAL)
    assert ask(made[1], made).candidates == ()
    assert answered(HARBOUR, DENIAL) is None


def test_a_long_finding_of_nobody_answers_rather_nothing() -> None:
    """What a document finds not to be so is seldom an answer: its own voice answers nobody."""
    words = "the tool of the hackers did not work on any older phone, tablet, watch, printer or camera"
    finding = Said(None, words, Stance.DENIES, Act.OTHER_OPERATION)
    made = facts(HARBOUR, *[Said(None, "the port is old", act=Act.COMMENT)] * 9, finding)
    assert [fact.index for fact in ask(made[-1], made).candidates] == [0]
    assert find_answered(made[-1], made) is None


def test_a_claim_is_about_the_responder_by_words_or_by_party() -> None:
    named, party, neither, response = facts(
        STOLEN,
        Said("Norway", "the yard was hacked", actors=("Nordvind",)),
        HARBOUR,
        Said("Nordvind", "requests for comment", Stance.DECLINES, Act.COMMENT),
    )
    assert is_about(response, named)
    assert is_about(response, party)
    assert not is_about(response, neither)
    state = facts(Said("China", "the charges", Stance.DENIES))[0]
    assert not is_about(state, named)


def test_the_features_tell_what_stands_out() -> None:
    made = facts(STOLEN, HARBOUR, DENIAL)
    (told,) = ask(made[2], made).features
    assert told["shared words"] == 2
    assert told["distance"] == pytest.approx(math.log(2))
    for name in ("stands before", "accuses", "tells the same act", "is the first about the responder"):
        assert told[name] == 1
    assert "stands after" not in told
    assert "is of the responder's side" not in told


def test_what_follows_closely_is_told_from_what_follows() -> None:
    made = facts(DENIAL, STOLEN, HARBOUR, HARBOUR, STOLEN)
    near, far = ask(made[0], made).features
    assert "stands right after" in near
    assert "stands after" in far


def test_probabilities_leave_room_for_no_answer() -> None:
    weights = Weights({"a": 2.0}, {"any": 1.0}, 0.5)
    made = facts(STOLEN, HARBOUR)
    chances = weigh(Question(tuple(made), ({"a": 1.0}, {}), {"any": 1.0}), weights)
    whole = math.exp(2) + 1 + math.exp(1)
    assert chances == [pytest.approx(math.exp(2) / whole), pytest.approx(1 / whole)]
    assert sum(chances) < 1


def test_the_shipped_weights_name_every_feature() -> None:
    weights = shipped_weights()
    made = facts(STOLEN, HARBOUR, DENIAL, STOLEN)
    question = ask(made[2], made)
    assert {name for told in question.features for name in told} <= weights.candidate.keys()
    assert question.response.keys() <= weights.response.keys()
    assert 0 < weights.least < 1
