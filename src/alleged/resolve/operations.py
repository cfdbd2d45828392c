"""Two documents on one operation: what speaks for it, from what their claims say and when they came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from alleged.lexicon.words import find_words
from alleged.resolve.profiles import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.model.document import Text
    from alleged.resolve.months import Months
    from alleged.resolve.profiles import Profile

    Weights = Mapping[str, float]

ENOUGH = 2.75
"""Points from which claims of two documents are suggested to be about one operation."""
PUBLISHED = ((3, 1.0), (10, 0.5), (30, -0.25), (90, -1.0), (inf, -1.75))
"""Days between two publications up to which they count so much."""
SHORT = 6
"""Months of a time that is short enough to tell operations apart, and between two such that do."""
FULL = 6
"""What a sixth of a document's claims on an operation name weighs as much as anything can."""
SUPPORT = 0.3
"""Share of an incident's documents that must name something for it to count."""
SHOWN = 4
_DAY = 10
"""Characters of a date that names a day."""


@dataclass(frozen=True)
class Operation:
    """What one document, or several together, tell of an operation: keys with weights from 0 to 1."""

    documents: frozenset[str]
    matter: Weights = field(default_factory=dict)
    actors: Weights = field(default_factory=dict)
    words: Weights = field(default_factory=dict)
    accused: Weights = field(default_factory=dict)
    hit: Weights = field(default_factory=dict)
    accusers: Weights = field(default_factory=dict)
    counters: Weights = field(default_factory=dict)
    times: tuple[Months, ...] = ()
    published: float | None = None
    """Day of publication, counted from year 1; of several documents the mean of those that have one."""

    @cached_property
    def named(self) -> Weights:
        """The names of what was hit, of the means and of the accused."""
        keys = self.matter.keys() | self.actors.keys()
        return {key: max(self.matter.get(key, 0.0), self.actors.get(key, 0.0)) for key in keys}


def operation_of(profile: Profile, text: Text) -> Operation:
    """What one document tells: what its title or several of its claims have weighs most."""
    document = text.document
    title = frozenset(word.norm for word in find_words(document.metadata.title or ""))

    def weigh(counts: Mapping[str, int]) -> Weights:
        return {k: 1.0 if k in title else min(1.0, FULL * n / profile.size) for k, n in counts.items()}

    times = tuple(time for time in profile.times if time.length <= SHORT)
    return Operation(
        documents=frozenset({document.id}),
        matter=weigh(profile.matter),
        actors=weigh(profile.actors),
        words=weigh(profile.words),
        accused=weigh(profile.accused),
        hit=weigh(profile.hit),
        accusers=weigh(profile.accusers),
        counters=weigh(profile.counters),
        times=times[:SHOWN],
        published=_day(document.metadata.published),
    )


def _day(published: str | None) -> float | None:
    """The day of publication; None where it is not known to the day."""
    try:
        return float(date.fromisoformat((published or "")[:_DAY]).toordinal())
    except ValueError:
        return None


def together(one: Operation, other: Operation) -> Operation:
    """What the documents of both tell on average."""
    share = len(one.documents) / (len(one.documents) + len(other.documents))

    def mean(left: Weights, right: Weights) -> Weights:
        rest = 1 - share
        keys = left.keys() | right.keys()
        return {key: share * left.get(key, 0.0) + rest * right.get(key, 0.0) for key in keys}

    return Operation(
        documents=one.documents | other.documents,
        matter=mean(one.matter, other.matter),
        actors=mean(one.actors, other.actors),
        words=mean(one.words, other.words),
        accused=mean(one.accused, other.accused),
        hit=mean(one.hit, other.hit),
        accusers=mean(one.accusers, other.accusers),
        counters=mean(one.counters, other.counters),
        times=tuple(sorted({*one.times, *other.times}, key=lambda time: (time.first, time.last)))[:SHOWN],
        published=_mean_day(one, other, share),
    )


def _mean_day(one: Operation, other: Operation, share: float) -> float | None:
    if one.published is None or other.published is None:
        return one.published if other.published is None else other.published
    return share * one.published + (1 - share) * other.published


def weigh_up(one: Operation, other: Operation) -> tuple[Evidence, ...]:
    """Everything that speaks for the two being one, and against."""
    evidence = (*_matter(one, other), *_sides(one, other), *_words(one, other))
    return (*evidence, *_times(one, other), *_publication(one, other))


