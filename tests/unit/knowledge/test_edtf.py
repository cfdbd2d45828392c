from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.edtf import from_iso, from_slashes, from_words, join_period

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("28/04/1937", "1937-04-28"),
        ("dd/mm/1957", "1957"),
        ("dd/10/1957", "1957-10"),
        ("10/1957", "1957-10"),
        ("1957", "1957"),
        ("15/08/19yy", "19XX"),
        ("'01/02/1960", "1960-02-01"),
        ("31/02/1960", None),
        ("01/13/1960", None),
        ("1960s", None),
        ("", None),
    ],
)
def test_dates_with_slashes(words: str, expected: str | None) -> None:
    assert from_slashes(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("10 Dec 1948", "1948-12-10"),
        ("10 Dec 1948.", "1948-12-10"),
        ("Dec 1948", "1948-12"),
        ("1948", "1948"),
        ("circa 1980", "1980~"),
        ("circa Mar 1980", "1980-03~"),
        ("1958 to 1962", "1958/1962"),
        ("01 Jan 1958 to 31 Dec 1958", "1958"),
        ("23-Sep-2026", "2026-09-23"),
        ("30 Feb 1948", None),
        ("10 Foo 1948", None),
        ("10 Sen 1948", None),
        ("unknown", None),
        ("", None),
    ],
)
def test_dates_in_words(words: str, expected: str | None) -> None:
    assert from_words(words) == expected


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_in_each_way_of_writing_it(day: date) -> None:
    assert from_slashes(f"{day.day:02}/{day.month:02}/{day.year}") == day.isoformat()
    assert from_words(f"{day.day:02} {MONTHS[day.month - 1]} {day.year}") == day.isoformat()
    assert from_iso(f"{day.isoformat()}T06:00:00") == day.isoformat()


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    for read in (from_slashes, from_words, from_iso):
        assert read(text) is None or any(c.isdecimal() for c in text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("1952", "1952"), ("1952-10", "1952-10"), ("1952-13-01", None), ("0000-02-01", None), ("soon", None)],
)
def test_iso_dates(words: str, expected: str | None) -> None:
    assert from_iso(words) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1962-11-23", "1962-11-23", "1962-11-23"),
        ("1962-01-01", "1962-12-31", "1962"),
        ("1979-01-01", "1981-12-31", "1979/1981"),
        ("1964-02-01", "1964-02-29", "1964-02"),
        ("1963-02-01", "1963-02-27", "1963-02-01/1963-02-27"),
        ("1962-01-01", None, "1962-01-01"),
        (None, None, None),
    ],
)
def test_a_whole_year_or_month_is_one(start: str | None, end: str | None, expected: str | None) -> None:
    assert join_period(start, end) == expected
