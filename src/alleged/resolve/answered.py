"""Which claim a response most probably answers, by weights that were learnt from annotated articles.

Rules say what can be answered at all; the weights rank that, beside the chance that none of it is answered.
`answered.json` holds them by name; `training/answers.py` writes it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from alleged.lexicon.grammar import content_words
from alleged.lexicon.names import is_state
from alleged.lexicon.nominals import nominals
from alleged.model.vocabulary import Act, Realis, Role, Stance
from alleged.resolve.facts import ACCUSING, ANSWERABLE, RESPONSES, Fact, accuses, concerns, names_of

Features: TypeAlias = Mapping[str, float]
"""What is told of a candidate, or of a response: values by name."""

WEIGHTS = "answered.json"
MOST_SHARED = 3
"""Shared words beyond these make no difference."""
CLOSE = 2
"""Claims between a response and what it answers right after: "denied, after *X accused it of Y*"."""
CLOSE_BY = 200
"""Characters between the two."""
_PARTIES = frozenset({Role.ACCUSED, Role.VICTIM})


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts, and the least probability from which a candidate is suggested."""

    candidate: Features
    response: Features
    """Those of a response count for the chance that nothing is answered."""
    least: float


@dataclass(frozen=True, slots=True)
class Question:
    """A response, what it can answer, and what is told of both."""

    candidates: tuple[Fact, ...]
    features: tuple[Features, ...]
    """Of each candidate."""
    response: Features


@cache
def shipped_weights() -> Weights:
    """The weights of the package."""
    table = json.loads((files("alleged.resolve") / WEIGHTS).read_text(encoding="utf-8"))
    return Weights(table["candidate"], table["response"], float(table["least"]))


def find_answered(response: Fact, near: Sequence[Fact]) -> Fact | None:
    """The claim among those near that is most probably answered; None where rather none is."""
    question, weights = ask(response, near), shipped_weights()
    chances = weigh(question, weights)
    best = max(range(len(chances)), key=lambda i: (chances[i], -i), default=None)
    return None if best is None or chances[best] < weights.least else question.candidates[best]


def weigh(question: Question, weights: Weights) -> list[float]:
    """The probability of each candidate; what is missing to 1 is that none of them is answered."""
    scores = [sum_up(weights.candidate, features) for features in question.features]
    odds = [math.exp(score - sum_up(weights.response, question.response)) for score in scores]
    return [each / (1 + sum(odds)) for each in odds]


def sum_up(weights: Features, features: Features) -> float:
    """The features, each times its weight; one without a weight counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def ask(response: Fact, near: Sequence[Fact]) -> Question:
    """What a response can answer among the claims near it, with the features of both."""
    candidates = tuple(fact for fact in near if _can_be_answered(response, fact))
    ranks = _Ranks.of(response, candidates)
    told = tuple(_with_value(_describe(response, other, ranks)) for other in candidates)
    return Question(candidates, told, _with_value(_describe_response(response, candidates)))


def is_about(response: Fact, other: Fact) -> bool:
    """Whether a claim speaks of the responder by name, in its words or as one of its parties."""
    if not response.own_name:
        return False
    quoted = content_words(other.claim.quote.exact) | other.words
    return bool(response.own_name & quoted) or any(response.own_name & words for words in _parties(other))


def _can_be_answered(response: Fact, other: Fact) -> bool:
    if other is response or other.claim.stance in RESPONSES:
        return False
    if other.side is not None and other.side == response.side and is_state(other.side):
        return False
    answerable = other.claim.kind in ANSWERABLE or other.claim.act is Act.ATTRIBUTE
    return answerable and _has_to_do(response, other)


def _has_to_do(response: Fact, other: Fact) -> bool:
    """Whether they share words or a party, or one concerns the responder.

    What a state is accused of is not what it was asked about where a refusal says what that was.
    """
    if _said(response) & other.words or _shares_party(response, other):
        return True
    if is_about(response, other):
        return True
    elsewhere = response.claim.stance is Stance.DECLINES and bool(_said(response) - nominals().anaphors)
    return not elsewhere and concerns(response, other)


def _said(response: Fact) -> frozenset[str]:
    """The words of a response without the name of who responds."""
    return response.words - response.own_name


def _shares_party(response: Fact, other: Fact) -> bool:
    claim, against = response.claim, other.claim
    return bool(names_of((*claim.actors, *claim.targets)) & names_of((*against.actors, *against.targets)))


def _parties(fact: Fact) -> tuple[frozenset[str], ...]:
    return tuple(content_words(each.name) for each in (*fact.claim.actors, *fact.claim.targets))


@dataclass(frozen=True, slots=True)
class _Ranks:
    """The candidates that stand out, by their index; None where there is none."""

    first_about: int | None
    first_accusing: int | None
    last_of_another: int | None

    @classmethod
    def of(cls, response: Fact, candidates: Sequence[Fact]) -> _Ranks:
        """The ranks of what a response can answer."""
        about = (fact.index for fact in candidates if is_about(response, fact))
        accusing = (fact.index for fact in candidates if fact.claim.stance in ACCUSING)
        others = (fact.index for fact in reversed(candidates) if _is_of_another(response, fact))
        return cls(next(about, None), next(accusing, None), next(others, None))


def _is_of_another(response: Fact, other: Fact) -> bool:
    """Whether somebody else said it before, by name."""
    return (
        other.index < response.index and other.claim.speaker.name is not None and other.side != response.side
    )


def _describe(response: Fact, other: Fact, ranks: _Ranks) -> Features:
    claim, answer = other.claim, response.claim
    return {
        _order(response, other): 1.0,
        "distance": math.log(abs(response.index - other.index)),
        "claims before it": math.log(1 + other.index),
        "accuses": accuses(claim),
        "is worded as an accusation": claim.stance in ACCUSING,
        "tells the same act": claim.act is answer.act is not Act.COMMENT,
        "is of the same kind": claim.kind is answer.kind,
        "shared words": min(MOST_SHARED, len(_said(response) & other.words)),
        "is about the responder": is_about(response, other),
        "is the first about the responder": other.index == ranks.first_about,
        "is the first accusation": other.index == ranks.first_accusing,
        "is the last that somebody else said": other.index == ranks.last_of_another,
        "is of the responder's side": other.side is not None and other.side == response.side,
        "is not told as having happened": claim.realis not in {None, Realis.ACTUAL},
    }


def _order(response: Fact, other: Fact) -> str:
    if other.index < response.index:
        return "stands before"
    apart = other.claim.content.start - response.claim.content.end
    is_close = other.index - response.index <= CLOSE and apart < CLOSE_BY
    return "stands right after" if is_close else "stands after"


def _describe_response(response: Fact, candidates: Sequence[Fact]) -> Features:
    speaker, stance = response.claim.speaker, response.claim.stance
    return {
        "any": 1.0,
        "responder is accused or a victim": speaker.role in _PARTIES,
        "responder is not named": speaker.name is None,
        "responder is a reporter": speaker.role is Role.MEDIA,
        "words": math.log(1 + len(response.words)),
        "candidates": math.log(1 + len(candidates)),
        "denies": stance is Stance.DENIES,
        "confirms": stance is Stance.CONFIRMS,
    }


def _with_value(features: Features) -> Features:
    return {name: float(value) for name, value in features.items() if value}
