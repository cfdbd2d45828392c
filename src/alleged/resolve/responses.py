"""What answers what in one document: denials, confirmations and refusals, linked to the claims they answer.

A link is a suggestion with its reason. A denial of "the allegations" disputes every accusation against its
speaker's side that the document holds, and says that it is blanket; a counter-accusation disputes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import content_words
from alleged.model.link import Relation
from alleged.model.vocabulary import Act, Ground, Kind, RelationType, Scope, Stance
from alleged.resolve.sides import side_of, side_of_accused

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
MOST_BLANKET = 12
ENOUGH = 2.0
"""The score from which a claim is suggested as the one that is answered."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims of a document, responses completed from what they answer, and the relations between them."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a response answers: indices of claims, how, and why."""

    answered: tuple[int, ...]
    scope: Scope
    ground: Ground
    reason: str


def link_responses(claims: Sequence[Claim]) -> Linked:
    """The claims with their responses completed, and who disputes, confirms or declines what."""
    answers = {i: a for i, claim in enumerate(claims) if claim.stance in _TYPES and (a := _find_answer(i, claims))}
    completed = tuple(_completed(c, claims, answers.get(i)) for i, c in enumerate(claims))
    relations = (r for i, answer in answers.items() for r in _relations(completed, i, answer))
    return Linked(completed, tuple(relations))


def _find_answer(index: int, claims: Sequence[Claim]) -> _Answer | None:
    response = claims[index]
    if is_blanket(response):
        found = _accusations_against(response, index, claims)
        reason = f"{response.content.exact!r} rejects all that the document says against {side_of(response) or 'its speaker'}"
        return _Answer(found, Scope.BLANKET, Ground.ANAPHOR, reason) if found else None
    return _best(index, claims)


def is_blanket(response: Claim) -> bool:
    """Whether a denial rejects "the allegations" at large and names no deed."""
    return response.stance is Stance.DENIES and response.act is Act.COMMENT and bool(_words(response) & _ANAPHORS)


def _accusations_against(response: Claim, index: int, claims: Sequence[Claim]) -> tuple[int, ...]:
    side = side_of(response)
    found = [i for i, c in enumerate(claims) if i != index and _accuses(c) and _is_against(side, c)]
    before = [i for i in found if i < index]
    return tuple((before or found)[-MOST_BLANKET:])


def _accuses(claim: Claim) -> bool:
    return claim.kind in {Kind.OPERATION, Kind.ATTRIBUTION} and (claim.stance in _ACCUSING or _is_asserted_by_other(claim))


def _is_asserted_by_other(claim: Claim) -> bool:
    return claim.stance is Stance.ASSERTS and claim.speaker.name is not None


def _is_against(side: str | None, claim: Claim) -> bool:
    accused = side_of_accused(claim)
    if side is None:
        return accused is None
    return side != side_of(claim) and accused in {side, None}


def _best(index: int, claims: Sequence[Claim]) -> _Answer | None:
    scored = [(_score(index, i, claims), -abs(index - i), i) for i in range(len(claims)) if _can_answer(index, i, claims)]
    score, _, best = max(scored, default=(0.0, 0, -1))
    if score < ENOUGH:
        return None
    shared = sorted(_words(claims[index]) & _words(claims[best]))
    if shared:
        return _Answer((best,), Scope.SPECIFIC, Ground.SAME_PROPOSITION, f"both speak of {', '.join(shared[:5])}")
    return _Answer((best,), Scope.SPECIFIC, Ground.ANAPHOR, "the last claim before it that it can answer")


def _can_answer(index: int, other: int, claims: Sequence[Claim]) -> bool:
    response, claim = claims[index], claims[other]
    if index == other or claim.stance in _TYPES or claim.speaker.name == response.speaker.name:
        return False
    return claim.kind in _ANSWERABLE or claim.act is Act.ATTRIBUTE


def _score(index: int, other: int, claims: Sequence[Claim]) -> float:
    """Points for shared words, for a claim against the speaker's side, for coming before and for being near."""
    response, claim = claims[index], claims[other]
    side = side_of(response)
    points = 0.8 * len(_words(response) & _words(claim))
    points += 1.0 * (side is not None and side == side_of_accused(claim))
    points += 1.0 * (other < index)
    points += 0.5 * (claim.stance in _ACCUSING) + 0.5 * (claim.act is response.act)
    return points - 0.05 * abs(index - other)


def _completed(claim: Claim, claims: Sequence[Claim], answer: _Answer | None) -> Claim:
    """A response without a proposition of its own takes over the one that it answers."""
    if answer is None or claim.act is not Act.COMMENT:
        return claim
    answered = claims[answer.answered[0]]
    return replace(claim, act=answered.act, actors=answered.actors, targets=answered.targets)


def _relations(claims: Sequence[Claim], index: int, answer: _Answer) -> Iterator[Relation]:
    for other in answer.answered:
        kind = _TYPES[claims[index].stance]
        yield Relation(claims[index].id, claims[other].id, kind, answer.scope, answer.ground, answer.reason)


def _words(claim: Claim) -> frozenset[str]:
    return content_words(claim.content.exact)


_ANAPHORS = frozenset({"allegations", "allegation", "accusations", "accusation", "claims", "charges", "charge", "findings", "report",
                       "reports", "attribution", "statements", "assertions", "them", "these", "it"})  # fmt: skip
