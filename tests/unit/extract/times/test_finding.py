"""The times that a sentence names."""

from __future__ import annotations

import pytest

from alleged.extract.times.calendar import Anchor
from alleged.extract.times.finding import Timed, find_times
from tests.unit.extract.reading import passage

TUESDAY = Anchor(2024, 3, 26)


def times(words: str, anchor: Anchor | None = TUESDAY) -> list[tuple[str, str | None]]:
    of = passage(words)
    return [(of.said(timed.stretch), timed.edtf) for timed in find_times(of, anchor)]


def only(words: str) -> Timed:
    (found,) = find_times(passage(words), TUESDAY)
    return found


def test_times_come_in_order_and_the_longest_reading_of_each() -> None:
    found = times("On Monday the bank said that since at least May 2021, or in 2019, they stole plans.")
    assert found == [("Monday", "2024-03-25"), ("since at least May 2021", "2021-05~/.."), ("2019", "2019")]


@pytest.mark.parametrize(
    "words",
    [
        "The group may attack the bank.",
        "The march on the bank went on.",
        "They stole 2021 files.",
        "They used Exchange 2016 servers.",
        "It is today known as a bank.",
        "They hit the bank for the second time.",
        "After the fall of the firm they left.",
        "They stole plans of the bank.",
    ],
)
def test_what_only_looks_like_a_time_is_none(words: str) -> None:
    assert times(words) == []


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("The bank was hit in May.", "May"),
        ("The bank was hit on May 5.", "May 5"),
        ("The bank was hit in mid-May.", "mid-May"),
        ("The bank (2021) was hit.", "2021"),
        ("The 2021 theft hit the bank.", "2021"),
        ("Its 2021 theft hit the bank.", "2021"),
        ("Today the bank was hit.", "Today"),
        ("The bank was hit over the summer.", "the summer"),
        ("The bank was hit in Sept. 2020 again.", "Sept. 2020"),
    ],
)
def test_a_time_keeps_its_words(words: str, time: str) -> None:
    assert [found for found, _ in times(words)] == [time]


@pytest.mark.parametrize(
    ("words", "is_day"),
    [
        ("They hit the bank on Monday.", True),
        ("They hit the bank yesterday.", True),
        ("They hit the bank on March 5.", True),
        ("They hit the bank on 2024-03-05.", True),
        ("They hit the bank last week.", False),
        ("They hit the bank in March 2023.", False),
        ("They hit the bank two days ago.", False),
    ],
)
def test_a_day_is_told_from_longer_times(words: str, is_day: bool) -> None:
    assert only(words).is_day is is_day


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("They hit the 2020 Summer Games.", True),
        ("They hit the October System.", True),
        ("They hit the bank before the 2020 Games.", True),
        ("They hit the 2020 presidential campaign.", False),
        ("They hit it in 2020 London banks say.", False),
    ],
)
def test_a_year_in_a_name_is_told_from_one_that_dates(words: str, is_name: bool) -> None:
    assert only(words).is_name is is_name


def test_a_duration_has_a_minimum_and_no_date() -> None:
    found = only("They spied on the bank for more than a decade.")
    assert (found.edtf, found.minimum) == (None, "P10Y")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("They will meet on Monday.", None),
        ("The trial is due in May.", None),
        ("They are expected to meet on July 4.", None),
        ("They will meet in May 2025.", "2025-05"),
        ("They met on Monday.", "2024-03-25"),
        ("It will not say who came last Monday.", "2024-03-25"),
    ],
)
def test_what_lies_ahead_is_not_looked_for_behind(words: str, edtf: str | None) -> None:
    assert only(words).edtf == edtf
