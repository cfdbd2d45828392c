"""Who answers in a document for whom: a spokesman for the accused state, and what he says of others."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.lexicon.names import is_state
from alleged.model.vocabulary import Kind, RelationType, Role, Stance
from alleged.resolve.particulars import is_accusation, told_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.model.link import Relation
    from alleged.resolve.particulars import Particulars

_DEFENDING = frozenset({Role.ACCUSED, Role.DIPLOMAT})


def with_answers(told: Sequence[Particulars], relations: Iterable[Relation]) -> list[Particulars]:
    """The claims of a document with the states that people speak for, and with whom remarks accuse in turn.

    Who denies what China is accused of, or accuses those who accuse it, is on its side. What one who denies
    remarks of another state ("the biggest source of attacks") is an accusation, even where no deed is told.
    """
    states = _states_spoken_for(told, relations)
    sided = [replace(one, speaker=states.get(one.speaker or "", one.speaker)) for one in told]
    denying = find_denying(sided)
    return [_as_accusation(one) if one.speaker in denying else one for one in sided]


def find_denying(told: Iterable[Particulars]) -> frozenset[str]:
    """The sides that deny anything in a document."""
    return frozenset(one.speaker for one in told if one.speaker and one.claim.stance is Stance.DENIES)


def _as_accusation(one: Particulars) -> Particulars:
    if one.claim.kind is not Kind.COMMENT or one.claim.stance is Stance.DENIES:
        return one
    accused = told_by(one.claim.actors)
    return one if one.speaker in accused.states or not accused.states else replace(one, accused=accused)


def _states_spoken_for(told: Sequence[Particulars], relations: Iterable[Relation]) -> Mapping[str, str]:
    """The state that speakers of no known state mostly deny for, or whose accusers they accuse."""
    accused = {state for one in told if is_accusation(one.claim) for state in one.accused.states}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for speaker, state in _denied_for(told, relations):
        votes[speaker][state] += state in accused
    found = {speaker: most for speaker, counts in votes.items() if (most := _most(counts))}
    states = {speaker for speaker in find_denying(told) if is_state(speaker)} | set(found.values())
    for state in states if len(states) == 1 else ():
        accusers = frozenset(one.speaker for one in told if one.speaker and state in one.accused.states)
        ours = (one.speaker for one in told if one.speaker and _accuses_in_turn(one, state, accusers))
        found |= {speaker: found.get(speaker, state) for speaker in ours}
    return found


def _denied_for(told: Sequence[Particulars], relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    """Speakers with a state for which they deny something: by what they deny, or by what that answers."""
    by_id = {one.claim.id: one for one in told}
    answers = ((by_id.get(r.claim), by_id.get(r.to)) for r in relations if r.type is RelationType.DISPUTES)
    for denial, denied in [*((one, one) for one in told), *answers]:
        if denial and denied and denial.speaker and _defends(denial):
            yield from ((denial.speaker, state) for state in denied.accused.states)


def _defends(one: Particulars) -> bool:
    claim = one.claim
    return claim.stance is Stance.DENIES and claim.speaker.role in _DEFENDING and not is_state(one.speaker)


def _accuses_in_turn(one: Particulars, state: str, accusers: frozenset[str]) -> bool:
    """Whether it is somebody of no known state, no reporter, who accuses those who accuse the state."""
    if is_state(one.speaker) or one.claim.speaker.role is Role.MEDIA or not is_accusation(one.claim):
        return False
    return bool(one.accused.states & accusers) and state not in one.accused.states


def _most(counts: Counter[str]) -> str | None:
    """What occurs more often than anything else."""
    first, then = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > then[1] else None
