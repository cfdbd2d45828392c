"""Which names seem to be of one body: what lists, the names and documents that introduce acronyms say.

What may be the name of bodies of several countries is joined to nothing: "Ministry of State Security" is
listed for China and for North Korea, and "NCSC" is short for a Dutch body in one document and for a British
one in another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key
from alleged.knowledge.known import Choice
from alleged.model.entity import EntityKind
from alleged.resolve.agencies import find_agencies
from alleged.resolve.grouping import Edge
from alleged.resolve.listings import Listings
from alleged.resolve.loose_names import trim
from alleged.resolve.titles import read_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Entity

    Listing = Mapping[str, tuple[Entity, ...]]
    """By name the entries that it may stand for."""

DECIDED, LISTED, OFFICE, ACRONYM = 4.0, 3.0, 2.0, 1.0
"""How strongly names are joined: where that contradicts itself, they part where they hold least."""
_BODIES = Choice(kinds=frozenset({EntityKind.AGENCY, EntityKind.FIRM}))


@dataclass(frozen=True, slots=True)
class Introduction:
    """A document that puts an acronym in brackets behind a name."""

    acronym: str
    name: str
    source: str
    """What the document is called."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to go by."""

    listing: Listing
    introductions: tuple[Introduction, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of names of which a person decided that they are of different bodies."""


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of names that seem to be of one body, and pairs that must not come together by way of others."""

    edges: tuple[Edge, ...]
    apart: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a name by itself."""

    entity: Entity | None
    """The entry of a list that it stands for, if it is just one."""
    country: str | None
    is_ambiguous: bool
    """Whether it may be the name of several bodies."""


class BodyNames:
    """Looks up which bodies the lists have under a name: agencies, firms, never persons or groups."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._listings = Listings(knowledge)

    def find(self, name: str) -> tuple[Entity, ...]:
        """The entries that have the name, each once; not where their list calls it weak."""
        listed = (each for each in self._knowledge.find(trim(name), _BODIES) if _is_strong(each, name))
        told = (each.entity for each in find_agencies(name, self._knowledge, self._listings))
        return tuple({(each.authority, each.id): each for each in (*listed, *told)}.values())


def link_names(names: Iterable[str], told: Told) -> Links:
    """Which of `names` seem to be of one body, each pair with why."""
    introduced = _by_acronym(told.introductions)
    known = {name: _weigh(name, told.listing.get(name, ()), introduced) for name in names}
    clear = {name: each for name, each in known.items() if not each.is_ambiguous}
    linked = (*_link_listed(clear, told), *_link_offices(clear, told), *_link_acronyms(clear, introduced))
    edges = tuple(edge for edge in linked if frozenset((edge.one, edge.other)) not in told.apart)
    apart = ((min(pair), max(pair)) for pair in told.apart)
    return Links(edges, (*apart, *_find_rivals(edges, clear)))


def _find_rivals(edges: Iterable[Edge], known: Mapping[str, _Known]) -> Iterator[tuple[str, str]]:
    """The pairs of names that are linked to something, and that are each of another country."""
    linked = sorted({name for edge in edges for name in (edge.one, edge.other)})
    for one, other in combinations(linked, 2):
        countries = {known[one].country, known[other].country}
        if None not in countries and len(countries) > 1:
            yield one, other


def _weigh(name: str, entities: Sequence[Entity], introduced: Mapping[str, Sequence[Introduction]]) -> _Known:
    """What a name tells, with what lists and documents say of it."""
    titles = [read_title(each.name) for each in introduced.get(name_key(name), ())]
    told = (read_title(name).country, *(title.country for title in titles))
    countries = {code for code in (*told, *(each.country for each in entities)) if code}
    meanings = {title.key[0] for title in titles}
    return _Known(
        entities[0] if len(entities) == 1 else None,
        next(iter(countries)) if len(countries) == 1 else None,
        is_ambiguous=len(countries) > 1 or len(meanings) > 1,
    )


def _link_listed(known: Mapping[str, _Known], told: Told) -> Iterator[Edge]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, each in known.items():
        if each.entity:
            groups[each.entity.authority, each.entity.id].append(name)
    for names in groups.values():
        for one, other in _chain(names, told):
            entity = known[one].entity
            if entity:
                why = f"{entity.authority} (version {entity.version}) has both for {entity.name}"
                yield Edge(one, other, LISTED, why)


def _link_offices(known: Mapping[str, _Known], told: Told) -> Iterator[Edge]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, each in known.items():
        title = read_title(name)
        if title.office and title.country and each.country == title.country:
            groups[title.office, title.country].append(name)
    for names in groups.values():
        for one, other in _chain(names, told):
            yield Edge(one, other, OFFICE, f"both tell one office of {read_title(one).state}")


def _link_acronyms(
    known: Mapping[str, _Known], introduced: Mapping[str, Sequence[Introduction]]
) -> Iterator[Edge]:
    written_out: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for name in known:
        written_out[read_title(name).key].append(name)
    for short in known:
        for each in introduced.get(name_key(short), ()):
            for name in written_out[read_title(each.name).key]:
                if name != short:
                    why = f"{each.source} introduces “{each.name} ({each.acronym})”"
                    yield Edge(short, name, ACRONYM, why)


def _chain(names: Sequence[str], told: Told) -> Iterator[tuple[str, str]]:
    """Neighbours among names of one body, without those that a person keeps apart from one of them."""
    parted = {name for pair in combinations(names, 2) if frozenset(pair) in told.apart for name in pair}
    return pairwise(sorted(name for name in names if name not in parted))


def _by_acronym(introductions: Iterable[Introduction]) -> dict[str, list[Introduction]]:
    found: dict[str, list[Introduction]] = defaultdict(list)
    for each in introductions:
        found[name_key(each.acronym)].append(each)
    return found


def _is_strong(entity: Entity, name: str) -> bool:
    key = name_key(trim(name))
    strong = (entity.name, *(alias.name for alias in entity.aliases if not alias.weak))
    return any(name_key(each) == key for each in strong)
