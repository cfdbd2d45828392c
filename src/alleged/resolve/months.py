"""Times as stretches of months, for telling whether two claims can mean the same time."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from alleged.model.edtf import Precision, find_edtf

if TYPE_CHECKING:
    from datetime import date

_YEAR = 12


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


def months_of(edtf: str | None) -> Months | None:
    """The months of an EDTF date, interval or set; None where it names no year."""
    read = find_edtf(edtf)
    if read is None or any(one.precision is Precision.YEARS for one in read.dates if one):
        return None
    return Months(_count(read.first, -inf), _count(read.last, inf))


def _count(day: date | None, without: float) -> float:
    return day.year * _YEAR + day.month if day else without
