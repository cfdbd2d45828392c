from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from alleged.knowledge.microsoft import looks_like_microsoft, read_microsoft
from alleged.model.entity import EntityKind
from tests.unit.knowledge.authorities import ACTORS, ATTACK, MICROSOFT, changed
from tests.unit.knowledge.sanctions import entity, refusal

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_mapping_is_read_through_its_byte_order_mark() -> None:
    assert MICROSOFT.startswith(b"\xef\xbb\xbf")
    authority = read_microsoft(MICROSOFT, "MicrosoftMapping.json")
    assert [each.name for each in authority.entities] == [
        "Copper Gale",
        "Tin Tide",
        "Slate Dust",
        "Storm-9999",
    ]
    assert {each.kind for each in authority.entities} == {EntityKind.GROUP}


def test_other_names_are_parted_at_commas() -> None:
    authority = read_microsoft(MICROSOFT, "x")
    names = [alias.name for alias in entity(authority, "Copper Gale").aliases]
    assert names == ["APT991", "COPPER HERON", "Paper Kite"]
    assert entity(authority, "Tin Tide").aliases == ()


def test_a_country_is_found_among_what_else_is_told() -> None:
    told = [each.country for each in read_microsoft(MICROSOFT, "x").entities]
    assert told == ["CN", "IL", "TR", None]


def test_the_version_is_that_of_the_bytes() -> None:
    first, second = read_microsoft(MICROSOFT, "x"), read_microsoft(MICROSOFT + b"\n", "x")
    assert first.version.startswith("sha256:")
    assert first.version != second.version
    assert first.entities[0].version == first.version


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda rows: rows.clear(), "is no list of groups"),
        (lambda rows: rows.append(rows[1]), "[4] lists 'Tin Tide' a second time"),
        (lambda rows: rows[1].pop("Threat actor name"), "[1] has no text 'Threat actor name'"),
        (lambda rows: rows[1].update({"Other names": ["a"]}), "[1] has a 'Other names' that is no text"),
    ],
)
def test_a_damaged_mapping_is_refused_whole_with_its_place(change: Callable[[Any], Any], what: str) -> None:
    message = refusal(read_microsoft, changed(MICROSOFT, change))
    assert message.startswith("list: ")
    assert what in message


def test_only_the_mapping_looks_like_it() -> None:
    assert [looks_like_microsoft(data) for data in (MICROSOFT, ACTORS, ATTACK)] == [True, False, False]
