"""The names of an entry, put together while its list is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.knowledge.keys import tidy_name
from alleged.model.entity import Alias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.model.entity import Entity


def make_aliases(name: str, others: Iterable[str], origins: Mapping[str, str]) -> tuple[Alias, ...]:
    """The other names in their order, each once and none that is `name` to the letter, with their origins."""
    tidy = dict.fromkeys(filter(None, map(tidy_name, others)))
    return tuple(Alias(each, origins.get(each)) for each in tidy if each != name)


def add_refs(entity: Entity, refs: Iterable[str]) -> Entity:
    """The entity with more ids of the same thing."""
    more = tuple(dict.fromkeys((*entity.refs, *refs)))
    return replace(entity, refs=more) if more != entity.refs else entity
