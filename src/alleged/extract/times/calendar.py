"""The calendar: names of months and days, the day a text was published, and dates written as EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from alleged.model.edtf import PARTS_OF_YEAR, Precision, find_edtf

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF writes a season in the place of a month; quarters follow from 33, halves from 40."""
FIRST_QUARTER, FIRST_HALF = 33, 40
FIRST_YEAR, LAST_YEAR = 1980, 2049
"""Numbers outside of these are taken for something else."""
DAYS_A_WEEK, MONTHS_A_YEAR, YEARS_A_DECADE = 7, 12, 10
_WINTER = 24
_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}
"""How much an anchor knows of a date so exact: the year, then the month, then the day."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was published, as exactly as it says: what "last year" and "on Monday" go by."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day; None where only the month or the year is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def months(self) -> int | None:
        """The month, counted from the year 0; None where only the year is known."""
        return self.year * MONTHS_A_YEAR + self.month - 1 if self.month else None


def read_anchor(published: str | None) -> Anchor | None:
    """The anchor that an EDTF date gives, a time of day left out; None if it is no day, month or year."""
    read = find_edtf((published or "").partition("T")[0])
    one = read.only if read else None
    if one is None:
        return None
    parts = (one.first.year, one.first.month, one.first.day)[: _PARTS.get(one.precision, 0)]
    return Anchor(*parts) if parts else None


def write_day(year: int, month: int, day: int) -> str | None:
    """A day; None if the month has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def write_month(year: int, month: int) -> str:
    """A month, or a season, quarter or half year by its EDTF number."""
    return f"{year:04}-{month:02}"


def write_months(months: int) -> str:
    """A month that is counted from the year 0."""
    return write_month(months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1)


def days_before(anchor: Anchor | None, days: int) -> str | None:
    """The day so many days before publication; after it if negative."""
    day = anchor.date if anchor else None
    return (day - timedelta(days)).isoformat() if day else None


def months_before(anchor: Anchor | None, months: int) -> str | None:
    """The month so many months before the one of publication."""
    known = anchor.months if anchor else None
    return write_months(known - months) if known is not None else None


def years_before(anchor: Anchor | None, years: int) -> str | None:
    """The year so many years before the one of publication."""
    return f"{anchor.year - years:04}" if anchor else None


def last_weekday(anchor: Anchor | None, weekday: int, *, at_least: int = 0) -> str | None:
    """The last such day (Monday is 0) that lies at least so many days before publication."""
    day = anchor.date if anchor else None
    if day is None:
        return None
    back = (day.weekday() - weekday - at_least) % DAYS_A_WEEK + at_least
    return (day - timedelta(back)).isoformat()


def last_month(anchor: Anchor | None, month: int, *, at_least: int = 0) -> str | None:
    """The last such month that lies at least so many months before the one of publication."""
    known = anchor.months if anchor else None
    if known is None:
        return None
    back = (known - (month - 1) - at_least) % MONTHS_A_YEAR + at_least
    return write_months(known - back)


def last_day_of(anchor: Anchor | None, month: int, day: int) -> str | None:
    """The last such day of the year on or before the day of publication."""
    today = anchor.date if anchor else None
    if today is None:
        return None
    year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return write_day(year, month, day)


def week_before(anchor: Anchor | None, weeks: int) -> str | None:
    """Monday to Sunday of the week so many weeks before; the week of publication ends on its day."""
    day = anchor.date if anchor else None
    if day is None:
        return None
    monday = day - timedelta(day.weekday() + DAYS_A_WEEK * weeks)
    end = monday + timedelta(DAYS_A_WEEK - 1) if weeks else day
    return monday.isoformat() if monday == end else f"{monday.isoformat()}/{end.isoformat()}"


def weekend_before(anchor: Anchor | None) -> str | None:
    """The last Saturday and Sunday; on a weekend that of publication."""
    day = anchor.date if anchor else None
    if day is None:
        return None
    back = (day.weekday() - WEEKDAYS.index("saturday")) % DAYS_A_WEEK
    saturday = day - timedelta(back)
    end = min(saturday + timedelta(1), day)
    return saturday.isoformat() if saturday == end else f"{saturday.isoformat()}/{end.isoformat()}"


def season_of(anchor: Anchor | None, season: int) -> str | None:
    """The season of "this summer" in the year of publication; a winter has two years, and none is chosen."""
    return write_month(anchor.year, season) if anchor and season != _WINTER else None


def last_season(anchor: Anchor | None, season: int) -> str | None:
    """ "Last summer": the last one that was over at publication."""
    if anchor is None or anchor.month is None or season == _WINTER:
        return None
    is_over = anchor.month > PARTS_OF_YEAR[season][1]
    return write_month(anchor.year - (not is_over), season)


def begun_season(anchor: Anchor | None, season: int) -> str | None:
    """ "The summer": the last one that had begun at publication."""
    if anchor is None or anchor.month is None or season == _WINTER:
        return None
    has_begun = anchor.month >= PARTS_OF_YEAR[season][0]
    return write_month(anchor.year - (not has_begun), season)


def is_day(edtf: str | None) -> bool:
    """Whether a date is a single day, without "about"."""
    read = find_edtf(edtf)
    return read is not None and read.only is not None and read.only.precision is Precision.DAY
