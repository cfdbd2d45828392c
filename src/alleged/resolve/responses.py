"""What answers what in one document: denials, confirmations and refusals, linked to the claims they answer.

A link is a suggestion with its reason. A denial of "the allegations" disputes every accusation against its
speaker's side that stands near it ("the British charges" only those of Britain, "the accusation" only the
nearest), and says that it is blanket; a counter-accusation disputes nothing. Nearness alone links nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import content_words
from alleged.lexicon.nominals import nominals
from alleged.lexicon.words import find_words
from alleged.model.link import Relation
from alleged.model.vocabulary import Act, Ground, Kind, RelationType, Scope, Stance
from alleged.resolve.sides import is_state, side_of, side_of_accused, states_in, states_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.model.claim import Claim, Mention

_TYPES = {
    Stance.DENIES: RelationType.DISPUTES,
    Stance.CONFIRMS: RelationType.CONFIRMS,
    Stance.DECLINES: RelationType.DECLINES,
}
_ANSWERABLE = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
_ACCUSING = frozenset({Stance.ALLEGES, Stance.ASSESSES})
_GENERIC = {Kind.OPERATION: Act.OTHER_OPERATION, Kind.ATTRIBUTION: Act.LINKED_TO}
"""What is left of deeds that differ, where they are of one kind."""
_ASKING = frozenset(
    {"request", "requests", "comment", "comments", "question", "questions", "inquiry", "inquiries"}
)
"""What a refusal speaks of where it does not say what it was asked about."""
_ANY = frozenset({"any", "every", "each", "all", "such"})
_ONE = frozenset({"accusation", "allegation", "charge", "attribution"})
"""Words for one accusation; "the report" holds more than one."""
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
    own_name: frozenset[str]
    """The words of the name that tells the speaker from others: none for "the company" or a state."""


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
    words = content_words(claim.content.exact) - _ASKING
    side = side_of(claim.speaker)
    return _Fact(index, claim, words, side, side_of_accused(claim), _own_name(claim.speaker.name or "", side))


def _own_name(name: str, side: str | None) -> frozenset[str]:
    return content_words(name) if name[:1].isupper() and not is_state(side) else frozenset()


def _find_answer(response: _Fact, facts: Sequence[_Fact]) -> _Answer | None:
    near = facts[max(0, response.index - FARTHEST) : response.index + FARTHEST]
    if is_blanket(response.claim):
        return _blanket(response, near)
    return _specific(response, near)


def _blanket(response: _Fact, near: Sequence[_Fact]) -> _Answer | None:
    against = [f for f in near if f is not response and _accuses(f.claim) and _is_against(response, f)]
    before = [f for f in against if f.index < response.index]
    after = [f for f in against if f.accused == response.side]
    found = tuple(_meant(response, before or after))
    return _Answer(found, Scope.BLANKET, Ground.ANAPHOR, _reason(response)) if found else None


def _reason(response: _Fact) -> str:
    rejected = "the nearest accusation" if _is_single(response) else "what the document says"
    side = response.side or "its speaker"
    return f"“{response.claim.content.exact}” rejects {rejected} against {side}"


def _meant(response: _Fact, against: Sequence[_Fact]) -> Sequence[_Fact]:
    """The accusations that the words mean: those of the state they name; the nearest if they speak of one."""
    states = states_in(response.claim.content.exact) - {response.side}
    of_state = [fact for fact in against if states & states_of(fact.claim.speaker)]
    left = of_state or against
    return [_nearest(response, left)] if left and _is_single(response) else left


def _is_single(response: _Fact) -> bool:
    """Whether "the accusation" is rejected, and not "the accusations" or "any accusation"."""
    spoken = {word.norm for word in find_words(response.claim.content.exact)}
    said = response.words & nominals().anaphors
    return said <= _ONE and not spoken & _ANY


def _nearest(response: _Fact, against: Sequence[_Fact]) -> _Fact:
    """The nearest accusation; one that somebody makes goes before one that the document repeats."""
    made = [fact for fact in against if fact.claim.speaker.name is not None]
    return min(made or against, key=lambda fact: abs(fact.index - response.index))


def _accuses(claim: Claim) -> bool:
    if claim.kind not in {Kind.OPERATION, Kind.ATTRIBUTION}:
        return False
    return claim.stance in _ACCUSING or (claim.stance is Stance.ASSERTS and claim.speaker.name is not None)


def _is_against(response: _Fact, other: _Fact) -> bool:
    """Whether a claim accuses the responder's side, and is not made by that side.

    A state is accused too where only a group is named that no other state is known to be behind; where nobody
    is named, only what is worded as an accusation counts.
    """
    if response.side == other.side:
        return False
    if other.accused is None:
        return other.claim.stance in _ACCUSING
    return other.accused == response.side or (is_state(response.side) and not is_state(other.accused))


def _specific(response: _Fact, near: Sequence[_Fact]) -> _Answer | None:
    candidates = [fact for fact in near if _can_be_answered(response, fact)]
    best = max(candidates, key=lambda fact: (_score(response, fact), -fact.index), default=None)
    if best is None or _score(response, best) < ENOUGH:
        return None
    shared = sorted(response.words & best.words)
    if shared:
        reason = f"both speak of {', '.join(shared[:5])}"
        return _Answer((best,), Scope.SPECIFIC, Ground.SAME_PROPOSITION, reason)
    return _Answer((best,), Scope.SPECIFIC, Ground.ANAPHOR, "the nearest claim that concerns its speaker")


def _can_be_answered(response: _Fact, other: _Fact) -> bool:
    if other is response or other.claim.stance in _TYPES:
        return False
    if other.side is not None and other.side == response.side:
        return False
    answerable = other.claim.kind in _ANSWERABLE or other.claim.act is Act.ATTRIBUTE
    return answerable and _has_to_do(response, other)


def _has_to_do(response: _Fact, other: _Fact) -> bool:
    """Whether they share words or an actor, or one concerns the responder, who was asked nothing else."""
    if response.words & other.words or _names(response.claim.actors) & _names(other.claim.actors):
        return True
    elsewhere = response.claim.stance is Stance.DECLINES and bool(_topic(response))
    return not elsewhere and _concerns(response, other)


def _topic(response: _Fact) -> frozenset[str]:
    """What a refusal says that it was asked about."""
    return response.words - nominals().anaphors - response.own_name


def _concerns(response: _Fact, other: _Fact) -> bool:
    """Whether a claim accuses the responder's side or speaks of the responder by name."""
    accused = response.side is not None and response.side == other.accused
    return accused or (bool(response.own_name) and response.own_name <= other.words)


