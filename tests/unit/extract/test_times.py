"""When it happened and when it was said, as far as the words say."""

from __future__ import annotations

import pytest

from alleged.extract.passages import Stretch
from alleged.extract.times import find_said, find_when
from alleged.model.claim import When
from tests.unit.extract.reading import passage, place


def when(words: str) -> When:
    of = passage(f"The group attacked the bank {words} again.")
    return find_when(of, of.whole)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in 2021", "2021"),
        ("during 1999", "1999"),
        ("by late 2021", "2021"),
        ("in March 2021", "2021-03"),
        ("on 5 May 2020", "2020-05-05"),
        ("on May 6, 2020,", "2020-05-06"),
        ("between 2011 and 2018", "2011/2018"),
        ("from 2011 to 2018", "2011/2018"),
        ("since 2011", "2011/.."),
        ("since at least 2011", "2011~/.."),
    ],
)
def test_a_written_date_is_fixed(words: str, edtf: str) -> None:
    assert when(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("in 2021", "2021"),
        ("in March 2021", "March 2021"),
        ("since at least 2011", "since at least 2011"),
        ("on May 6, 2020,", "May 6, 2020"),
    ],
)
def test_its_words_are_kept(words: str, kept: str) -> None:
    found = when(words).words
    assert found is not None
    assert found.exact == kept


@pytest.mark.parametrize(
    ("words", "minimum"),
    [
        ("for over a decade", "P10Y"),
        ("for more than two years", "P2Y"),
        ("for at least 15 years", "P15Y"),
        ("for over one year", "P1Y"),
    ],
)
def test_a_duration_is_the_shortest_one_and_no_date(words: str, minimum: str) -> None:
    found = when(words)
    assert (found.minimum, found.edtf) == (minimum, None)
    assert found.words is not None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "with 2021 bots",
        "in 1821",
        "in 20210",
        "on 45 May",
        "in May",
        "on Monday",
        "for years",
        "in two parts",
    ],
)
def test_what_fixes_no_time_is_left_open(words: str) -> None:
    assert when(words) == When()


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 45 May 2020", "2020-05"),
        ("on 31 February 2020", "2020-02"),
        ("on 29 February 2020", "2020-02-29"),
    ],
)
def test_a_day_that_the_month_has_not_fixes_the_month_only(words: str, edtf: str) -> None:
    assert when(words).edtf == edtf


def test_only_the_clause_is_looked_at() -> None:
    of = passage("They met in 2019 and attacked the bank in 2021.")
    assert find_when(of, place(of, "attacked the bank in 2021")).edtf == "2021"


def test_the_first_time_counts() -> None:
    assert when("in 2019 and in 2021").edtf == "2019"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("The bank said on Monday that hackers stole data.", "on Monday"),
        ("On Friday the bank said hackers stole data.", "On Friday"),
        ("The bank said today hackers stole data.", "today"),
    ],
)
def test_the_day_of_a_report_stays_words(words: str, kept: str) -> None:
    of = passage(words)
    found = find_said(of, place(of, "hackers stole data"))
    assert found.words is not None
    assert found.words.exact == kept
    assert found.edtf is None


def test_a_day_inside_the_content_was_not_said_then() -> None:
    of = passage("The bank said hackers stole data on Monday.")
    assert find_said(of, place(of, "hackers stole data on Monday")) == When()


def test_without_a_day_nothing_is_known() -> None:
    of = passage("The bank said hackers stole data.")
    assert find_said(of, Stretch(0, 1)) == When()
