"""Persons and firms of the lists whose names are like a name: never more than candidates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from alleged.knowledge.common import is_common
from alleged.knowledge.known import Choice
from alleged.model.entity import EntityKind
from alleged.resolve.candidates import SCORES, Candidate, Way
from alleged.resolve.name_index import index_firms, index_persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Entity
    from alleged.resolve.firm_names import FirmName
    from alleged.resolve.listings import Listings
    from alleged.resolve.name_index import N, NameIndex
    from alleged.resolve.person_names import PersonName

ALONE = frozenset({EntityKind.PERSON, EntityKind.FIRM})
"""Kinds of which a name alone never tells who it is."""
_FEWEST_WORDS = 2
"""Words in Latin letters below which a name tells too little to be compared."""
_MOST_WORDS = 6
"""Words above which it is no name."""
_PARTICLE = 3
"""Letters of the longest word that a name has in small letters: "van", "and"."""


class People:
    """The persons and firms of all lists by their names."""

    def __init__(self, knowledge: Knowledge, listings: Listings) -> None:
        self._knowledge = knowledge
        self._listings = listings

    def find_persons(self, name: str) -> Iterator[Candidate]:
        """Persons whose names are like this one, the likest first."""
        if self._borne[EntityKind.PERSON] and _can_be_name(name):
            yield from self._find(name, self._persons, self._borne[EntityKind.PERSON])

    def find_firms(self, name: str) -> Iterator[Candidate]:
        """Firms whose names are like this one, the likest first."""
        if self._borne[EntityKind.FIRM] and _can_be_name(name):
            yield from self._find(name, self._firms, self._borne[EntityKind.FIRM])

    def _find(self, name: str, index: NameIndex[N], borne: list[tuple[str, Entity]]) -> Iterator[Candidate]:
        for listed in index.find(name):
            bearer, entity = borne[listed.at]
            reason = f"{self._listings.tell(entity, bearer)}; {listed.match.reason}"
            yield Candidate(entity, reason, SCORES[Way.ALIKE] * listed.match.score, Way.ALIKE)

    @cached_property
    def _borne(self) -> dict[EntityKind, list[tuple[str, Entity]]]:
        """Each name with the one who has it, by kind."""
        found: dict[EntityKind, list[tuple[str, Entity]]] = {kind: [] for kind in ALONE}
        for entity in self._knowledge.entities(Choice(kinds=ALONE)):
            for name in (entity.name, *(alias.name for alias in entity.aliases)):
                found[entity.kind].append((name, entity))
        return found

    @cached_property
    def _persons(self) -> NameIndex[PersonName]:
        return index_persons([name for name, _ in self._borne[EntityKind.PERSON]])

    @cached_property
    def _firms(self) -> NameIndex[FirmName]:
        return index_firms([name for name, _ in self._borne[EntityKind.FIRM]])


def is_borne(candidate: Candidate) -> bool:
    """Whether a person or firm has this very name, and nothing in the document speaks against it."""
    is_listed = candidate.way in {Way.LISTED, Way.PARTED}
    return candidate.entity.kind in ALONE and is_listed and candidate.score >= SCORES[Way.ALIKE]


def _can_be_name(words: str) -> bool:
    """Whether it has several words or characters that are words, which are written like a name.

    "Remote Services" is made of ordinary words only; a name made so is found where a list has it.
    """
    parts = words.split()
    if len(parts) > _MOST_WORDS or (len(parts) < _FEWEST_WORDS and words.isascii()):
        return False
    if any(part[0].islower() and len(part) > _PARTICLE for part in parts):
        return False
    return not all(part[0].islower() or is_common(part.lower()) for part in parts)
