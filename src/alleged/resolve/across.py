"""What answers what between documents: denials, confirmations, refusals; and who says the same elsewhere.

Every link is a suggestion with its reason. A response reaches a claim in another document if both say the
same, or if it answers in its own document what says the same. "The allegations" reach the accusations against
the speaker's side that are of the same incident, or that were published shortly before by those who accuse in
the denial's own document. Nothing answers what is known to be published later; nearness alone links nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from alleged.lexicon.names import is_state
from alleged.model.link import Relation
from alleged.model.vocabulary import Act, Basis, Ground, RelationType, Scope, Stance
from alleged.resolve.facts import (
    ANSWERABLE,
    RESPONSES,
    Fact,
    accuses_of_deed,
    is_blanket,
    is_single,
    make_fact,
    only_rejects,
)
from alleged.resolve.propositions import find_propositions
from alleged.resolve.publishing import count_days, is_after, tell_lead
from alleged.resolve.sides import states_in, states_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim, Speaker
    from alleged.resolve.incidents import Incident
    from alleged.resolve.propositions import Proposition
    from alleged.resolve.stories import Story

SHORTLY = 3
"""Days within which an accusation can be meant that is of no known incident."""
MOST = 60
"""Claims of other documents that one response answers at most: the newest before it."""
LOOKED_AT = 240
"""Claims that are looked at for it; keeps the work linear in the number of claims."""
SHOWN = 80
"""Characters of a claim that a reason repeats."""
_BACKING = frozenset({Act.WORKS_FOR, Act.SPONSORED_BY, Act.FRONT_FOR, Act.LINKED_TO})
"""Acts that say for whom somebody works; where somebody sits says nothing of it."""
_UNNAMED = frozenset({Basis.NARRATOR, Basis.ANONYMOUS, Basis.PASSIVE})
_UNDATED = ""
"""Sorts before every date."""
_AFTER_ALL = "\uffff"
"""Put after a date, it sorts after every more exact one: "2024-03" and this after "2024-03-26"."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A claim with where and when it stands, and what it is of."""

    fact: Fact
    title: str
    published: str | None
    incidents: frozenset[str]
    proposition: int | None
    """None for what says nothing in particular: "the allegations"."""
    accused: frozenset[str]
    """The sides that it accuses, also those that a group which it names is said to work for."""

    @property
    def claim(self) -> Claim:
        return self.fact.claim


@dataclass(frozen=True, slots=True)
class _Material:
    """All claims in order of publication, and what it takes to find those that a response can mean."""

    places: tuple[_Place, ...]
    by_id: Mapping[str, _Place]
    alike: Mapping[int, Sequence[_Place]]
    """By proposition."""
    against: Mapping[str, Sequence[_Place]]
    """Accusations by incident and by accused side."""
    answers: Mapping[str, Sequence[Relation]]
    """What the document of each response says that it answers."""
    spanning: frozenset[str]
    """Incidents of which several documents tell."""


def link_across(
    stories: Sequence[Story],
    incidents: Iterable[Incident] = (),
    propositions: Iterable[Proposition] | None = None,
) -> tuple[Relation, ...]:
    """What claims of each document do to claims of the others; the order of the documents does not matter.

    `incidents` are those suggested for these documents: without them, "the allegations" reach only what was
    published shortly before. `propositions` are those of all claims, if they are known already.
    """
    told = tuple(claim for story in stories for claim in story.claims)
    material = _gather(stories, incidents, find_propositions(told) if propositions is None else propositions)
    found = (*_link_responses(material), *_link_restatements(material))
    return tuple({(link.claim, link.to, link.type): link for link in reversed(found)}.values())[::-1]


def _link_responses(material: _Material) -> Iterator[Relation]:
    for place in material.places:
        if place.claim.stance in RESPONSES:
            yield from islice(_answer(place, material), MOST)


def _answer(place: _Place, material: _Material) -> Iterator[Relation]:
    if is_at_large(place.claim, material.answers.get(place.claim.id, ())):
        yield from _answer_at_large(place, material)
        return
    for other in _possible(place, _alike_to(place, material)):
        yield _relation(place, other, Scope.SPECIFIC, f"both are about “{_shorten(other)}”")
    yield from _answer_again(place, material)


def is_at_large(response: Claim, answers: Iterable[Relation]) -> bool:
    """Whether a response rejects accusations at large; `answers` are its relations in its own document."""
    rejects = is_blanket(response) or only_rejects(response)
    return rejects or any(answer.scope is Scope.BLANKET for answer in answers)


def _answer_again(place: _Place, material: _Material) -> Iterator[Relation]:
    """What says the same as the claims that are answered in the response's own document."""
    for answered in _answered(place, material):
        why = f"in its own document it answers “{_shorten(answered)}”, and this says the same"
        for other in _possible(place, _alike_to(answered, material)):
            yield _relation(place, other, _scope(place, material), why)