def points(evidence: Iterable[Evidence]) -> float:
    """The sum of it."""
    return sum(one.points for one in evidence)


def _shared(left: Weights, right: Weights) -> dict[str, float]:
    """What both tell; what few documents of an incident tell does not count."""
    if left.keys().isdisjoint(right):
        return {}
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    found = ((key, min(small[key], large[key])) for key in small if key in large)
    return dict(sorted(((k, w) for k, w in found if w >= SUPPORT), key=lambda pair: (-pair[1], pair[0])))


def _differ(left: Weights, right: Weights) -> bool:
    """Whether both tell something of weight, and nothing of all that they tell is the same."""
    told = all(any(weight >= SUPPORT for weight in weights.values()) for weights in (left, right))
    return told and left.keys().isdisjoint(right.keys())


def _matter(one: Operation, other: Operation) -> Iterator[Evidence]:
    """The names that both have; one that mostly stands for the accused counts as theirs throughout."""
    shared = _shared(one.named, other.named)
    actors = [key for key in shared if _accused_as(key, one) + _accused_as(key, other) > 0]
    matter = [key for key in shared if key not in actors]
    if matter:
        yield Evidence(_fading(shared[key] for key in matter), f"both name {_list(matter)}")
    if actors:
        yield Evidence(min(1.0, sum(shared[key] for key in actors)), f"both accuse {_list(actors)}")
    if not matter and _differ(one.matter, other.matter):
        yield Evidence(-1.25, "they name different things")
    elif not shared and not _shared(one.words, other.words):
        yield Evidence(-1.0, "they name nothing in common")


def _accused_as(key: str, one: Operation) -> float:
    return one.actors.get(key, 0.0) - one.matter.get(key, 0.0)


def _fading(weights: Iterable[float]) -> float:
    """Their sum, each counting half as much as the one before: names come in twos and in lists."""
    total, share = 0.0, 1.0
    for weight in sorted(weights, reverse=True):
        total += share * weight
        share /= 2
    return total


def _sides(one: Operation, other: Operation) -> Iterator[Evidence]:
    accused = _shared(one.accused, other.accused)
    if accused:
        yield Evidence(0.75, f"both accuse {_list(accused)}")
    elif _differ(one.accused, other.accused):
        yield Evidence(-1.5, "they accuse different states")
    hit = _shared(one.hit, other.hit)
    if hit:
        yield Evidence(0.25, f"both say that {_list(hit)} was hit")
    accusers = _shared(one.accusers, other.accusers)
    if accusers:
        yield Evidence(0.5, f"both have it from {_list(accusers)}")
    if _is_answer(one, other) or _is_answer(other, one):
        yield Evidence(-3.0, "the one accuses those who accuse in the other")
    counters = _shared(one.counters, other.counters)
    if counters and accused:
        yield Evidence(1.0, f"both are accusations in turn, on the side of {_list(counters)}")


def _is_answer(one: Operation, other: Operation) -> bool:
    """Whether what the one tells is a counter-accusation to the other, by whom it accuses."""
    strong = {state for state, weight in one.accused.items() if weight >= SUPPORT}
    crossed = bool(one.counters.keys() & other.accused.keys()) and bool(strong & other.accusers.keys())
    return crossed and not strong & other.accused.keys()


def _words(one: Operation, other: Operation) -> Iterator[Evidence]:
    words = _shared(one.words, other.words)
    if words:
        yield Evidence(min(1.5, 0.5 * sum(words.values())), f"both speak of {_list(words)}")


def _times(one: Operation, other: Operation) -> Iterator[Evidence]:
    if one.times and other.times:
        apart = min(left.distance(right) for left in one.times for right in other.times)
        if apart == 0:
            yield Evidence(0.5, "they give the same time")
        elif apart > SHORT:
            yield Evidence(-2.0, "they give different times")


def _publication(one: Operation, other: Operation) -> Iterator[Evidence]:
    if one.documents & other.documents:
        yield Evidence(0.5, "they stand in one document")
    elif one.published is not None and other.published is not None:
        days = abs(one.published - other.published)
        points = next(points for most, points in PUBLISHED if days <= most)
        yield Evidence(points, f"published {_told(round(days))}")


def _told(days: int) -> str:
    return "on the same day" if days == 0 else f"{days} {'day' if days == 1 else 'days'} apart"


def _list(keys: Iterable[str]) -> str:
    return ", ".join(list(keys)[:SHOWN])
