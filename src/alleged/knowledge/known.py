"""Looking up names: who lists this one, for whom, in which version of which list."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from alleged.errors import UnknownPartError
from alleged.knowledge.index import NameIndex
from alleged.knowledge.keys import name_key
from alleged.model.entity import Alias, Entity, EntityKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_ENTITIES = (
    "SELECT a.name, a.version, e.id, e.kind, e.name, e.country, e.rest FROM entity e "
    "JOIN authority a ON a.number = e.authority"
)
_BY_NAME = f"{_ENTITIES} JOIN name n ON n.entity = e.number WHERE n.key = ? ORDER BY e.number"
_BY_REF = f"{_ENTITIES} JOIN ref r ON r.entity = e.number WHERE r.ref = ? ORDER BY e.number"
_BY_ID = f"{_ENTITIES} WHERE e.id = ? AND a.name = ?"
_ALL = f"{_ENTITIES} ORDER BY e.number"

Row = tuple[str, str, str, str, str, str | None, str]


@dataclass(frozen=True, slots=True)
class Listed:
    """An authority that is loaded, without its entities."""

    name: str
    title: str
    version: str
    source: str
    entities: int
    names: int
    """How many names its entities have, each counted once an entity."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which entities are asked for: of all authorities and kinds, unless some are named."""

    authorities: frozenset[str] | None = None
    kinds: frozenset[EntityKind] | None = None

    def admits(self, entity: Entity) -> bool:
        """Whether `entity` is among them."""
        wanted = self.authorities is None or entity.authority in self.authorities
        return wanted and (self.kinds is None or entity.kind in self.kinds)


ANY = Choice()


class Knowledge:
    """All that the loaded authorities list. Entities of two authorities are never merged here."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def authorities(self) -> tuple[Listed, ...]:
        """The authorities in the order of their loading: the packaged ones, then those that were added."""
        columns = "name, title, version, source, entities, names"
        return tuple(Listed(*row) for row in self._rows(f"SELECT {columns} FROM authority ORDER BY number"))

    @cached_property
    def index(self) -> NameIndex:
        """Finds all known names in text; what is found is looked up with `find`."""
        ((text,),) = self._rows("SELECT value FROM meta WHERE name = 'index'")
        forms, exact = json.loads(text)
        return NameIndex(forms, tuple(exact))

    def versions(self) -> dict[str, str]:
        """The version of each authority's list."""
        return {each.name: each.version for each in self.authorities}

    def choose(self, authorities: Iterable[str] = (), kinds: Iterable[EntityKind] = ()) -> Choice:
        """A choice of authorities and kinds, where none named means all; raises UnknownPartError."""
        names, known = frozenset(authorities), self.versions()
        for name in sorted(names - known.keys()):
            raise UnknownPartError("authority", name, known)
        return Choice(names or None, frozenset(kinds) or None)

    def entities(self, choice: Choice = ANY) -> Iterator[Entity]:
        """The entities in the order of their lists."""
        return filter(choice.admits, map(_make_entity, self._rows(_ALL)))

    def find(self, name: str, choice: Choice = ANY) -> tuple[Entity, ...]:
        """The entities that some authority calls so, compared by `name_key`; none if it is unknown."""
        return self._find(_BY_NAME, choice, name_key(name))

    def find_by_ref(self, ref: str, choice: Choice = ANY) -> tuple[Entity, ...]:
        """The entities that have this id, or that their authority equals with what has it: "G0128"."""
        return self._find(_BY_REF, choice, ref) if _can_be_asked(ref) else ()

    def find_entity(self, authority: str, id_: str) -> Entity | None:
        """The entity with this id of this authority."""
        return next(map(_make_entity, self._rows(_BY_ID, id_, authority)), None)

    def close(self) -> None:
        """Frees the file."""
        self._connection.close()

    def _find(self, query: str, choice: Choice, value: str) -> tuple[Entity, ...]:
        return tuple(filter(choice.admits, map(_make_entity, self._rows(query, value))))

    def _rows(self, query: str, *values: str) -> list[Any]:
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()


def pack(entity: Entity) -> str:
    """What an entity has beside its name, as a row keeps it; "" for nothing."""
    aliases = [[each.name, each.origin, each.language, each.weak] for each in entity.aliases]
    rest = [aliases, entity.refs, entity.programs, entity.listed, entity.born]
    return json.dumps(rest, ensure_ascii=False, separators=(",", ":")) if any(rest) else ""


def _make_entity(row: Row) -> Entity:
    authority, version, id_, kind, name, country, rest = row
    aliases, refs, programs, listed, born = json.loads(rest) if rest else ((), (), (), None, ())
    return Entity(
        authority,
        version,
        id_,
        EntityKind(kind),
        name,
        tuple(Alias(*each) for each in aliases),
        country,
        tuple(refs),
        tuple(programs),
        listed,
        tuple(born),
    )


def _can_be_asked(value: str) -> bool:
    """Whether SQLite takes it: half of a surrogate pair, as a shell may hand on, is no text to it."""
    return not any("\ud800" <= sign <= "\udfff" for sign in value)