def _alike_to(place: _Place, material: _Material) -> Sequence[_Place]:
    return () if place.proposition is None else material.alike[place.proposition]


def _answered(place: _Place, material: _Material) -> list[_Place]:
    relations = material.answers.get(place.claim.id, ())
    return [material.by_id[r.to] for r in relations if r.to in material.by_id]


def _scope(place: _Place, material: _Material) -> Scope:
    return (
        Scope.BLANKET
        if is_at_large(place.claim, material.answers.get(place.claim.id, ()))
        else Scope.SPECIFIC
    )


def _possible(place: _Place, others: Sequence[_Place]) -> Iterator[_Place]:
    """Those of `others` that the response can answer, the newest first."""
    return (other for other in _newest(place, others) if _can_answer(place, other))


def _newest(place: _Place, others: Sequence[_Place]) -> Iterator[_Place]:
    """The last of `others` that may have been published before the response, the newest first."""
    until = (place.published or "") + _AFTER_ALL
    end = bisect_right(others, until, key=lambda other: other.published or _UNDATED)
    return (others[index] for index in range(end - 1, max(-1, end - 1 - LOOKED_AT), -1))


def _can_answer(place: _Place, other: _Place) -> bool:
    if other.claim.document == place.claim.document or other.claim.stance in RESPONSES:
        return False
    if other.fact.side is not None and other.fact.side == place.fact.side:
        return False
    answerable = other.claim.kind in ANSWERABLE or other.claim.act is Act.ATTRIBUTE
    return answerable and _is_of_same(place, other) and not is_after(other.published, place.published)


def _is_of_same(place: _Place, other: _Place) -> bool:
    """Whether both accuse the same side: who denies to have done it does not deny that it was done."""
    denied = place.accused if place.claim.stance is Stance.DENIES else frozenset()
    return not denied or bool(denied & other.accused)


def _answer_at_large(place: _Place, material: _Material) -> Iterator[Relation]:
    if is_single(place.fact):
        yield from _answer_again(place, material)
        return
    named = states_in(place.claim.content.exact) - {place.fact.side}
    for other in _accusing(place, material):
        if not named or named & states_of(other.claim.speaker):
            yield from _meant(place, other, material)


def _accusing(place: _Place, material: _Material) -> list[_Place]:
    """Accusations against the responder's side, the newest first, what repeats another after the others."""
    keys = [*sorted(_incidents_of(place, material)), place.fact.side or ""]
    found = {
        other.claim.id: other
        for key in keys
        for other in _possible(place, material.against.get(key, ()))
        if place.fact.side in other.accused
    }
    return _repeats_last(found.values())


def _repeats_last(places: Iterable[_Place]) -> list[_Place]:
    told: set[tuple[int | None, str]] = set()
    firsts: list[_Place] = []
    repeats: list[_Place] = []
    for place in places:
        key = (place.proposition, place.claim.speaker.name or "")
        (repeats if key in told and place.proposition is not None else firsts).append(place)
        told.add(key)
    return firsts + repeats


def _meant(place: _Place, other: _Place, material: _Material) -> Iterator[Relation]:
    """The link to an accusation that is of the same incident, or of the same accusers shortly before."""
    opening = f"“{_shorten(place)}” rejects what is said against {place.fact.side}"
    incidents = _incidents_of(place, material)
    if incidents & other.incidents:
        yield _relation(place, other, Scope.BLANKET, f"{opening}, and this is of the same incident")
    elif not _are_apart(incidents, other.incidents, material) and _is_shortly_before(place, other):
        accusers = sorted(_accusers(place, material) & states_of(other.claim.speaker))
        if accusers:
            yield _relation(place, other, Scope.BLANKET, f"{opening}, and {accusers[0]} says this")


def _are_apart(incidents: frozenset[str], others: frozenset[str], material: _Material) -> bool:
    """Whether both are of incidents that several documents tell; what one tells may belong anywhere."""
    return bool(incidents & material.spanning and others & material.spanning)


def _incidents_of(place: _Place, material: _Material) -> frozenset[str]:
    """The incidents of a response, and of what it answers in its own document."""
    return place.incidents.union(*(answered.incidents for answered in _answered(place, material)))


def _accusers(place: _Place, material: _Material) -> frozenset[str]:
    """The states that a denial names, and those whose accusations it answers in its own document."""
    named = states_in(place.claim.content.exact) - {place.fact.side}
    answered = (states_of(other.claim.speaker) for other in _answered(place, material))
    return frozenset(named).union(*answered)


def _is_shortly_before(place: _Place, other: _Place) -> bool:
    days = count_days(other.published, place.published)
    return days is not None and days <= SHORTLY


def _relation(place: _Place, other: _Place, scope: Scope, why: str) -> Relation:
    ground = Ground.ANAPHOR if scope is Scope.BLANKET else Ground.SAME_PROPOSITION
    ends = (place.claim.id, other.claim.id)
    reason = f"{why}; in {other.title}, {tell_lead(other.published, place.published)}"
    return Relation(*ends, RESPONSES[place.claim.stance], scope, ground, reason)


