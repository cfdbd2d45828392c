from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.ledger.masking import MASK, divide, find_key, find_names, mask_names

KEY = find_key("Zoë O’Neil")


@pytest.mark.parametrize(
    "written",
    [
        "Zoë O’Neil",
        "ZOE O'NEIL",
        "Zoe\u0308 O\u2019Neil",
        "zoë\u00a0o’neil",
        "Zoë\nO’Neil",
        "zoe-oneil",
        "Zoë O’\u00adNeil",
        "Zo%C3%AB%20O%27Neil",
        "zoeoneil",
    ],
)
def test_every_way_to_write_a_name_is_masked(written: str) -> None:
    masked = mask_names(f"then {written}'s lawyer", [KEY])
    assert len(masked) == len(f"then {written}'s lawyer")
    assert masked.startswith("then █")
    assert masked.endswith("'s lawyer")
    assert not any(letter in masked[5:-9].lower() for letter in "zoneil")


@pytest.mark.parametrize(
    "other", ["Zoë O’Neill", "Azoë O’Neil", "Zoë", "O’Neil", "Zoë and O’Neil", "%zz %", ""]
)
def test_other_words_stay(other: str) -> None:
    assert mask_names(other, [KEY]) == other


def test_scripts_without_spaces_have_names_within_words() -> None:
    assert mask_names("张三说华为", [find_key("张三")]) == "██说华为"


def test_an_empty_key_is_nowhere() -> None:
    assert mask_names("a b", ["", "a"]) == "a b"


@given(st.text(max_size=40), st.text(max_size=40), st.text(min_size=2, max_size=12))
def test_a_masked_text_keeps_its_places_and_has_the_name_no_more(before: str, after: str, name: str) -> None:
    key, text = find_key(name), f"{before} {name} {after}"
    masked = mask_names(text, [key])
    assert len(masked) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))
    assert not list(find_names(masked, [key]))
    assert (MASK in masked) or len(key) < 2 or MASK in text or not divide(name)
