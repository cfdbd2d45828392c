from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.errors import KnowledgeError
from alleged.knowledge import FORMATS
from alleged.knowledge.galaxy import looks_like_galaxy, read_galaxy
from alleged.knowledge.interface import Format
from alleged.testing import check_format
from tests.unit.knowledge.authorities import ACTORS
from tests.unit.knowledge.sanctions import read

if TYPE_CHECKING:
    from alleged.model.entity import Authority

LISTS = {
    "galaxy": ["galaxy-actors.json", "galaxy-countries.json"],
    "microsoft": ["microsoft.json"],
    "attack": ["attack.json"],
    "ofac": ["ofac-sdn.csv", "ofac-sdn-advanced.xml"],
    "uk-sanctions": ["uk-sanctions.csv", "uk-sanctions.xml"],
    "opensanctions": ["opensanctions.csv"],
}


@pytest.mark.parametrize("name", FORMATS.own)
def test_a_format_of_ours_conforms(name: str) -> None:
    check_format(FORMATS.get(name), map(read, LISTS[name]))


def read_anything(_: bytes, source: str) -> Authority:
    return read_galaxy(ACTORS, source)


def twice(data: bytes, source: str) -> Authority:
    authority = read_galaxy(data, source)
    return replace(authority, entities=authority.entities * 2)


def elsewhere(data: bytes, source: str) -> Authority:
    authority = read_galaxy(data, source)
    return replace(authority, version=f"{authority.version}.1")


def without_cure(data: bytes, source: str) -> Authority:
    try:
        return read_galaxy(data, source)
    except KnowledgeError as error:
        raise KnowledgeError("no") from error


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        (Format("", looks_like_galaxy, read_galaxy), "it has a title"),
        (Format("x", lambda _: False, read_galaxy), "it recognises what it reads"),
        (Format("x", looks_like_galaxy, read_anything), "is refused with KnowledgeError"),
        (Format("x", looks_like_galaxy, twice), "ids are unique"),
        (Format("x", looks_like_galaxy, elsewhere), "names its authority and version"),
        (Format("x", looks_like_galaxy, without_cure), "a place and a cure"),
    ],
)
def test_what_breaks_the_contract_is_found(form: Format, rule: str) -> None:
    with pytest.raises(AssertionError, match=rule):
        check_format(form, [ACTORS])


def test_a_check_without_lists_is_none() -> None:
    with pytest.raises(AssertionError, match="there is a list"):
        check_format(FORMATS.get("galaxy"), [])
