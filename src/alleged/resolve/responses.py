"""What answers what in one document: denials, confirmations and refusals, linked to the claims they answer.

A link is a suggestion with its reason. A denial of "the allegations" disputes every accusation against its
speaker's side that stands near it, and says that it is blanket; a counter-accusation disputes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import content_words
from alleged.lexicon.nominals import nominals
from alleged.model.link import Relation
from alleged.model.vocabulary import Act, Ground, Kind, RelationType, Scope, Stance
from alleged.resolve.sides import is_state, side_of, side_of_accused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.model.claim import Claim

_TYPES = {
    Stance.DENIES: RelationType.DISPUTES,
    Stance.CONFIRMS: RelationType.CONFIRMS,
    Stance.DECLINES: RelationType.DECLINES,
}
_ANSWERABLE = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
_ACCUSING = frozenset({Stance.ALLEGES, Stance.ASSESSES})
FARTHEST = 60
"""Claims between a response and what it answers; keeps the work linear in the length of a document."""
ENOUGH = 2.0
"""The score from which a claim is suggested as the one that is answered."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims of a document, responses completed from what they answer, and the relations between them."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A claim with what its links are judged by."""

    index: int
    claim: Claim
    words: frozenset[str]
    side: str | None
    accused: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a response answers, how, and why."""

    answered: tuple[_Fact, ...]
    scope: Scope
    ground: Ground
    reason: str


def link_responses(claims: Sequence[Claim]) -> Linked:
    """The claims with their responses completed, and who disputes, confirms or declines what."""
    facts = [_fact(index, claim) for index, claim in enumerate(claims)]
    answers = {fact.index: _find_answer(fact, facts) for fact in facts if fact.claim.stance in _TYPES}
    completed = tuple(_completed(fact.claim, answers.get(fact.index)) for fact in facts)
    relations = (
        r for index, answer in answers.items() if answer for r in _relations(completed, index, answer)
    )
    return Linked(completed, tuple(relations))


def is_blanket(response: Claim) -> bool:
    """Whether a denial rejects "the allegations" at large and names no deed."""
    words = content_words(response.content.exact)
    return (
        response.stance is Stance.DENIES and response.act is Act.COMMENT and bool(words & nominals().anaphors)
    )


def _fact(index: int, claim: Claim) -> _Fact:
    words = content_words(claim.content.exact)
    return _Fact(index, claim, words, side_of(claim.speaker), side_of_accused(claim))


def _find_answer(response: _Fact, facts: Sequence[_Fact]) -> _Answer | None:
    near = facts[max(0, response.index - FARTHEST) : response.index + FARTHEST]
    if is_blanket(response.claim):
        return _blanket(response, near)
    return _specific(response, near)


def _blanket(response: _Fact, near: Sequence[_Fact]) -> _Answer | None:
    against = [f for f in near if f is not response and _accuses(f.claim) and _is_against(response, f)]
    before = [f for f in against if f.index < response.index]
    after = [f for f in against if f.accused == response.side]
    found = tuple(before or after)
    side = response.side or "its speaker"
    reason = f"“{response.claim.content.exact}” rejects what the document says against {side}"
    return _Answer(found, Scope.BLANKET, Ground.ANAPHOR, reason) if found else None


def _accuses(claim: Claim) -> bool:
    if claim.kind not in {Kind.OPERATION, Kind.ATTRIBUTION}:
        return False
    return claim.stance in _ACCUSING or (claim.stance is Stance.ASSERTS and claim.speaker.name is not None)


def _is_against(response: _Fact, other: _Fact) -> bool:
    """Whether a claim accuses the responder's side, and is not made by that side.

    A state is accused too where only a group is named that no other state is known to be behind.
    """
    if response.side == other.side:
        return False
    group = is_state(response.side) and not is_state(other.accused)
    return other.accused in {response.side, None} or group


def _specific(response: _Fact, near: Sequence[_Fact]) -> _Answer | None:
    candidates = [fact for fact in near if _can_be_answered(response, fact)]
    best = max(candidates, key=lambda fact: (_score(response, fact), -fact.index), default=None)
    if best is None or _score(response, best) < ENOUGH:
        return None
    shared = sorted(response.words & best.words)
    if shared:
        reason = f"both speak of {', '.join(shared[:5])}"
        return _Answer((best,), Scope.SPECIFIC, Ground.SAME_PROPOSITION, reason)
    return _Answer((best,), Scope.SPECIFIC, Ground.ANAPHOR, "the nearest claim that it can answer")


def _can_be_answered(response: _Fact, other: _Fact) -> bool:
    if other is response or other.claim.stance in _TYPES:
        return False
    if other.side is not None and other.side == response.side:
        return False
    return other.claim.kind in _ANSWERABLE or other.claim.act is Act.ATTRIBUTE


def _score(response: _Fact, other: _Fact) -> float:
    """Points for shared words, for accusing the responder's side, for standing before it and near it."""
    points = 0.8 * len(response.words & other.words)
    points += 1.0 * (response.side is not None and response.side == other.accused)
    points += 1.0 * (other.index < response.index)
    points += 0.5 * (other.claim.stance in _ACCUSING) + 0.5 * (other.claim.act is response.claim.act)
    return points - 0.05 * abs(response.index - other.index)


def _completed(claim: Claim, answer: _Answer | None) -> Claim:
    """A response without a proposition of its own takes over the one that it answers."""
    if answer is None or claim.act is not Act.COMMENT:
        return claim
    answered = answer.answered[0].claim
    return replace(claim, act=answered.act, actors=answered.actors, targets=answered.targets)


def _relations(claims: Sequence[Claim], index: int, answer: _Answer) -> Iterator[Relation]:
    response = claims[index]
    for other in answer.answered:
        answered = claims[other.index].id
        yield Relation(
            response.id, answered, _TYPES[response.stance], answer.scope, answer.ground, answer.reason
        )
