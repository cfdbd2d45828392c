"""What answers what in one document: denials, confirmations and refusals, linked to the claims they answer.

A link is a suggestion with its reason. A denial of "the allegations" disputes every accusation against its
speaker's side that stands near it ("the British charges" only those of Britain, "the accusation" only the
nearest), and says that it is blanket; a counter-accusation disputes nothing. Nearness alone links nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.lexicon.names import is_state
from alleged.model.link import Relation
from alleged.model.vocabulary import Act, Ground, Kind, Scope, Stance
from alleged.resolve.answered import find_answered, is_about
from alleged.resolve.facts import (
    ACCUSING,
    RESPONSES,
    Fact,
    accuses_of_deed,
    concerns,
    is_blanket,
    is_single,
    make_fact,
    names_of,
    only_rejects,
)
from alleged.resolve.sides import states_in, states_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.model.claim import Claim, Mention

_GENERIC = {Kind.OPERATION: Act.OTHER_OPERATION, Kind.ATTRIBUTION: Act.LINKED_TO}
"""What is left of deeds that differ, where they are of one kind."""
FARTHEST = 60
"""Claims between a response and what it answers; keeps the work linear in the length of a document."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims of a document, responses completed from what they answer, and the relations between them."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a response answers, how, and why."""

    answered: tuple[Fact, ...]
    scope: Scope
    ground: Ground
    reason: str


def link_responses(claims: Sequence[Claim]) -> Linked:
    """The claims with their responses completed, and who disputes, confirms or declines what."""
    facts = [make_fact(index, claim) for index, claim in enumerate(claims)]
    answers = {fact.index: _find_answer(fact, facts) for fact in facts if fact.claim.stance in RESPONSES}
    completed = tuple(_completed(fact.claim, answers.get(fact.index)) for fact in facts)
    relations = (
        r for index, answer in answers.items() if answer for r in _relations(completed, index, answer)
    )
    return Linked(completed, tuple(relations))


def _find_answer(response: Fact, facts: Sequence[Fact]) -> _Answer | None:
    near = facts[max(0, response.index - FARTHEST) : response.index + FARTHEST]
    if is_blanket(response.claim) or only_rejects(response.claim):
        return _blanket(response, near)
    return _specific(response, near)


def _blanket(response: Fact, near: Sequence[Fact]) -> _Answer | None:
    against = [f for f in near if f is not response and accuses_of_deed(f.claim) and _is_against(response, f)]
    before = [f for f in against if f.index < response.index]
    after = [f for f in against if f.accused == response.side]
    found = tuple(_meant(response, before or after))
    return _Answer(found, Scope.BLANKET, Ground.ANAPHOR, _reason(response)) if found else None


def _reason(response: Fact) -> str:
    rejected = "the nearest accusation" if is_single(response) else "what the document says"
    side = response.side or "its speaker"
    return f"“{response.claim.content.exact}” rejects {rejected} against {side}"


def _meant(response: Fact, against: Sequence[Fact]) -> Sequence[Fact]:
    """The accusations that the words mean: those of the state they name; the nearest if they speak of one."""
    states = states_in(response.claim.content.exact) - {response.side}
    of_state = [fact for fact in against if states & states_of(fact.claim.speaker)]
    left = of_state or against
    return [_nearest(response, left)] if left and is_single(response) else left


def _nearest(response: Fact, against: Sequence[Fact]) -> Fact:
    """The nearest accusation; one that somebody makes goes before one that the document repeats."""
    made = [fact for fact in against if fact.claim.speaker.name is not None]
    return min(made or against, key=lambda fact: abs(fact.index - response.index))


def _is_against(response: Fact, other: Fact) -> bool:
    """Whether a claim accuses the responder's side, and is not made by that side.

    A state is accused too where somebody accuses a group that no other state is known to be behind; where
    nobody is named as accused, only what is alleged counts.
    """
    if response.side == other.side:
        return False
    if other.accused == response.side:
        return True
    if other.accused is None:
        return other.claim.stance is Stance.ALLEGES
    is_suspected = other.claim.stance in ACCUSING and other.claim.speaker.name is not None
    return is_suspected and is_state(response.side) and not is_state(other.accused)


def _specific(response: Fact, near: Sequence[Fact]) -> _Answer | None:
    best = find_answered(response, near)
    if best is None:
        return None
    shared = sorted((response.words - response.own_name) & best.words)
    if shared:
        reason = f"both speak of {', '.join(shared[:5])}"
        return _Answer((best,), Scope.SPECIFIC, Ground.SAME_PROPOSITION, reason)
    return _Answer((best,), Scope.SPECIFIC, Ground.ANAPHOR, _why(response, best))


def _why(response: Fact, best: Fact) -> str:
    """What speaks for a claim that shares no words with its answer."""
    if is_about(response, best):
        return f"it speaks of {response.claim.speaker.name}, who responds"
    if concerns(response, best):
        return f"it accuses {response.side}, for which the response speaks"
    return "both name the same party"


def _completed(claim: Claim, answer: _Answer | None) -> Claim:
    """A response without a proposition of its own takes over what all that it answers have in common."""
    if answer is None or claim.act is not Act.COMMENT:
        return claim
    act, actors, targets = _shared([fact.claim for fact in answer.answered])
    return replace(claim, act=act, actors=actors, targets=targets)


def _shared(claims: Sequence[Claim]) -> tuple[Act, tuple[Mention, ...], tuple[Mention, ...]]:
    """The act, actors and targets of the first claim, each only where all the claims agree in it."""
    first = claims[0]
    actors = first.actors if _agree(names_of(claim.actors) for claim in claims) else ()
    targets = first.targets if _agree(names_of(claim.targets) for claim in claims) else ()
    return _shared_act(claims), actors, targets


def _shared_act(claims: Sequence[Claim]) -> Act:
    if _agree(claim.act for claim in claims):
        return claims[0].act
    agreed = _agree(claim.kind for claim in claims)
    return _GENERIC.get(claims[0].kind, Act.COMMENT) if agreed else Act.COMMENT


def _agree(values: Iterable[object]) -> bool:
    return len(set(values)) == 1


def _relations(claims: Sequence[Claim], index: int, answer: _Answer) -> Iterator[Relation]:
    response = claims[index]
    for other in answer.answered:
        answered = claims[other.index].id
        yield Relation(
            response.id, answered, RESPONSES[response.stance], answer.scope, answer.ground, answer.reason
        )