def _link_restatements(material: _Material) -> Iterator[Relation]:
    """The same proposition by the same speaker elsewhere: each later claim is linked to the first."""
    for alike in material.alike.values():
        for same in _by_voice(alike).values():
            first = same[0]
            later = {p.claim.document: p for p in reversed(same) if p.claim.document != first.claim.document}
            yield from (_restates(place, first) for place in reversed(later.values()))


def _restates(place: _Place, first: _Place) -> Relation:
    lead = tell_lead(first.published, place.published)
    reason = f"{place.claim.speaker.name} says “{_shorten(first)}” in {first.title}, {lead}"
    ends = (place.claim.id, first.claim.id)
    return Relation(*ends, RelationType.RESTATES, Scope.SPECIFIC, Ground.SAME_PROPOSITION, reason)


def _by_voice(places: Iterable[_Place]) -> dict[tuple[str, str, str], list[_Place]]:
    """What speakers with a name say, by speaker and by whether they say it, deny it or refuse to comment."""
    groups: dict[tuple[str, str, str], list[_Place]] = defaultdict(list)
    for place in places:
        if place.claim.speaker.name and place.claim.speaker.basis not in _UNNAMED:
            groups[*_voice(place.claim.speaker), _manner(place.claim.stance)].append(place)
    return groups


def _voice(speaker: Speaker) -> tuple[str, str]:
    return (speaker.name or "").casefold(), (speaker.on_behalf_of or "").casefold()


def _manner(stance: Stance) -> str:
    return stance if stance in {Stance.DENIES, Stance.DECLINES} else "says"


def _gather(
    stories: Sequence[Story], incidents: Iterable[Incident], propositions: Iterable[Proposition]
) -> _Material:
    given = tuple(incidents)
    ordered = sorted(stories, key=lambda story: (_published(story) or _UNDATED, story.text.document.id))
    facts = [[make_fact(index, claim) for index, claim in enumerate(story.claims)] for story in ordered]
    numbers = _number_propositions(propositions)
    held = _incidents_by_claim(given)
    behind = _find_backers(fact for told in facts for fact in told)
    places = tuple(
        _Place(
            fact,
            _title(story),
            _published(story),
            frozenset(held.get(fact.claim.id, ())),
            numbers.get(fact.claim.id),
            _accused(fact, behind),
        )
        for story, told in zip(ordered, facts, strict=True)
        for fact in told
    )
    spanning = frozenset(i.id for i in given if len({claim.document for claim in i.claims}) > 1)
    by_id = {place.claim.id: place for place in places}
    return _Material(places, by_id, _alike(places), _against(places), _answers(ordered), spanning)


def _published(story: Story) -> str | None:
    return story.text.document.metadata.published


def _title(story: Story) -> str:
    known = story.text.document.metadata
    named = known.title or known.publisher
    return f"“{named}”" if named else f"document {story.text.document.id[:8]}"


def _number_propositions(propositions: Iterable[Proposition]) -> dict[str, int]:
    found = enumerate(propositions)
    return {claim.id: number for number, proposition in found for claim in proposition.claims}


def _incidents_by_claim(incidents: Iterable[Incident]) -> dict[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        for claim in incident.claims:
            held[claim.id].add(incident.id)
    return held


def _find_backers(facts: Iterable[Fact]) -> dict[str, set[str]]:
    """The states for which groups are said to work, by the group's name."""
    behind: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        claim = fact.claim
        if (
            claim.act in _BACKING
            and claim.stance not in RESPONSES
            and fact.accused
            and is_state(fact.accused)
        ):
            for actor in claim.actors:
                if actor.name[:1].isupper() and not states_in(actor.name):
                    behind[actor.name.casefold()].add(fact.accused)
    return behind


def _accused(fact: Fact, behind: Mapping[str, set[str]]) -> frozenset[str]:
    if fact.accused is None:
        return frozenset()
    return frozenset({fact.accused, *behind.get(fact.accused.casefold(), ())})


def _alike(places: Iterable[_Place]) -> dict[int, list[_Place]]:
    groups: dict[int, list[_Place]] = defaultdict(list)
    for place in places:
        if place.proposition is not None:
            groups[place.proposition].append(place)
    return groups


def _against(places: Iterable[_Place]) -> dict[str, list[_Place]]:
    groups: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        if accuses_of_deed(place.claim):
            for key in (*sorted(place.accused), *sorted(place.incidents)):
                groups[key].append(place)
    return groups


def _answers(stories: Iterable[Story]) -> Mapping[str, Sequence[Relation]]:
    answers: dict[str, list[Relation]] = defaultdict(list)
    for story in stories:
        for relation in story.relations:
            answers[relation.claim].append(relation)
    return answers


def _shorten(place: _Place) -> str:
    words = " ".join(place.claim.content.exact.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
