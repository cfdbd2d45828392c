"""What the tests of the lists of names share: our own small lists, and how a refusal is had."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from alleged.knowledge import read_authority
from alleged.model.entity import Alias, Authority, Entity, EntityKind
from tests.unit.knowledge.sanctions import read

if TYPE_CHECKING:
    from collections.abc import Callable

ACTORS = read("galaxy-actors.json")
COUNTRIES = read("galaxy-countries.json")
ATTACK = read("attack.json")
MICROSOFT = read("microsoft.json")


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A JSON list after `change` was done to it."""
    content = json.loads(data.decode("utf-8-sig"))
    change(content)
    return json.dumps(content).encode()


def make_authority(*entities: Entity, name: str = "quayside", version: str = "1") -> Authority:
    """A list of an authority that is not there."""
    return Authority(name, f"The list of {name}", version, f"{name}.json", entities)


def make_entity(id_: str, *names: str, authority: str = "quayside", version: str = "1") -> Entity:
    """A group under these names, the first one its own."""
    aliases = tuple(map(Alias, names[1:]))
    return Entity(authority, version, id_, EntityKind.GROUP, names[0], aliases)


def own_lists() -> list[Authority]:
    """Our lists of groups, in the three formats."""
    return [read_authority(data, "list.json") for data in (ACTORS, ATTACK, MICROSOFT)]
