"""What the tests of the sanctions lists share: our own small lists, in the layouts as published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st

from alleged.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.model.entity import Alias, Authority, Entity

LISTS = Path(__file__).parent / "lists"
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE %b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<%b x="&c;">&c;</%b>
"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE %b [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<%b>&a;</%b>
"""

words = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=9)
names = st.lists(
    st.one_of(words, st.sampled_from(["'Abd", "O'NEIL-DE", "&", '"quoted"', "Co."])), min_size=1
).map(" ".join)
"""Names as lists write them, with single spaces; no comma, which divides family and given name."""


def read(name: str) -> bytes:
    """One of our lists."""
    return (LISTS / name).read_bytes()


def entity(authority: Authority, id_: str) -> Entity:
    """The entity with that id."""
    return next(each for each in authority.entities if each.id == id_)


def by_name(one: Entity) -> dict[str, Alias]:
    """Its other names."""
    return {alias.name: alias for alias in one.aliases}


def line_of(data: bytes, words: str) -> int:
    """The line where `words` stand first."""
    return data[: data.index(words.encode())].count(b"\n") + 1


def refusal(reader: Callable[[bytes, str], Authority], data: bytes) -> str:
    """How `reader` refuses `data`."""
    with pytest.raises(KnowledgeError) as caught:
        reader(data, "list")
    assert caught.value.cure
    return str(caught.value)
