from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.near_names import (
    SHOWN,
    find_disguises,
    find_held_names,
    find_near_names,
    list_all_names,
)
from tests.unit.dossiers.lists import HARBOUR, HERON

LISTED = ("GREY HERON", "Heron", "Heron Loader", "Blue Tern", "APT991", "the")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("grey herron", ("GREY HERON",)),
        ("Heron", ("GREY HERON", "Heron Loader")),
        ("Blue Tern Group", ("Blue Tern",)),
        ("the", ()),
        ("quite another", ()),
        ("", ()),
        ("!!", ()),
    ],
)
def test_names_that_may_be_meant(name: str, near: tuple[str, ...]) -> None:
    assert find_near_names(name, LISTED) == near


def test_held_names_are_never_misspellings() -> None:
    assert find_held_names("Heron", LISTED) == ("GREY HERON", "Heron Loader")
    assert find_held_names("grey herron", LISTED) == ()


@pytest.mark.parametrize("name", ["АРТ991", "APT\u200b991", "ＡＰＴ９９１", "\u202e199TPA"])
def test_a_name_in_other_letters_is_told_with_what_it_imitates(name: str) -> None:
    (disguise,) = find_disguises(name, LISTED)
    assert disguise.known == "APT991"


@pytest.mark.parametrize("name", ["Лаборатория", "武汉晓睿智", "Heronn", "APT99"])
def test_ordinary_names_imitate_nothing(name: str) -> None:
    assert find_disguises(name, LISTED) == ()


def test_weak_names_are_not_suggested() -> None:
    assert list(list_all_names((HERON, HARBOUR))) == [
        *("GREY HERON", "Blue Tern", "Blue tern", "Mud Wader", "SUMMIT"),
        *("Marsh Owl", "SUMMIT"),
    ]


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=12))
def test_any_name_can_be_asked_for(name: str, listed: list[str]) -> None:
    near = find_near_names(name, listed)
    assert len(near) <= SHOWN
    assert set(near) <= set(listed) - {name}
    assert {disguise.known for disguise in find_disguises(name, listed)} <= set(listed)
