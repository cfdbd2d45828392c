from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.keys import name_key, tidy_name


@pytest.mark.parametrize("name", ["APT31", "apt-31", "APT 31", " A.P.T. 31 ", "Ápt31", "A\u0301PT31"])
def test_spellings_of_one_name_have_one_key(name: str) -> None:
    assert name_key(name) == "apt31"


@pytest.mark.parametrize(
    "name",
    ["АРТ31", "ＡＰＴ３１", "AP\u200bT31", "\u202eAPT31", "APT3", "αpt31"],
    ids=["cyrillic", "fullwidth", "zero-width", "bidi", "shorter", "greek"],
)
def test_names_that_only_look_alike_have_keys_of_their_own(name: str) -> None:
    assert name_key(name) != "apt31"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("武汉晓睿智科技", "武汉晓睿智科技"),
        ("Лаборатория Касперского", "лабораториякасперского"),
        ("وزارت اطلاعات", "وزارتاطلاعات"),
        ("국가정보원", "국가정보원"),
        ("Straße 7", "strasse7"),
        ("--- ?!", ""),
    ],
)
def test_letters_of_all_scripts_are_kept(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(st.characters(codec="ascii")))
def test_case_and_signs_do_not_count(name: str) -> None:
    assert name_key(name.upper()) == name_key(name.lower()) == name_key(f"“{name}”")
    assert name_key(name) == "".join(c for c in name.lower() if c in "abcdefghijklmnopqrstuvwxyz0123456789")


@given(st.text())
def test_a_tidy_name_has_no_blanks_around_it_nor_two_within(name: str) -> None:
    tidy = tidy_name(name)
    assert tidy == tidy_name(f"\u200e {tidy}\ufeff\n") == " ".join(tidy.split())
    assert name_key(tidy) in name_key(name)
