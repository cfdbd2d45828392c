"""Points in time."""

from __future__ import annotations

import re

import pytest

from alleged.extract.times.calendar import Anchor
from alleged.extract.times.points import POINT, read_point

TUESDAY = Anchor(2024, 3, 26)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("may 6 , 2020", "2020-05-06"),
        ("wednesday , may 6 , 2020", "2020-05-06"),
        ("6 may 2020", "2020-05-06"),
        ("2020-05-06", "2020-05-06"),
        ("25 / 12 / 2021", "2021-12-25"),
        ("12 / 25 / 2021", "2021-12-25"),
        ("late may 2020", "2020-05"),
        ("the end of december 2021", "2021-12"),
        ("the summer of 2020", "2020-22"),
        ("the third quarter of 2020", "2020-35"),
        ("q1 2021", "2021-33"),
        ("2021 q1", "2021-33"),
        ("the second half of 2021", "2021-41"),
        ("the early 2000s", "200X"),
        ("mid-2019", "2019"),
        ("the beginning of 2021", "2021"),
    ],
)
def test_what_is_written_out_needs_no_publication(words: str, edtf: str) -> None:
    assert re.fullmatch(POINT, words)
    assert read_point(words, None) == read_point(words, TUESDAY) == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("today", "2024-03-26"),
        ("this morning", "2024-03-26"),
        ("tonight", "2024-03-26"),
        ("late yesterday", "2024-03-25"),
        ("tomorrow", "2024-03-27"),
        ("monday", "2024-03-25"),
        ("last tuesday", "2024-03-19"),
        ("early monday morning", "2024-03-25"),
        ("march 4th", "2024-03-04"),
        ("monday , march 25", "2024-03-25"),
        ("4 march", "2024-03-04"),
        ("last march", "2023-03"),
        ("early march", "2024-03"),
        ("last summer", "2023-22"),
        ("last week", "2024-03-18/2024-03-24"),
        ("last month", "2024-02"),
        ("late last year", "2023"),
        ("this quarter", "2024-33"),
        ("last quarter", "2023-36"),
        ("the first quarter of this year", "2024-33"),
        ("june of last year", "2023-06"),
        ("three days ago", "2024-03-23"),
        ("a week ago", "2024-03-19~"),
        ("a month ago", "2024-02~"),
        ("five years ago", "2019"),
        ("two decades ago", "2004~"),
    ],
)
def test_what_is_told_from_publication_is_open_without_it(words: str, edtf: str) -> None:
    assert re.fullmatch(POINT, words)
    assert read_point(words, TUESDAY) == edtf
    assert read_point(words, None) is None


@pytest.mark.parametrize(
    "words", ["next monday", "the following friday", "05 / 06 / 2021", "the fourth half of 2020", "hello"]
)
def test_what_may_be_read_in_two_ways_is_open(words: str) -> None:
    assert read_point(words, TUESDAY) is None
