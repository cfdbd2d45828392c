"""Which entity of which list a person means who writes "threat-actor:APT31"."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from alleged.dossiers.joining import ref_of
from alleged.errors import InputError, UnknownPartError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Entity

SHOWN = 5
"""Most entities that are suggested."""
_ALIKE = 0.7
"""Share of letters that an id or a name has in common with one that it may be a misspelling of."""


def find_meant(knowledge: Knowledge, written: str, name: str) -> Entity:
    """The entity that `written`, "authority:id", stands for.

    The authority may be written without its first part ("threat-actor" for "misp-threat-actor"), the id may
    be the entity's own, one that it refers to ("G0128"), or a name of it.
    Raises UnknownPartError for an authority that is not loaded, and InputError where no entity of it is
    meant, or several are; its message lists those near it, and those that are called `name`.
    """
    authority, colon, value = written.partition(":")
    if not (authority and colon and value):
        raise InputError(
            f"{written!r} is no entity", cure="write it as authority:id, as in threat-actor:APT31"
        )
    chosen = _find_authority(knowledge, authority)
    found = _find(knowledge, chosen, value)
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{chosen} has {len(found)} entities {value!r}", cure=f"choose one: {_list(found)}")
    near = _list(_find_near(knowledge, chosen, (value, name)))
    cure = f"near it: {near}" if near else f"{chosen} does not list {name!r} either; choose another list"
    raise InputError(f"{chosen} has no entity {value!r}", cure=cure)


def find_ref(knowledge: Knowledge, ref: str) -> Entity | None:
    """The entity that a decision names as "authority:id"; None where its list no longer has it."""
    authority, _, entity_id = ref.partition(":")
    return knowledge.find_entity(authority, entity_id)


def _find_authority(knowledge: Knowledge, written: str) -> str:
    names = knowledge.versions()
    if written in names:
        return written
    ending = [name for name in names if name.partition("-")[2] == written]
    if len(ending) != 1:
        raise UnknownPartError("authority", written, ending or names)
    return ending[0]


def _find(knowledge: Knowledge, authority: str, value: str) -> tuple[Entity, ...]:
    """By its own id, or else by an id that it refers to, or else by a name."""
    own = knowledge.find_entity(authority, value)
    if own is not None:
        return (own,)
    choice = knowledge.choose((authority,))
    return knowledge.find_by_ref(value, choice) or knowledge.find(value, choice)


def _find_near(knowledge: Knowledge, authority: str, words: tuple[str, str]) -> tuple[Entity, ...]:
    """Entities that bear the name, then those of which an id or a name is nearly what was written."""
    value, name = words
    choice = knowledge.choose((authority,))
    entities = tuple(knowledge.entities(choice))
    known = {label: entity for entity in entities for label in _labels(entity)}
    alike = get_close_matches(value.casefold(), known, n=SHOWN, cutoff=_ALIKE)
    near = (*knowledge.find(name, choice), *(known[label] for label in alike))
    return tuple({entity.id: entity for entity in near}.values())[:SHOWN]


def _labels(entity: Entity) -> Iterator[str]:
    words = (entity.id, entity.name, *entity.refs, *(alias.name for alias in entity.aliases))
    return (word.casefold() for word in words)


def _list(entities: Iterable[Entity]) -> str:
    return ", ".join(f"{entity.name} ({ref_of(entity)})" for entity in entities)
