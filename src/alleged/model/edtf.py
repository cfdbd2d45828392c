"""Dates in EDTF (ISO 8601-2) as claims, documents and lists of names have them: their form, and their days.

Read are a year, a month or a day; an interval of two of them, open where `..` or nothing stands; and a set,
one of `[...]` or all of `{...}`. A number from 21 on in the place of a month is a part of the year, X at the
end of a year a digit that is not said, XX a month or day that is not said; `~` marks a date as about, `?` as
uncertain, `%` as both. A time of day is not part of it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)", re.ASCII)
_OPEN = frozenset({"", ".."})
_UNSAID = "XX"
_WHOLE_YEAR = (1, 12)
_SPRING, _SUMMER, _AUTUMN, _WINTER = (3, 5), (6, 8), (9, 11), _WHOLE_YEAR
PARTS_OF_YEAR = {
    **dict(zip(range(21, 25), (_SPRING, _SUMMER, _AUTUMN, _WINTER), strict=True)),
    **dict(zip(range(25, 29), (_SPRING, _SUMMER, _AUTUMN, _WINTER), strict=True)),  # northern
    **dict(zip(range(29, 33), (_AUTUMN, _WINTER, _SPRING, _SUMMER), strict=True)),  # southern
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
"""First and last month of seasons, quarters, thirds, halves; a winter has two years, and is the whole one."""
_KNOWN = 1 << 13
"""Dates that are kept once they were read."""


class Form(StrEnum):
    """What is written."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"
    ALL_OF = "all of"


_SETS = {"[]": Form.ONE_OF, "{}": Form.ALL_OF}


class Precision(StrEnum):
    """How exact a date is."""

    YEARS = "years"
    """A decade or more."""
    YEAR = "year"
    PART = "part of a year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class SingleDate:
    """One date with the first and the last day that it allows; its mark changes neither."""

    words: str
    """As it is written, without the mark."""
    precision: Precision
    first: date
    last: date
    mark: str = ""

    @property
    def part(self) -> int | None:
        """The number of the season, quarter, third or half; None where it is none."""
        return int(self.words[5:7]) if self.precision is Precision.PART else None


@dataclass(frozen=True, slots=True)
class Edtf:
    """What a string says, with the earliest and the latest day that it allows; None where an end is open."""

    form: Form
    dates: tuple[SingleDate | None, ...]
    """In the order in which they are written; None for an open end."""
    first: date | None
    last: date | None

    @property
    def only(self) -> SingleDate | None:
        """The date where one is written, and nothing marks it as rough."""
        return self.dates[0] if self.form is Form.DATE and not self.is_rough else None

    @property
    def is_rough(self) -> bool:
        """Whether a date of it is marked as about or uncertain."""
        return self.is_approximate or self.is_uncertain

    @property
    def is_approximate(self) -> bool:
        """Whether a date of it is marked as about."""
        return any(one.mark in {"~", "%"} for one in self.dates if one)

    @property
    def is_uncertain(self) -> bool:
        """Whether a date of it is marked as uncertain."""
        return any(one.mark in {"?", "%"} for one in self.dates if one)


def read_edtf(written: str) -> Edtf:
    """What an EDTF string says; raises ValueError with the string if it is none, or ends before it begins."""
    found = find_edtf(written)
    if found is None:
        raise ValueError(f"{written!r} is no date in EDTF")
    return found


@lru_cache(_KNOWN)
def find_edtf(written: str | None) -> Edtf | None:
    """What an EDTF string says; None where it is none."""
    try:
        return _read(written or "")
    except ValueError:
        return None


def is_date(written: str) -> bool:
    """Whether it is one year, month or day, perhaps marked as uncertain."""
    read = find_edtf(written)
    return read is not None and read.form is Form.DATE and all(map(_is_exact, read.dates))


def _is_exact(one: SingleDate | None) -> bool:
    return one is not None and one.precision in {Precision.YEAR, Precision.MONTH, Precision.DAY}


def _read(written: str) -> Edtf:
    form = _SETS.get(written[:1] + written[-1:])
    if form:
        dates = tuple(map(_read_date, written[1:-1].split(",")))
        return Edtf(form, dates, min(one.first for one in dates), max(one.last for one in dates))
    start, slash, end = written.partition("/")
    if slash:
        return _read_interval(start, end)
    one = _read_date(start)
    return Edtf(Form.DATE, (one,), one.first, one.last)


def _read_interval(start: str, end: str) -> Edtf:
    """An interval of which one end at most is open; it may end within the date with which it begins."""
    begun, ended = (None if part in _OPEN else _read_date(part) for part in (start, end))
    first, last = begun.first if begun else None, ended.last if ended else None
    if not (first or last) or (first and last and first > last):
        raise ValueError("no end is known, or it ends before it begins")
    return Edtf(Form.INTERVAL, (begun, ended), first, last)


def _read_date(written: str) -> SingleDate:
    match = _DATE.fullmatch(written)
    if match is None:
        raise ValueError("no date")
    year, month, day, mark = match.groups()
    precision, (begun, over) = _months_of(year, month)
    first = date(int(year.replace("X", "0")) or 1, begun, 1)
    last = date(int(year.replace("X", "9")), over, 1)
    last = last.replace(day=monthrange(last.year, over)[1])
    words = written.removesuffix(mark)
    if day is None or day == _UNSAID:
        return SingleDate(words, precision, first, last, mark)
    if precision is Precision.PART:
        raise ValueError("a part of a year has no days")
    exactly = Precision.DAY if precision is Precision.MONTH else precision
    return SingleDate(words, exactly, first.replace(day=int(day)), last.replace(day=int(day)), mark)


def _months_of(year: str, month: str | None) -> tuple[Precision, tuple[int, int]]:
    """How exact a year with its month is, and the first and the last month that it allows."""
    if month is None or month == _UNSAID:
        return (Precision.YEAR if year.isdecimal() else Precision.YEARS), _WHOLE_YEAR
    number = int(month)
    if number in PARTS_OF_YEAR:
        return Precision.PART, PARTS_OF_YEAR[number]
    if not 1 <= number <= _WHOLE_YEAR[1]:
        raise ValueError("no month")
    return (Precision.MONTH if year.isdecimal() else Precision.YEARS), (number, number)
