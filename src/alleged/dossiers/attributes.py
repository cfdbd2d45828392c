"""What claims say of an operation: who, whom, when, how many - each value with the claims that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.voices import count_named_speakers
from alleged.dossiers.wording import tell_duration, tell_names, tell_speaker, tell_stance
from alleged.model.vocabulary import Kind, Stance
from alleged.resolve.quantities import Measure, find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from alleged.model.claim import Claim


class Question(StrEnum):
    """What is asked of an operation."""

    WHO = "who did it"
    WHOM = "to whom"
    WHEN = "when"
    HOW_LONG = "how long"
    HOW_MANY = "how many, how much"
    WHY = "what for"
    RESPONSE = "what was done about it"


@dataclass(frozen=True, slots=True)
class Value:
    """One answer in words of the claims, and the claims that give it, in their order."""

    words: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A question with every answer that claims give; several answers are not made one."""

    question: Question
    values: tuple[Value, ...]


_Said = tuple[str, str, float]
"""A value's key, its words, and by what it is put in order."""


def find_attributes(claims: Sequence[Claim], suspects: Collection[str] = ()) -> tuple[Attribute, ...]:
    """What the claims say, question by question; a question that none answers is left out.

    Amounts and lengths stand in order of size; of other values those that most speakers give come first,
    where documents of suspected floods (`suspects`) add no speaker.
    """
    asked = ((question, _collect(claims, find, suspects)) for question, find in _FINDERS.items())
    return tuple(Attribute(question, values) for question, values in asked if values)


def _collect(
    claims: Iterable[Claim], find: Callable[[Claim], Iterable[_Said]], suspects: Collection[str]
) -> tuple[Value, ...]:
    words: dict[str, tuple[float, str]] = {}
    sayers: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        if claim.stance is not Stance.DECLINES:
            for key, said, size in find(claim):
                words.setdefault(key, (size, said))
                sayers.setdefault(key, {})[claim.id] = claim
    values = {key: Value(said, tuple(sayers[key].values())) for key, (_, said) in words.items()}
    ordered = sorted(values, key=lambda key: (words[key][0], *_rank(values[key], suspects)))
    return tuple(values[key] for key in ordered)


def _rank(value: Value, suspects: Collection[str]) -> tuple[int, int]:
    """Speakers with a name go before documents that tell it in their own voice, or in nobody's.

    What was done about it is mostly told by documents themselves: there only they are counted.
    """
    trusted = [claim for claim in value.claims if claim.document not in suspects]
    documents = len({claim.document for claim in trusted})
    is_response = any(claim.kind is Kind.RESPONSE for claim in value.claims)
    return (0 if is_response else -count_named_speakers(trusted), -documents)


def group_by_saying(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims by who makes them and how surely, in order of the first of each."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((tell_speaker(claim.speaker), tell_stance(claim)), []).append(claim)
    return tuple(tuple(group) for group in groups.values())


def _find_actors(claim: Claim) -> Iterator[_Said]:
    if claim.kind is Kind.OPERATION:
        for mention in claim.actors:
            yield mention.name.casefold(), mention.name, 0
    if claim.kind is Kind.ATTRIBUTION and (claim.actors or claim.targets):
        named = " → ".join(filter(None, (tell_names(claim.actors), tell_names(claim.targets))))
        told = f"{claim.act.value}: {named}"
        yield told.casefold(), told, 0


def _find_targets(claim: Claim) -> Iterator[_Said]:
    if claim.kind in {Kind.OPERATION, Kind.IMPACT}:
        for mention in claim.targets:
            yield mention.name.casefold(), mention.name, 0


def _find_times(claim: Claim) -> Iterator[_Said]:
    when = claim.event_time
    words = when.words.exact if when.words else ""
    if claim.kind in {Kind.OPERATION, Kind.IMPACT, Kind.ATTRIBUTION} and (when.edtf or words):
        yield (when.edtf or words.casefold()), when.edtf or f"“{words}”, date open", 0


def _find_lengths(claim: Claim) -> Iterator[_Said]:
    found = [q for q in find_quantities(claim.content.exact) if q.measure is Measure.DURATION]
    if claim.kind not in {Kind.RESPONSE, Kind.COMMENT}:
        for quantity in found:
            yield quantity.words.casefold(), quantity.words, quantity.size
        when = claim.event_time
        if when.minimum and not found:
            words = when.words.exact if when.words else f"at least {tell_duration(when.minimum)}"
            yield words.casefold(), words, _days(words)


def _days(words: str) -> float:
    return max((q.size for q in find_quantities(words) if q.measure is Measure.DURATION), default=0)


def _find_amounts(claim: Claim) -> Iterator[_Said]:
    if claim.kind in {Kind.OPERATION, Kind.IMPACT, Kind.ATTRIBUTION}:
        for quantity in find_quantities(claim.content.exact):
            if quantity.measure is not Measure.DURATION:
                yield quantity.words.casefold(), quantity.words, quantity.size


def _find_motives(claim: Claim) -> Iterator[_Said]:
    if claim.kind is Kind.MOTIVE:
        yield claim.content.exact.casefold(), claim.content.exact, 0


def _find_responses(claim: Claim) -> Iterator[_Said]:
    if claim.kind is Kind.RESPONSE:
        names = " → ".join(filter(None, (tell_names(claim.actors), tell_names(claim.targets))))
        told = f"{claim.act.value}: {names}" if names else claim.act.value
        yield told.casefold(), told, 0


_FINDERS: dict[Question, Callable[[Claim], Iterable[_Said]]] = {
    Question.WHO: _find_actors,
    Question.WHOM: _find_targets,
    Question.WHEN: _find_times,
    Question.HOW_LONG: _find_lengths,
    Question.HOW_MANY: _find_amounts,
    Question.WHY: _find_motives,
    Question.RESPONSE: _find_responses,
}
