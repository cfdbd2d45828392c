"""A date in EDTF as the days that it allows, to sort by, and in words: no more exact than it is."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"([0-9X]{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)", re.ASCII)
_DURATION = re.compile(r"P(\d{1,6})([YMWD])", re.ASCII)
_DAYS = {"Y": 365.2425, "M": 30.436875, "W": 7, "D": 1}
_LAST_MONTH = 12
_OPEN = frozenset({"", ".."})
_ROUGHLY = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_WHOLE_YEAR = (1, 12)
_SPRING, _SUMMER, _AUTUMN = (3, 5), (6, 8), (9, 11)
_SEASONS = {
    21: ("spring ", _SPRING),
    22: ("summer ", _SUMMER),
    23: ("autumn ", _AUTUMN),
    24: ("winter ", _WHOLE_YEAR),  # has two years
    25: ("northern spring ", _SPRING),
    26: ("northern summer ", _SUMMER),
    27: ("northern autumn ", _AUTUMN),
    28: ("northern winter ", _WHOLE_YEAR),
    29: ("southern spring ", _AUTUMN),
    30: ("southern summer ", _WHOLE_YEAR),
    31: ("southern autumn ", _SPRING),
    32: ("southern winter ", _SUMMER),
    33: ("first quarter of ", (1, 3)),
    34: ("second quarter of ", (4, 6)),
    35: ("third quarter of ", (7, 9)),
    36: ("fourth quarter of ", (10, 12)),
    37: ("first third of ", (1, 4)),
    38: ("second third of ", (5, 8)),
    39: ("last third of ", (9, 12)),
    40: ("first half of ", (1, 6)),
    41: ("second half of ", (7, 12)),
}
"""Parts of a year that stand in the place of a month: in words, and their first and last months."""


@dataclass(frozen=True, slots=True)
class Period:
    """The earliest and the latest day that a date allows; None where it is open."""

    first: date | None
    last: date | None
    is_rough: bool = False
    """Whether it is marked as "about" or uncertain; its days are those of the date without the mark."""

    @property
    def key(self) -> tuple[date, date, bool]:
        """Sorts by the earliest day, or the end if the beginning is open; then by length, the surer first."""
        last = self.last or date.max
        return (self.first or last, last, self.is_rough)


def read_period(edtf: str) -> Period | None:
    """The days that an EDTF date, interval or set allows; None where it cannot be read or allows all."""
    parts = [_read_part(part) for part in _parts_of(edtf)]
    if None in parts:
        return None
    periods = [part for part in parts if part]
    first, last = periods[0].first, periods[-1].last
    if first is None and last is None:
        return None
    return Period(first, last, any(period.is_rough for period in periods))


def _parts_of(edtf: str) -> list[str]:
    """The dates from the earliest to the latest: an interval has two, a set any number."""
    if edtf[:1] in {"[", "{"}:
        return sorted(edtf[1:-1].split(","))
    return edtf.split("/", 1)


def _read_part(part: str) -> Period | None:
    if part in _OPEN:
        return Period(None, None)
    match = _DATE.fullmatch(part)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    try:
        return Period(_earliest(year, month, day), _latest(year, month, day), bool(mark))
    except (ValueError, KeyError):
        return None


def _earliest(year: str, month: str | None, day: str | None) -> date:
    number = int(year.replace("X", "0")) or 1
    return date(number, _months(month)[0], int(day) if day and day != "XX" else 1)


def _latest(year: str, month: str | None, day: str | None) -> date:
    number, last = int(year.replace("X", "9")), _months(month)[1]
    return date(number, last, int(day) if day and day != "XX" else monthrange(number, last)[1])


def _months(month: str | None) -> tuple[int, int]:
    """The first and the last month; raises KeyError for what is neither a month nor a season."""
    if month is None or month == "XX":
        return _WHOLE_YEAR
    number = int(month)
    return (number, number) if 1 <= number <= _LAST_MONTH else _SEASONS[number][1]


def tell_period(edtf: str) -> str:
    """An EDTF date in words: "from about 2011 on", "summer 2024"; one that cannot be read stays as it is."""
    if read_period(edtf) is None:
        return edtf
    if edtf[0] in "[{":
        joint = " or " if edtf[0] == "[" else " and "
        return joint.join(map(_tell_date, edtf[1:-1].split(",")))
    start, is_interval, end = edtf.partition("/")
    return _tell_interval(start, end) if is_interval else _tell_date(start)


def _tell_interval(start: str, end: str) -> str:
    if end in _OPEN:
        return f"from {_tell_date(start)} on"
    return f"{_tell_date(end)} or before" if start in _OPEN else f"{_tell_date(start)} to {_tell_date(end)}"


def _tell_date(part: str) -> str:
    match = _DATE.fullmatch(part)
    if match is None:
        return part
    mark = match[4]
    return f"{_ROUGHLY[mark]}{_tell_exactly(part.removesuffix(mark), match[1], match[2])}"


def _tell_exactly(part: str, year: str, month: str | None) -> str:
    told = f"{year[:3]}0s" if year[3] == "X" and year[:3].isdecimal() else year
    if month is None:
        return told
    number = int(month) if month.isdecimal() else 0
    return f"{_SEASONS[number][0]}{told}" if number in _SEASONS else part


def days_of(duration: str) -> float:
    """About how many days an ISO 8601 duration of one unit has; endless if it cannot be read."""
    match = _DURATION.fullmatch(duration)
    return int(match[1]) * _DAYS[match[2]] if match else float("inf")
