from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.resolve.skeleton import KnownNames, Trick, find_disguise, find_tricks, skeleton
from tests.unit.resolve.name_samples import ARABIC, CYRILLIC, HAN, LATIN, PERSIAN, PINYIN, ordinary_names

KNOWN = KnownNames(
    ["APT31", "APT28", "Turla", "NOBELIUM", "Fancy Bear", "Iron Tiger", "Lazarus Group", "علی رضا"]
)

DISGUISES = [
    ("АРТ31", "APT31", {Trick.OTHER_LETTERS}),
    ("ΑΡΤ28", "APT28", {Trick.OTHER_LETTERS}),
    ("АPT31", "APT31", {Trick.MIXED_LETTERS}),
    ("Lаzarus Group", "Lazarus Group", {Trick.MIXED_LETTERS}),
    ("Nоbelium", "NOBELIUM", {Trick.MIXED_LETTERS}),
    ("ＡＰＴ３１", "APT31", {Trick.STYLED}),
    ("𝐓𝐮𝐫𝐥𝐚", "Turla", {Trick.STYLED}),
    ("APT\u200b31", "APT31", {Trick.INVISIBLE}),
    ("Tur\u2060la", "Turla", {Trick.INVISIBLE}),
    ("Tur\u200cla", "Turla", {Trick.INVISIBLE}),
    ("APT\u202d31", "APT31", {Trick.DIRECTION}),
    ("\u202e13TPA\u202c", "APT31", {Trick.DIRECTION}),
    ("APT3l", "APT31", {Trick.LOOKALIKE}),
    ("lron Tiger", "Iron Tiger", {Trick.LOOKALIKE}),
    ("Α𝐏Τ31", "APT31", {Trick.MIXED_LETTERS, Trick.STYLED}),
]


@pytest.mark.parametrize(("name", "known", "tricks"), DISGUISES)
def test_a_disguise_is_found_with_its_trick(name: str, known: str, tricks: set[Trick]) -> None:
    (found,) = KNOWN.find(name)
    assert (found.known, set(found.tricks)) == (known, tricks)
    assert repr(known) in found.reason


def test_the_reason_names_both_scripts_and_the_characters() -> None:
    (letters,) = KNOWN.find("АРТ31")
    (hidden,) = KNOWN.find("APT\u200b31")
    assert letters.reason == "looks like 'APT31': letters of Cyrillic for Latin"
    assert hidden.reason == "looks like 'APT31': invisible characters (U+200B)"


@pytest.mark.parametrize(
    "name",
    [
        *("APT31", "apt31", "turla", "TURLA", "APT٣١", "APT\u00ad31", "Nobelium"),
        *("АПТ31", "арт", "Запад", "Турла", "Фэнси Бэр", "علی\u200cرضا", "على رضا", "\u2067علی رضا\u2069"),
        *("図爾拉", "APT組織", "トゥルラ", "Lazarus", "Ian", "Bear"),
    ],
)
def test_an_ordinary_name_is_no_disguise(name: str) -> None:
    assert KNOWN.find(name) == ()


@given(name=ordinary_names)
def test_ordinary_names_have_no_tricks_and_are_nobodys_disguise(name: str) -> None:
    assert find_tricks(name) == ()
    assert KNOWN.find(name) == ()


@given(name=ordinary_names)
def test_a_name_is_no_disguise_of_itself_in_capitals(name: str) -> None:
    assert find_disguise(name.upper(), name) is None


def test_two_known_names_that_look_alike_are_no_disguise_of_each_other() -> None:
    known = KnownNames(["0ktapus", "Oktapus"])
    assert known.find("0ktapus") == known.find("Oktapus") == ()
    assert [found.known for found in known.find("Оktapus")] == ["0ktapus", "Oktapus"]


def test_common_names_of_six_lists_are_not_taken_for_each_other() -> None:
    lists = (LATIN, PINYIN, HAN, CYRILLIC, ARABIC, PERSIAN)
    known = KnownNames([name for names in lists for name in names])
    assert [found for names in lists for name in names for found in known.find(name)] == []


@pytest.mark.parametrize("name", ["Zhаo Guangzong", "Іvanov", "Gооgle"])
def test_mixed_letters_are_odd_without_a_known_name(name: str) -> None:
    assert find_tricks(name) == (Trick.MIXED_LETTERS,)


def test_a_name_that_the_list_itself_writes_so_is_no_disguise() -> None:
    assert find_disguise("ＡＢＣ株式会社", "ＡＢＣ株式会社") is None
    assert find_disguise("ＡＢＣ株式会社", "ABC株式会社") is not None


@given(text=st.text(max_size=40))
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@pytest.mark.parametrize(
    ("one", "other"), [("l", "I"), ("1", "|"), ("m", "rn"), ("О", "O"), ("ｱ", "ア"), ("ⅷ", "viii")]
)
def test_what_looks_alike_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("т", "t"), ("赵", "趙"), ("6", "9"), ("", "a")])
def test_what_looks_different_has_two(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)
