"""The operations that one document speaks of: its claims, each beside those it seems to be about.

Claims are read in order. Each goes to the operation that it has most in common with (whom it accuses, whom it
hit, names, rare words, what it answers, what it stands next to), or begins another one if it tells of a deed
that fits none. A counter-accusation never goes where those stand whom it accuses.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.lexicon.names import is_state
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Kind, RelationType, Stance
from alleged.resolve.answering import find_denying, with_answers
from alleged.resolve.particulars import AGAINST, DEEDS, is_accusation, particulars_of
from alleged.resolve.profiles import Evidence, Profile, add_claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alleged.model.claim import Claim
    from alleged.resolve.particulars import Particulars
    from alleged.resolve.stories import Story

ENOUGH = 1.5
"""Points from which a claim that could begin an operation of its own goes to one that is there."""
ENOUGH_UNACCUSED = 0.75
"""The same for a claim that accuses nobody: "the attack hit 30,000 firms" mostly goes on from others."""
FAR_APART = 6
"""Months between two times from which they are not of one operation."""
ANSWERS = frozenset({RelationType.DISPUTES, RelationType.CONFIRMS, RelationType.DECLINES})
_POINTING = frozenset({"the", "this", "these", "that", "those"})
_DEEDS_TOLD = frozenset(
    {
        *("attack", "attacks", "cyberattack", "cyberattacks", "hack", "hacks", "breach", "incident"),
        *("campaign", "campaigns", "operation", "operations", "activity", "activities"),
        *("intrusion", "intrusions"),
    }
)
"""Nouns by which a text speaks of a deed that it has told of."""
_REJECTING = frozenset({Stance.DENIES, Stance.DECLINES})
FARTHEST = 40
"""Operations, those begun last, that a claim can go to besides the first and what it answers."""
SHOWN = 3
"""Names or words that a reason shows."""


@dataclass(frozen=True, slots=True)
class Placing:
    """A claim beside the claim of the same document to which it was put, how firmly, and why."""

    claim: str
    to: str
    points: float
    why: str


@dataclass(slots=True, eq=False)
class Episode:
    """What one document says of one operation."""

    told: list[Particulars] = field(default_factory=list)
    placings: list[Placing] = field(default_factory=list)
    profile: Profile = field(default_factory=Profile)

    @property
    def is_told(self) -> bool:
        """Whether anything is said to have been done, or anybody is held to have done it."""
        return any(begins(one) for one in self.told)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where a document is being read: what was placed so far."""

    episodes: list[Episode]
    place: dict[str, Episode]
    answers: Mapping[str, Sequence[str]]
    paragraphs: Mapping[str, int]
    """The paragraph of each claim, by its id."""
    denying: frozenset[str]
    """Sides that deny anything in the document."""


def find_episodes(story: Story) -> tuple[Episode, ...]:
    """The operations of a document, in the order in which it comes to speak of them."""
    told = with_answers([particulars_of(claim) for claim in story.claims], story.relations)
    reading = _Reading([], {}, _answers(story), _paragraphs(story), find_denying(told))
    for one in _in_turn(told, reading):
        if reading.episodes or begins(one):
            _place(one, reading)
    return tuple(reading.episodes)


def _in_turn(told: Sequence[Particulars], reading: _Reading) -> list[Particulars]:
    """The claims as they are placed: what stands before the first deed after it, or last if it answers."""
    first = next((at for at, one in enumerate(told) if begins(one)), len(told))
    before, rest = told[:first], told[first:]
    answering = [one for one in before if one.claim.id in reading.answers]
    remarks = [one for one in before if one.claim.id not in reading.answers]
    return [*rest[:1], *remarks, *rest[1:], *answering]


def begins(told: Particulars) -> bool:
    """Whether a claim can be the first of an operation: it tells of a deed, and of whom or what."""
    claim = told.claim
    if claim.kind is Kind.COMMENT:
        return bool(told.accused.states)
    if claim.stance in _REJECTING and claim.kind in {*DEEDS, Kind.ATTRIBUTION}:
        return bool(told.content.names) and _denies_for_itself(told)
    if not (is_accusation(claim) or claim.act in AGAINST):
        return False
    return bool(told.accused.states or told.names or (claim.actors and told.words))


def _denies_for_itself(told: Particulars) -> bool:
    """Whether the accused is the speaker, or not known to be anybody else."""
    states = told.accused.states
    return told.speaker in states or (bool(states | told.accused.names) and not is_state(told.speaker))


def _answers(story: Story) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for relation in story.relations:
        if relation.type in ANSWERS:
            found.setdefault(relation.claim, []).append(relation.to)
    return found


def _paragraphs(story: Story) -> dict[str, int]:
    starts = [sentence.start for sentence in story.text.sentences]
    numbers = [-1, *(sentence.paragraph for sentence in story.text.sentences)]
    return {claim.id: numbers[bisect_right(starts, claim.quote.start)] for claim in story.claims}


