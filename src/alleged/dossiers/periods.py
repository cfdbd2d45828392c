"""A date in EDTF to sort by and in words: no more exact than it is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from alleged.model.edtf import Form, Precision, find_edtf

if TYPE_CHECKING:
    from alleged.model.edtf import Edtf, SingleDate

_DURATION = re.compile(r"P(\d{1,6})([YMWD])", re.ASCII)
_DAYS = {"Y": 365.2425, "M": 30.436875, "W": 7, "D": 1}
_ROUGHLY = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PARTS = {
    21: "spring ",
    22: "summer ",
    23: "autumn ",
    24: "winter ",
    25: "northern spring ",
    26: "northern summer ",
    27: "northern autumn ",
    28: "northern winter ",
    29: "southern spring ",
    30: "southern summer ",
    31: "southern autumn ",
    32: "southern winter ",
    33: "first quarter of ",
    34: "second quarter of ",
    35: "third quarter of ",
    36: "fourth quarter of ",
    37: "first third of ",
    38: "second third of ",
    39: "last third of ",
    40: "first half of ",
    41: "second half of ",
}
"""What stands before the year for a part of it."""


def sort_key(period: Edtf) -> tuple[date, date, bool]:
    """Sorts by the earliest day, or the end if the beginning is open; then by length, the surer first."""
    last = period.last or date.max
    return (period.first or last, last, period.is_rough)


def tell_period(edtf: str) -> str:
    """An EDTF date in words: "from about 2011 on", "summer 2024"; one that cannot be read stays as it is."""
    period = find_edtf(edtf)
    if period is None:
        return edtf
    told = [_tell_date(one) if one else "" for one in period.dates]
    if period.form is Form.INTERVAL:
        return _tell_interval(*told)
    return (" or " if period.form is Form.ONE_OF else " and ").join(told)


def _tell_interval(start: str, end: str) -> str:
    if not end:
        return f"from {start} on"
    return f"{start} to {end}" if start else f"{end} or before"


def _tell_date(one: SingleDate) -> str:
    return f"{_ROUGHLY[one.mark]}{_tell_exactly(one)}"


def _tell_exactly(one: SingleDate) -> str:
    year = one.words[:4]
    told = f"{year[:3]}0s" if year[:3].isdecimal() and not year.isdecimal() else year
    if one.part:
        return f"{_PARTS[one.part]}{told}"
    return told if one.precision in {Precision.YEARS, Precision.YEAR} else one.words


def days_of(duration: str) -> float:
    """About how many days an ISO 8601 duration of one unit has; endless if it cannot be read."""
    match = _DURATION.fullmatch(duration)
    return int(match[1]) * _DAYS[match[2]] if match else float("inf")
