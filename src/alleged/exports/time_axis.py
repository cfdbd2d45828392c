"""An axis of time on a drawing: where a day stands on it, and which days are marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YEAR = 365.2425
_DAYS_OF_MONTHS = 31 * 3
"""Up to so many days an axis is marked in days, and up to so many years in months."""
_YEARS_OF_MONTHS = 3
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_DAY_STEPS = (1, 2, 5, 7, 14, 31)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last`, drawn from `left` on over `width`; `most` marks fit on it."""

    first: date
    last: date
    left: float
    width: float
    most: int = 6

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    def at(self, day: date) -> float:
        """Where a day begins; days outside stand at the ends."""
        whole = max((self.last - self.first).days, 1)
        share = (day - self.first).days / whole
        return self.left + self.width * min(max(share, 0.0), 1.0)

    def marks(self) -> Iterator[tuple[date, str]]:
        """Days that are marked with a line, and what is written there."""
        days = (self.last - self.first).days
        if days <= _DAYS_OF_MONTHS:
            return self._mark_days(days)
        if days <= _YEARS_OF_MONTHS * _YEAR:
            return self._mark_months(days)
        return self._mark_years(days)

    def _mark_days(self, days: int) -> Iterator[tuple[date, str]]:
        step = _choose(_DAY_STEPS, days / self.most)
        for number in range(self.first.toordinal(), self.last.toordinal() + 1, step):
            day = date.fromordinal(number)
            yield day, day.isoformat()

    def _mark_months(self, days: int) -> Iterator[tuple[date, str]]:
        step = _choose(_MONTH_STEPS, days / 30 / self.most)
        for number in range(_month(self.first), _month(self.last) + 1):
            day = date(number // 12, number % 12 + 1, 1)
            if number % step == 0 and day >= self.first:
                yield day, f"{day:%Y-%m}"

    def _mark_years(self, days: int) -> Iterator[tuple[date, str]]:
        step = _choose(_YEAR_STEPS, days / _YEAR / self.most)
        for year in range(self.first.year, self.last.year + 1):
            if year % step == 0 and date(year, 1, 1) >= self.first:
                yield date(year, 1, 1), f"{year}"


def span_axis(days: Iterable[date], left: float, width: float, most: int = 6) -> Axis | None:
    """An axis on which all of these days have their place, with some room; None where there are none."""
    known = sorted(days)
    if not known:
        return None
    room = max((known[-1] - known[0]).days // 12, 1)
    first = date.fromordinal(max(known[0].toordinal() - room, date.min.toordinal()))
    last = date.fromordinal(min(known[-1].toordinal() + room + 1, date.max.toordinal()))
    return Axis(first, last, left, width, most)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _choose(steps: tuple[int, ...], wanted: float) -> int:
    return next((step for step in steps if step >= wanted), steps[-1])
