"""Candidates: whom a name may stand for, each an entry of one authority's list, with a reason and a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alleged.model.entity import Entity


class Way(StrEnum):
    """How a candidate was found; `SCORES` says how far each way goes."""

    LISTED = "listed"
    """An authority lists this very name."""
    PARTED = "parted"
    """Words that are no part of the name were left out: an article, a country before an agency's name."""
    WORD = "word"
    """A word that only says what it is was left out or put to it: "Lazarus" for "Lazarus Group"."""
    BRIDGE = "bridge"
    """One authority lists the name for an entry, and this authority has that entry's own name."""
    WEAK = "weak"
    """An authority lists the name, and calls it weak itself."""
    MISSPELT = "misspelt"
    """One letter differs from a name that is listed."""
    DISGUISE = "disguise"
    """It only looks like a name that is listed."""
    ALIKE = "alike"
    """Names of persons or firms that are alike; the score says how much."""
    DECIDED = "decided"
    """A person decided it, and no list leads to it."""


SCORES = {
    Way.LISTED: 1.0,
    Way.PARTED: 0.97,
    Way.WORD: 0.9,
    Way.BRIDGE: 0.85,
    Way.WEAK: 0.6,
    Way.MISSPELT: 0.6,
    Way.DISGUISE: 0.5,
    Way.ALIKE: 0.7,
    Way.DECIDED: 1.0,
}
"""What a candidate has to begin with."""
ENOUGH = 0.75
"""The score from which a candidate can be chosen."""


class Flag(StrEnum):
    """What a reader must know about a name that was looked up."""

    UNKNOWN = "unknown"
    """No list has it."""
    SEVERAL = "several"
    """It can stand for different things, and none is chosen."""
    DISGUISED = "disguised"
    """It looks like a known name and is written in other letters, or with invisible characters."""
    ODD = "odd"
    """It is written in an odd way, whatever it looks like."""
    NAME_ALONE = "name-alone"
    """Persons or firms have it: a name alone never tells who somebody is."""
    DECIDED = "decided"
    """A person decided it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry of one authority's list that a name may stand for."""

    entity: Entity
    reason: str
    """Why, for people to read: who lists the name, in which version of the list."""
    score: float
    """0 to 1; ENOUGH is the score from which one can be chosen."""
    way: Way = Way.LISTED

    @property
    def id(self) -> str:
        """The candidate as a decision names it: "authority:id"."""
        return f"{self.entity.authority}:{self.entity.id}"

    @property
    def is_enough(self) -> bool:
        """Whether the score lets it be chosen."""
        return self.score >= ENOUGH
