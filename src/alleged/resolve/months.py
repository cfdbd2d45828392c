"""Times as stretches of months, for telling whether two claims can mean the same time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?")
_YEAR = 12
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month; winter goes on into the next year."""
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}


@dataclass(frozen=True, slots=True)
class Months:
    """From month `first` to month `last`, counted from year 0; infinite where the time is open."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """How many months it covers."""
        return self.last - self.first + 1

    def distance(self, other: Months) -> float:
        """Months between the two; 0 where they overlap or touch."""
        return max(0.0, max(self.first, other.first) - min(self.last, other.last) - 1)


@lru_cache(1 << 12)
def months_of(edtf: str | None) -> Months | None:
    """The months of an EDTF date, interval or set; None where it names no year."""
    if not edtf:
        return None
    start, _, end = edtf.strip("[]{}").partition("/")
    dates = [found for part in (start, end) for found in map(_stretch, _DATE.finditer(part))]
    if not dates:
        return None
    first = -inf if start == ".." else min(date[0] for date in dates)
    last = inf if end == ".." else max(date[1] for date in dates)
    return Months(first, last)


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    year, month = int(match[1]) * _YEAR, int(match[2] or 0)
    if not month:
        return year + 1, year + _YEAR
    first, last = (_SEASONS | _QUARTERS).get(month, (month, month))
    return year + first, year + last
