"""What some claims together say of an operation, and how much speaks for two of these being about one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.resolve.particulars import accuses

if TYPE_CHECKING:
    from alleged.resolve.months import Months
    from alleged.resolve.particulars import Particulars


@dataclass(slots=True)
class Profile:
    """Counts over claims (or, across documents, over documents) of what they tell."""

    size: int = 0
    matter: Counter[str] = field(default_factory=Counter)
    """Names of what was hit and of the means."""
    actors: Counter[str] = field(default_factory=Counter)
    """Names of the accused that are no states."""
    words: Counter[str] = field(default_factory=Counter)
    accused: Counter[str] = field(default_factory=Counter)
    """States that are accused."""
    hit: Counter[str] = field(default_factory=Counter)
    """States that were hit."""
    accusers: Counter[str] = field(default_factory=Counter)
    """Sides that accuse."""
    counters: Counter[str] = field(default_factory=Counter)
    """Sides that accuse in turn, where they deny what they are accused of themselves."""
    times: list[Months] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much one observation speaks for two groups of claims being about one operation, or against."""

    points: float
    why: str


def add_claim(profile: Profile, told: Particulars) -> None:
    """Count what a claim tells."""
    profile.size += 1
    profile.matter.update(told.matter)
    profile.actors.update(told.accused.names)
    profile.words.update(told.words)
    profile.accused.update(told.accused.states)
    profile.hit.update(told.hit.states)
    if told.speaker and accuses(told):
        profile.accusers[told.speaker] += 1
    if told.when:
        profile.times.append(told.when)
