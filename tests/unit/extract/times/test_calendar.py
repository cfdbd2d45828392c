"""The calendar: always back from the day of publication, never more exact than it."""

from __future__ import annotations

import pytest

from alleged.extract.times import calendar
from alleged.extract.times.calendar import Anchor, read_anchor

TUESDAY = Anchor(2024, 3, 26)
MARCH = Anchor(2024, 3)
YEAR = Anchor(2024)


@pytest.mark.parametrize(
    ("published", "anchor"),
    [
        ("2024-03-26", TUESDAY),
        ("2024-03-26T11:38:01-05:00", TUESDAY),
        ("2024-03", MARCH),
        ("2024", YEAR),
        ("2024-02-30", None),
        ("2024-22", None),
        ("2024-03/2024-04", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_plain_date_is_an_anchor(published: str | None, anchor: Anchor | None) -> None:
    assert read_anchor(published) == anchor


@pytest.mark.parametrize(
    ("weekday", "at_least", "day"),
    [(0, 0, "2024-03-25"), (1, 0, "2024-03-26"), (2, 0, "2024-03-20"), (1, 1, "2024-03-19")],
)
def test_a_weekday_is_the_last_one(weekday: int, at_least: int, day: str) -> None:
    assert calendar.last_weekday(TUESDAY, weekday, at_least=at_least) == day


@pytest.mark.parametrize(
    ("month", "at_least", "found"),
    [(3, 0, "2024-03"), (1, 0, "2024-01"), (4, 0, "2023-04"), (3, 1, "2023-03")],
)
def test_a_month_is_the_last_one(month: int, at_least: int, found: str) -> None:
    assert calendar.last_month(MARCH, month, at_least=at_least) == found


def test_a_day_of_the_year_is_the_last_one() -> None:
    assert calendar.last_day_of(TUESDAY, 3, 26) == "2024-03-26"
    assert calendar.last_day_of(TUESDAY, 3, 27) == "2023-03-27"
    assert calendar.last_day_of(TUESDAY, 2, 29) == "2024-02-29"
    assert calendar.last_day_of(Anchor(2023, 3, 1), 2, 29) is None


def test_counting_back_goes_over_the_turn_of_the_year() -> None:
    assert calendar.days_before(Anchor(2024, 1, 1), 1) == "2023-12-31"
    assert calendar.days_before(TUESDAY, -1) == "2024-03-27"
    assert calendar.months_before(MARCH, 3) == "2023-12"
    assert calendar.years_before(YEAR, 10) == "2014"


def test_a_week_runs_from_monday_to_sunday_and_this_week_until_publication() -> None:
    assert calendar.week_before(TUESDAY, 1) == "2024-03-18/2024-03-24"
    assert calendar.week_before(TUESDAY, 0) == "2024-03-25/2024-03-26"
    assert calendar.week_before(Anchor(2024, 3, 25), 0) == "2024-03-25"


def test_a_weekend_does_not_reach_beyond_publication() -> None:
    assert calendar.weekend_before(TUESDAY) == "2024-03-23/2024-03-24"
    assert calendar.weekend_before(Anchor(2024, 3, 23)) == "2024-03-23"


@pytest.mark.parametrize(
    ("month", "this", "last", "begun"),
    [
        (2, "2024-22", "2023-22", "2023-22"),
        (7, "2024-22", "2023-22", "2024-22"),
        (12, "2024-22", "2024-22", "2024-22"),
    ],
)
def test_a_summer_is_this_one_the_last_one_or_the_one_that_began(
    month: int, this: str, last: str, begun: str
) -> None:
    anchor = Anchor(2024, month)
    assert calendar.season_of(anchor, 22) == this
    assert calendar.last_season(anchor, 22) == last
    assert calendar.begun_season(anchor, 22) == begun


def test_of_the_two_years_of_a_winter_none_is_chosen() -> None:
    assert calendar.season_of(TUESDAY, 24) is None
    assert calendar.last_season(TUESDAY, 24) is None
    assert calendar.begun_season(TUESDAY, 24) is None


def test_what_publication_does_not_tell_stays_open() -> None:
    assert calendar.days_before(MARCH, 1) is None
    assert calendar.last_weekday(MARCH, 0) is None
    assert calendar.last_day_of(MARCH, 1, 1) is None
    assert calendar.week_before(MARCH, 1) is None
    assert calendar.weekend_before(MARCH) is None
    assert calendar.months_before(YEAR, 1) is None
    assert calendar.last_month(YEAR, 1) is None
    assert calendar.last_season(YEAR, 22) is None
    assert calendar.begun_season(YEAR, 22) is None
    assert calendar.years_before(None, 1) is None


def test_a_day_that_a_month_has_not_is_none() -> None:
    assert calendar.write_day(2024, 2, 29) == "2024-02-29"
    assert calendar.write_day(2023, 2, 29) is None


def test_a_day_is_told_from_other_dates() -> None:
    assert calendar.is_day("2024-03-26")
    assert not any(map(calendar.is_day, [None, "2024-03", "2024-03-26~", "2024-03-25/2024-03-26"]))
