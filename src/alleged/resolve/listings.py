"""Whom the lists give a name to: to the letter, in other ways, over another list, or misspelt."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from alleged.knowledge.keys import name_key
from alleged.knowledge.known import Choice
from alleged.model.entity import EntityKind
from alleged.resolve.agreement import why_same
from alleged.resolve.candidates import SCORES, Candidate, Way
from alleged.resolve.loose_names import find_loose_names, trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Alias, Entity
    from alleged.resolve.loose_names import LooseName

_LOOSE = frozenset({EntityKind.GROUP, EntityKind.TOOL, EntityKind.CAMPAIGN})
"""Kinds whose names are looked for in other ways; names of persons and firms are compared instead."""
_SHORTEST_MISSPELT = 7
_DIGITS = re.compile(r"\d{1,6}")


class Listings:
    """The names of all lists, and whom they are given to."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The candidates for a name by all lists; of each list those found in the nearest way."""
        found = [*self._listed(name), *self._loose(name)]
        nearest = _nearest(found) or _nearest(self._misspelt(name))
        return (*nearest, *self._bridged(nearest))

    def tell(self, entity: Entity, name: str) -> str:
        """Which list has the name for the entity, in which version."""
        key = name_key(name)
        if name_key(entity.name) == key:
            return f"{self._list_of(entity)} lists {entity.name!r}"
        alias = next((each for each in entity.aliases if name_key(each.name) == key), None)
        if alias is None:
            return f"{self._list_of(entity)} lists {entity.name!r}"
        listed = f"{self._list_of(entity)} lists {alias.name!r} as another name of {entity.name!r}"
        return listed + _manner(alias)

    def rank(self, entity: Entity) -> tuple[bool, int]:
        """The place of an entity's list: MITRE's lists first, then the others in the order of loading."""
        return "mitre" not in entity.authority and "attack" not in entity.authority, self._places[
            entity.authority
        ]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all names."""
        return frozenset(self._names_by_key)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names as they are written, but those that their own lists call weak."""
        return tuple(dict.fromkeys(name for names in self._names_by_key.values() for name in names))

    @cached_property
    def _names_by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for entity in self._knowledge.entities():
            for name in (entity.name, *(alias.name for alias in entity.aliases if not alias.weak)):
                found[name_key(name)].append(name)
        return found

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {each.name: each.title for each in self._knowledge.authorities}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {each.name: at for at, each in enumerate(self._knowledge.authorities)}

    def _list_of(self, entity: Entity) -> str:
        return f"{self._titles[entity.authority]} (version {entity.version})"

    def _listed(self, name: str) -> Iterator[Candidate]:
        for entity in self._knowledge.find(name) if name_key(name) else ():
            way = Way.WEAK if _is_weak(entity, name) else Way.LISTED
            yield Candidate(entity, self.tell(entity, name), SCORES[way], way)

    def _loose(self, name: str) -> Iterator[Candidate]:
        for loose in find_loose_names(name, self.keys):
            if name_key(loose.name) in self.keys:
                yield from (self._by_loose(entity, loose) for entity in self._fitting(loose))

    def _fitting(self, loose: LooseName) -> Iterator[Entity]:
        for entity in self._knowledge.find(loose.name):
            is_kind = entity.kind in ({loose.kind} if loose.kind else _LOOSE)
            if (loose.way is Way.PARTED or is_kind) and not _is_weak(entity, loose.name):
                yield entity

    def _by_loose(self, entity: Entity, loose: LooseName) -> Candidate:
        return Candidate(
            entity, f"{loose.reason}: {self.tell(entity, loose.name)}", SCORES[loose.way], loose.way
        )

    def _bridged(self, found: Iterable[Candidate]) -> list[Candidate]:
        """Entries of lists without a candidate so far that another list's candidate leads to."""
        known = list(found)
        lists = {each.entity.authority for each in known}
        bridged: dict[str, Candidate] = {}
        for each in known:
            if each.entity.kind in _LOOSE and each.way is not Way.WEAK:
                for other in self._beyond(each):
                    if other.entity.authority not in lists:
                        bridged.setdefault(other.id, other)
        return list(bridged.values())

    def _beyond(self, candidate: Candidate) -> Iterator[Candidate]:
        entity = candidate.entity
        names = [entity.name, *(alias.name for alias in entity.aliases if entity.kind is EntityKind.TOOL)]
        kind = Choice(kinds=frozenset({entity.kind}))
        for name in names:
            for other in self._knowledge.find(name, kind):
                is_own = name is entity.name or name_key(other.name) == name_key(name)
                if is_own and why_same(entity, other) and other.authority != entity.authority:
                    reason = f"{candidate.reason}; {self.tell(other, name)}"
                    way = candidate.way if candidate.way is Way.MISSPELT else Way.BRIDGE
                    yield Candidate(other, reason, SCORES[way], way)

    def _misspelt(self, name: str) -> Iterator[Candidate]:
        key = name_key(trim(name))
        near = self._spellings.get(_bucket(key), ()) if len(key) >= _SHORTEST_MISSPELT else ()
        for other in near:
            if OSA.distance(key, other, score_cutoff=1) <= 1 and _DIGITS.findall(key) == _DIGITS.findall(
                other
            ):
                listed = self._names_by_key[other][0]
                for found in self._listed(listed):
                    if found.entity.kind in _LOOSE:
                        reason = f"{name!r} may be {listed!r} misspelt: {found.reason}"
                        yield replace(found, reason=reason, score=SCORES[Way.MISSPELT], way=Way.MISSPELT)

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self._names_by_key:
            if len(key) >= _SHORTEST_MISSPELT - 1:
                found[_bucket(key)].append(key)
        return found


def _bucket(key: str) -> str:
    """What a name and its misspelling share: the beginning."""
    return key[:2]


def _is_weak(entity: Entity, name: str) -> bool:
    key = name_key(name)
    if name_key(entity.name) == key:
        return False
    return all(alias.weak for alias in entity.aliases if name_key(alias.name) == key)


def _manner(alias: Alias) -> str:
    whose = f" ({alias.origin}'s name)" if alias.origin else ""
    return f"{whose}, which it calls a weak one" if alias.weak else whose


def _nearest(found: Iterable[Candidate]) -> list[Candidate]:
    """Of each list those found in the nearest way, each once."""
    best: dict[str, float] = {}
    kept: dict[str, Candidate] = {}
    for each in sorted(found, key=lambda candidate: -candidate.score):
        if each.score >= best.setdefault(each.entity.authority, each.score):
            kept.setdefault(each.id, each)
    return list(kept.values())
