"""Where authorities disagree about a name: who keeps apart what another one puts together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key
from alleged.model.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Alias, Entity

ACTING = frozenset(
    {EntityKind.GROUP, EntityKind.AGENCY, EntityKind.FIRM, EntityKind.PERSON, EntityKind.COUNTRY}
)
"""Kinds of entities that can act: malware that has the name of a group is not the group."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SharedName:
    """A name that two entities have."""

    name: str
    """As it is written with the name asked for."""
    listed_by: tuple[str, ...]
    """The authorities that list it with the name asked for."""


@dataclass(frozen=True, slots=True)
class Rival:
    """An entity that is not called by the name asked for, and has other names of one that is."""

    entity: Entity
    names: tuple[SharedName, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """Names that some authorities list with the name asked for, and some keep for others."""

    names: tuple[str, ...]
    listed_by: tuple[str, ...]
    kept_for: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What authorities do not agree on; empty where they do.

    Entities of two authorities may be one thing or not. But a list holds two entities of its own to be two,
    and that is what is compared with the other lists.
    """

    several: tuple[tuple[Entity, ...], ...] = ()
    """Entities of one kind to which one authority gives the name."""
    countries: Mapping[str, tuple[Entity, ...]] | None = None
    """By country, the entities that are said to belong there; None where authorities do not differ."""
    apart: tuple[Rival, ...] = ()
    """Entities that their authority keeps apart from what it gives the name to."""
    sharing: tuple[Rival, ...] = ()
    """Entities of authorities that do not list the name: they may be the same, or not."""
    other_kinds: tuple[Rival, ...] = ()
    """Entities of other kinds that share a name: malware that is called like the group."""

    def __bool__(self) -> bool:
        """Whether there is anything that two entries cannot both be right about."""
        return bool(self.several or self.countries or self.apart)


def compare_entities(knowledge: Knowledge, found: Sequence[Entity]) -> Disagreement:
    """Where authorities disagree about the name that these entities, and no others, are called by."""
    groups = _by_list(found)
    kinds = main_kinds(found)
    rivals = _find_rivals(knowledge, found)
    alike = [rival for rival in rivals if rival.entity.kind in kinds]
    return Disagreement(
        several=tuple(tuple(group) for group in groups.values() if len(group) > 1),
        countries=_find_countries(found),
        apart=tuple(r for r in alike if _list_of(r.entity) in groups),
        sharing=tuple(r for r in alike if _list_of(r.entity) not in groups),
        other_kinds=tuple(r for r in rivals if r.entity.kind not in kinds),
    )


def main_kinds(found: Iterable[Entity]) -> frozenset[EntityKind]:
    """The kinds that a name is asked for: those that can act, if it is the name of any such."""
    kinds = frozenset(entity.kind for entity in found)
    return kinds & ACTING or kinds


def list_contests(rivals: Iterable[Rival]) -> tuple[Contest, ...]:
    """Who keeps the names of these rivals, name by name; names that the same ones contest stand together.

    Those that most authorities list come first.
    """
    kept: dict[SharedName, list[Entity]] = defaultdict(list)
    for rival in rivals:
        for shared in rival.names:
            kept[shared].append(rival.entity)
    together: dict[tuple[tuple[str, ...], tuple[Entity, ...]], list[str]] = defaultdict(list)
    for shared, entities in kept.items():
        together[shared.listed_by, tuple(entities)].append(shared.name)
    contests = (Contest(tuple(names), *sides) for sides, names in together.items())
    return tuple(sorted(contests, key=lambda contest: -len(contest.listed_by)))


def list_names(entity: Entity) -> tuple[Alias, ...]:
    """The other names of an entity, each once: "ZIRCONIUM" and "Zirconium" are one."""
    names: dict[str, Alias] = {}
    for alias in entity.aliases:
        names.setdefault(name_key(alias.name), alias)
    return tuple(names.values())


def strong_names(entity: Entity) -> dict[str, str]:
    """The names of an entity by their keys, without those that the authority itself calls weak."""
    names: dict[str, str] = {}
    for name in (entity.name, *(alias.name for alias in entity.aliases if not alias.weak)):
        names.setdefault(name_key(name), name)
    return {key: name for key, name in names.items() if key}


def key_of(entity: Entity) -> Key:
    """What tells an entity from all others."""
    return entity.authority, entity.id


def _list_of(entity: Entity) -> tuple[str, EntityKind]:
    return entity.authority, entity.kind


def _by_list(found: Iterable[Entity]) -> dict[tuple[str, EntityKind], list[Entity]]:
    groups: dict[tuple[str, EntityKind], list[Entity]] = defaultdict(list)
    for entity in found:
        groups[_list_of(entity)].append(entity)
    return groups


def _find_countries(found: Iterable[Entity]) -> dict[str, tuple[Entity, ...]] | None:
    """The countries, if two authorities tell different ones for what is of one kind."""
    told: dict[str, list[Entity]] = defaultdict(list)
    for entity in found:
        if entity.country:
            told[entity.country].append(entity)
    differ = any(_differ(one, other) for group in told.values() for one in group for other in found)
    return {country: tuple(group) for country, group in told.items()} if differ else None


def _differ(one: Entity, other: Entity) -> bool:
    told = other.country is not None and one.country != other.country
    return told and one.kind == other.kind and one.authority != other.authority


def _find_rivals(knowledge: Knowledge, found: Sequence[Entity]) -> tuple[Rival, ...]:
    """The entities that share names with those that were found, those that share most first."""
    known = {key_of(entity) for entity in found}
    rivals: dict[Key, Entity] = {}
    shared: dict[Key, list[SharedName]] = defaultdict(list)
    for key, name in _collect_names(found).items():
        for other in knowledge.find(name.name):
            if key_of(other) not in known and key in strong_names(other):
                rivals[key_of(other)] = other
                shared[key_of(other)].append(name)
    made = (Rival(entity, tuple(shared[key])) for key, entity in rivals.items())
    return tuple(sorted(made, key=lambda rival: -len(rival.names)))


def _collect_names(found: Iterable[Entity]) -> dict[str, SharedName]:
    """The names of these entities by their keys, each with the authorities that list it for one of them."""
    spelled: dict[str, str] = {}
    listing: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in found:
        for key, name in strong_names(entity).items():
            spelled.setdefault(key, name)
            listing[key][entity.authority] = None
    return {key: SharedName(name, tuple(listing[key])) for key, name in spelled.items()}
