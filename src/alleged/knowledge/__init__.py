"""What is known already: names that authorities keep, each with who says it, in which version of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.registry import Registry

if TYPE_CHECKING:
    from alleged.knowledge.interface import Format
    from alleged.model.entity import Authority

HEAD = 65_536
"""Bytes at the beginning by which a format is recognised."""

FORMATS: Registry[Format] = Registry(
    "authorities",
    {
        "galaxy": "alleged.knowledge.formats:GALAXY",
        "microsoft": "alleged.knowledge.formats:MICROSOFT",
        "attack": "alleged.knowledge.formats:ATTACK",
        "ofac": "alleged.knowledge.formats:OFAC",
        "uk-sanctions": "alleged.knowledge.formats:UK_SANCTIONS",
        "opensanctions": "alleged.knowledge.formats:OPENSANCTIONS",
    },
)
"""The formats by name."""


def read_authority(data: bytes, source: str) -> Authority:
    """The list in a file of any known format, told by its content and never by its name.

    `source` is the path or address for messages. Raises KnowledgeError, which says what is wrong and where.
    """
    if not data.strip():
        raise KnowledgeError("is empty", Place(source), "download the list again")
    return find_format(data, source).read(data, source)


def find_format(data: bytes, source: str) -> Format:
    """The first format that `data` seems to be in; raises KnowledgeError if there is none."""
    head = data[:HEAD]
    formats = [FORMATS.get(name) for name in FORMATS.names()]
    found = next((each for each in formats if each.looks_like(head)), None)
    if found is None:
        known = ", ".join(each.title for each in formats)
        raise KnowledgeError("is in no format that is known here", Place(source), f"known: {known}")
    return found
