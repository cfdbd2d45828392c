"""Microsoft's mapping of its names for groups to those of others: MicrosoftMapping.json.

It begins with a byte order mark, keeps the other names in one text with commas, and has neither ids nor a
version: the name is the id, and the version a hash of the bytes.
"""

from __future__ import annotations

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.codes import find_country
from alleged.knowledge.json_records import AGAIN, Record, make_record, read_json
from alleged.knowledge.keys import tidy_name
from alleged.knowledge.listing import digest_version
from alleged.knowledge.names import make_aliases
from alleged.model.entity import Authority, Entity, EntityKind

NAME = "microsoft"
TITLE = "Microsoft, names of threat actors"
_NAME, _ORIGIN, _OTHERS = "Threat actor name", "Origin/Threat", "Other names"


def looks_like_microsoft(head: bytes) -> bool:
    """Whether a file that begins with `head` seems to be Microsoft's mapping."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") and f'"{_NAME}"'.encode() in head


def read_microsoft(data: bytes, source: str) -> Authority:
    """The groups of the mapping; raises KnowledgeError where it is none or damaged."""
    rows = read_json(data, source)
    if not isinstance(rows, list) or not rows:
        raise KnowledgeError("is no list of groups", Place(source), AGAIN)
    version = digest_version(data)
    entities: dict[str, Entity] = {}
    for number, row in enumerate(rows):
        record = make_record(row, f"[{number}]", source)
        entity = _make_entity(record, version)
        if entity.id in entities:
            raise record.refuse(f"lists {entity.id!r} a second time")
        entities[entity.id] = entity
    return Authority(NAME, TITLE, version, source, tuple(entities.values()))


def _make_entity(row: Record, version: str) -> Entity:
    name = tidy_name(row.text(_NAME))
    others = row.find_text(_OTHERS).split(",")
    aliases = make_aliases(name, others, {})
    return Entity(NAME, version, name, EntityKind.GROUP, name, aliases, _find_country(row))


def _find_country(row: Record) -> str | None:
    """A country among what Microsoft tells: "Israel, Private sector offensive actor"."""
    return next(filter(None, map(find_country, row.find_text(_ORIGIN).split(","))), None)
