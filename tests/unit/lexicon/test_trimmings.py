from __future__ import annotations

import pytest

from alleged.knowledge.keys import name_key
from alleged.lexicon.trimmings import trimmings
from alleged.model.entity import EntityKind
from alleged.resolve.loose_names import LooseName, find_loose_names


@pytest.mark.parametrize(("name", "left"), trimmings().examples.items())
def test_the_examples_lose_what_is_no_part_of_them(name: str, left: tuple[str, ...]) -> None:
    found = {name_key(loose.name) for loose in find_loose_names(name) if len(loose.name) < len(name)}
    assert {name_key(each) for each in left} <= found
    assert bool(left) == bool(found)


def test_every_kind_is_one_that_entities_have_and_no_word_says_two() -> None:
    by_kind = trimmings().by_kind
    assert {EntityKind(kind) for kind in by_kind} == {EntityKind.GROUP, EntityKind.TOOL}
    assert sum(map(len, by_kind.values())) == len(trimmings().kind_of)


def test_what_a_word_says_of_the_kind_is_kept() -> None:
    (loose,) = (each for each in find_loose_names("NetwireRAT") if each.name == "Netwire")
    assert isinstance(loose, LooseName)
    assert loose.kind is EntityKind.TOOL
    assert "RAT" in loose.reason
