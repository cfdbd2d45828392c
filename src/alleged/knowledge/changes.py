"""What a newer list of an authority changes: entries and names added, removed, renamed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.model.entity import Entity


class Change(StrEnum):
    """What happened to an entry."""

    ENTITY_ADDED = "entity-added"
    ENTITY_REMOVED = "entity-removed"
    RENAMED = "renamed"
    """The authority lists it under another name now; `detail` is the former one."""
    ALIAS_ADDED = "alias-added"
    ALIAS_REMOVED = "alias-removed"
    COUNTRY = "country-changed"
    """`detail` says from what to what."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change to one entry."""

    change: Change
    authority: str
    id: str
    name: str
    """Of the entry; as it is called now, if it is still there."""
    detail: str = ""
    """The alias, or what else changed."""


def find_differences(before: Iterable[Entity], after: Iterable[Entity]) -> tuple[Difference, ...]:
    """The changes from one version of a list to another, told apart by the authority's ids."""
    old = {entity.id: entity for entity in before}
    new = {entity.id: entity for entity in after}
    return (*_find_added(old, new), *_find_removed(old, new), *_find_changed(old, new))


def _find_added(old: Mapping[str, Entity], new: Mapping[str, Entity]) -> Iterator[Difference]:
    return (_tell(Change.ENTITY_ADDED, entity) for id_, entity in new.items() if id_ not in old)


def _find_removed(old: Mapping[str, Entity], new: Mapping[str, Entity]) -> Iterator[Difference]:
    return (_tell(Change.ENTITY_REMOVED, entity) for id_, entity in old.items() if id_ not in new)


def _find_changed(old: Mapping[str, Entity], new: Mapping[str, Entity]) -> Iterator[Difference]:
    for id_, entity in new.items():
        if id_ in old:
            yield from _compare(old[id_], entity)


def _compare(old: Entity, new: Entity) -> Iterator[Difference]:
    if old.name != new.name:
        yield _tell(Change.RENAMED, new, old.name)
    known, listed = _names(old), _names(new)
    yield from (_tell(Change.ALIAS_ADDED, new, name) for name in listed if name not in known)
    yield from (_tell(Change.ALIAS_REMOVED, new, name) for name in known if name not in listed)
    if old.country != new.country:
        yield _tell(Change.COUNTRY, new, f"{old.country or 'none'} → {new.country or 'none'}")


def _names(entity: Entity) -> dict[str, None]:
    """All its names: one that was the first and is an alias now was neither added nor removed."""
    return dict.fromkeys((entity.name, *(alias.name for alias in entity.aliases)))


def _tell(change: Change, entity: Entity, detail: str = "") -> Difference:
    return Difference(change, entity.authority, entity.id, entity.name, detail)