def _score(response: _Fact, other: _Fact) -> float:
    """Points for shared words, for concerning the responder, for standing before it and near it."""
    points = 0.8 * len(response.words & other.words)
    points += 1.5 * _concerns(response, other)
    points += 1.0 * (other.index < response.index)
    points += 0.5 * (other.claim.stance in _ACCUSING) + 0.5 * (other.claim.act is response.claim.act)
    return points - 0.05 * abs(response.index - other.index)


def _completed(claim: Claim, answer: _Answer | None) -> Claim:
    """A response without a proposition of its own takes over what all that it answers have in common."""
    if answer is None or claim.act is not Act.COMMENT:
        return claim
    act, actors, targets = _shared([fact.claim for fact in answer.answered])
    return replace(claim, act=act, actors=actors, targets=targets)


def _shared(claims: Sequence[Claim]) -> tuple[Act, tuple[Mention, ...], tuple[Mention, ...]]:
    """The act, actors and targets of the first claim, each only where all the claims agree in it."""
    first = claims[0]
    actors = first.actors if _agree(_names(claim.actors) for claim in claims) else ()
    targets = first.targets if _agree(_names(claim.targets) for claim in claims) else ()
    return _shared_act(claims), actors, targets


def _shared_act(claims: Sequence[Claim]) -> Act:
    if _agree(claim.act for claim in claims):
        return claims[0].act
    agreed = _agree(claim.kind for claim in claims)
    return _GENERIC.get(claims[0].kind, Act.COMMENT) if agreed else Act.COMMENT


def _names(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.name for mention in mentions)


def _agree(values: Iterable[object]) -> bool:
    return len(set(values)) == 1


def _relations(claims: Sequence[Claim], index: int, answer: _Answer) -> Iterator[Relation]:
    response = claims[index]
    for other in answer.answered:
        answered = claims[other.index].id
        yield Relation(
            response.id, answered, _TYPES[response.stance], answer.scope, answer.ground, answer.reason
        )
