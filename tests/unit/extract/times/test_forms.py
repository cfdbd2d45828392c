"""The pieces of the patterns for times."""

from __future__ import annotations

import re

import pytest

from alleged.extract.times.forms import DAY, MONTH, YEAR, any_of, read_count, words_in


@pytest.mark.parametrize(
    ("words", "count"),
    [("a", 1), ("two", 2), ("a couple of", 2), ("a dozen", 12), ("twenty", 20), ("14", 14), ("many", 0)],
)
def test_a_count_is_read(words: str, count: int) -> None:
    assert read_count(words) == count


def test_longer_names_come_first() -> None:
    assert any_of({"sep": 9, "september": 9, "sept": 9}) == "september|sept|sep"


def test_listed_words_are_a_set() -> None:
    assert words_in("in on  in") == {"in", "on"}


@pytest.mark.parametrize(
    ("form", "fits", "not_this"),
    [(YEAR, "2021", "1821"), (YEAR, "1999", "2055"), (DAY, "31st", "32"), (MONTH, "oct .", "may .")],
)
def test_a_piece_matches_no_more_than_it_should(form: str, fits: str, not_this: str) -> None:
    assert re.fullmatch(form, fits)
    assert not re.fullmatch(form, not_this)


def test_the_full_stop_after_a_whole_name_ends_the_sentence() -> None:
    assert re.fullmatch(MONTH, "sept .")
    assert re.fullmatch(MONTH, "oct .")
    assert not re.fullmatch(MONTH, "october .")
