"""Stretches of time."""

from __future__ import annotations

import re

import pytest

from alleged.extract.times.calendar import Anchor
from alleged.extract.times.ranges import FORMS

TUESDAY = Anchor(2024, 3, 26)


def read(words: str, anchor: Anchor | None = TUESDAY) -> list[str | None]:
    """What each form makes of all the words."""
    matches = ((re.fullmatch(form, words), reader) for form, reader in FORMS)
    return [reader(match.groupdict(), anchor) for match, reader in matches if match]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("between 2011 and 2018", "2011/2018"),
        ("from 2011 to 2018", "2011/2018"),
        ("march to may 2021", "2021-03/2021-05"),
        ("from november to february 2021", "2020-11/2021-02"),
        ("between 5 and 9 may 2021", "2021-05-05/2021-05-09"),
        ("may 5-9 , 2021", "2021-05-05/2021-05-09"),
        ("2011-2018", "2011/2018"),
        ("2020-21", "2020/2021"),
        ("since at least 2011", "2011~/.."),
        ("dating back to 2018", "2018/.."),
        ("starting in july 2020", "2020-07/.."),
        ("as early as 2019", "2019~/.."),
        ("from 2019 onward", "2019/.."),
        ("until may 2021", "../2021-05"),
        ("by 2010", "../2010"),
        ("around 2016", "2016~"),
        ("as of may 2021", "2021-05"),
        ("2014 , 2015 and 2016", "{2014,2015,2016}"),
        ("2015 or 2016", "[2015,2016]"),
    ],
)
def test_what_is_written_out_needs_no_publication(words: str, edtf: str) -> None:
    assert read(words, None) == read(words) == [edtf]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("between august 2020 and now", "2020-08/2024-03"),
        ("from 2019 to the present day", "2019/2024"),
        ("since last week", "2024-03-18/.."),
        ("since two weeks ago", "2024-03-12~/.."),
        ("until last week", "../2024-03-24"),
        ("in the past three years", "2021/2024"),
        ("over the past year", "2023-03/2024-03"),
        ("in the last month", "2024-02-26/2024-03-26"),
        ("over the past two weeks", "2024-03-12/2024-03-26"),
        ("over the past decade", "2014~/2024"),
    ],
)
def test_what_is_told_from_publication_is_open_without_it(words: str, edtf: str) -> None:
    assert edtf in read(words)
    assert set(read(words, None)) == {None}


@pytest.mark.parametrize(
    "words",
    [
        "between 2018 and 2011",
        "from may 2021 to may 2020",
        "in recent weeks",
        "two months later",
        "the same day",
    ],
)
def test_what_is_reversed_or_vague_stays_open(words: str) -> None:
    assert set(read(words)) == {None}


def test_from_a_time_to_the_same_is_that_time() -> None:
    assert read("from 2020 to 2020") == ["2020"]