def _place(one: Particulars, reading: _Reading) -> None:
    near = sorted(_near(one, reading))
    rated = [(_rate(one, reading.episodes[at], reading), -at) for at in near]
    best, at = max(rated, key=lambda pair: (_sum(pair[0]), pair[1]), default=([], 0))
    if not reading.episodes or (begins(one) and _sum(best) < _enough(one)):
        episode = Episode()
        reading.episodes.append(episode)
    else:
        episode = reading.episodes[-at]
        why = "; ".join(evidence.why for evidence in best if evidence.points > 0)
        to = _nearest(one.claim, episode, reading)
        episode.placings.append(Placing(one.claim.id, to, _sum(best), why or "nothing else in the document"))
    episode.told.append(one)
    add_claim(episode.profile, one)
    if _is_counter(one, reading) and one.speaker:
        episode.profile.counters[one.speaker] += 1
    reading.place[one.claim.id] = episode


def _near(one: Particulars, reading: _Reading) -> set[int]:
    """The operations that a claim can go to, by their numbers."""
    count = len(reading.episodes)
    answered = (reading.place.get(to) for to in reading.answers.get(one.claim.id, ()))
    others = {reading.episodes.index(episode) for episode in answered if episode}
    return {*range(max(0, count - FARTHEST), count), *range(min(1, count)), *others}


def _enough(one: Particulars) -> float:
    return ENOUGH if one.accused.states or one.accused.names else ENOUGH_UNACCUSED


def _sum(evidence: Sequence[Evidence]) -> float:
    return sum(one.points for one in evidence)


def _nearest(claim: Claim, episode: Episode, reading: _Reading) -> str:
    """The claim of the episode that it answers, or else the one that stands nearest before it."""
    answered = [to for to in reading.answers.get(claim.id, ()) if reading.place.get(to) is episode]
    return answered[0] if answered else episode.told[-1].claim.id


def _rate(one: Particulars, episode: Episode, reading: _Reading) -> list[Evidence]:
    return [
        *_by_side(one, episode, reading),
        *_by_names(one, episode.profile),
        *_by_place(one, episode, reading),
    ]


def _by_side(one: Particulars, episode: Episode, reading: _Reading) -> Iterator[Evidence]:
    profile, accused = episode.profile, one.accused.states
    same = sorted(accused & profile.accused.keys())
    if one.speaker in profile.accused and accused and not same:
        yield Evidence(-4.0, "a counter-accusation")
    elif _is_counter(one, reading) and one.speaker in profile.accusers:
        yield Evidence(2.0, f"both are accusations in turn, on the side of {one.speaker}")
    elif same:
        yield Evidence(1.0, f"both accuse {_list(same)}")
    elif accused and profile.accused:
        yield Evidence(-3.0, "accuses others")
    if one.speaker in profile.accused and not accused:
        yield _by_the_accused(one)


def _by_the_accused(one: Particulars) -> Evidence:
    if one.claim.kind in DEEDS and is_accusation(one.claim):
        return Evidence(-1.0, f"{one.speaker} is accused there, and tells of a deed")
    return Evidence(0.5, f"{one.speaker} is accused there")


def _is_counter(one: Particulars, reading: _Reading) -> bool:
    """Whether one who denies accuses others, or tells what was done by nobody knows whom."""
    accused = one.accused.states
    if one.speaker not in reading.denying or one.speaker in accused:
        return False
    return (bool(accused) and begins(one)) or (one.claim.kind in DEEDS and is_accusation(one.claim))


def _by_names(one: Particulars, profile: Profile) -> Iterator[Evidence]:
    actors = sorted(one.accused.names & profile.actors.keys())
    if actors:
        yield Evidence(2.0, f"both accuse {_list(actors)}")
    elif one.accused.names and profile.actors:
        yield Evidence(-0.75, "accuses others")
    matter = sorted(one.names & profile.matter.keys() | one.matter & profile.actors.keys())
    if matter:
        yield Evidence(min(3.0, 1.5 * len(matter)), f"both name {_list(matter)}")
    elif one.matter and profile.matter and not actors:
        yield Evidence(-1.0, "names other things")
    words = sorted(one.words & profile.words.keys())
    if words:
        yield Evidence(min(1.5, 0.5 * len(words)), f"both speak of {_list(words)}")
    if one.when and profile.times:
        apart = min(one.when.distance(time) for time in profile.times)
        if apart > FAR_APART:
            yield Evidence(-2.0, "another time")


def _list(keys: Sequence[str]) -> str:
    return ", ".join(keys[:SHOWN])


def _points_back(claim: Claim) -> bool:
    """Whether it speaks of "the attack" or "these operations": of what was told before."""
    norms = [word.norm for word in find_words(claim.content.exact)]
    return any(one in _POINTING and other in _DEEDS_TOLD for one, other in pairwise(norms))


def _by_place(one: Particulars, episode: Episode, reading: _Reading) -> Iterator[Evidence]:
    claim = one.claim
    if any(reading.place.get(to) is episode for to in reading.answers.get(claim.id, ())):
        yield Evidence(5.0, "answers it")
    last = episode.told[-1].claim
    if any(other.claim.quote.overlaps(claim.quote) for other in episode.told[-4:]):
        yield Evidence(1.25, "in the same sentence")
    elif last.id == next(reversed(reading.place)):
        same = reading.paragraphs[last.id] == reading.paragraphs[claim.id]
        yield Evidence(1.25 if same else 0.75, "goes on from it")
        if _points_back(claim):
            yield Evidence(1.0, "speaks of the same")
    if episode is reading.episodes[0]:
        yield Evidence(0.5, "the main matter of the document")
