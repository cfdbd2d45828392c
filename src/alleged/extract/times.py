"""When it happened and when it was said, as far as the words say: nothing is guessed.

Years and months that are written out become EDTF; "over a decade" becomes a shortest duration; "on Monday"
stays words, for whoever knows the date of the document.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.model.claim import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alleged.extract.passages import Passage
    from alleged.model.span import Span

_MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
_DAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"]
)
_COUNTS = {
    name: n
    for n, name in enumerate(
        ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
    )
} | {"one": 1}
_YEARS = {"decade": 10, "decades": 10, "year": 1, "years": 1}
_BEFORE_YEAR = frozenset({"in", "the", "during", "of", "late", "early", "by", "from", "until"})
_FIRST_YEAR, _LAST_YEAR = 1980, 2049
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """A time expression: how many words it has, and what they fix."""

    length: int
    edtf: str | None = None
    minimum: str | None = None


def find_when(passage: Passage, clause: Stretch) -> When:
    """The first time that a clause names."""
    norms = [word.norm for word in passage.words]
    for index in range(clause.start, clause.end):
        window = norms[index : min(index + _LONGEST, clause.end)]
        found = next((f for find in _FINDERS if (f := find(window))), None) or _year(norms, index)
        if found:
            return When(found.edtf, _words(passage, index, found.length), found.minimum)
    return When()


def find_said(passage: Passage, clause: Stretch) -> When:
    """The day on which something was said, in the words of the sentence outside the clause; left open."""
    for index, word in enumerate(passage.words):
        if index not in clause and word.norm in _DAYS:
            length = 2 if index and passage.words[index - 1].norm == "on" else 1
            return When(words=_words(passage, index + 1 - length, length))
    return When()


def _words(passage: Passage, index: int, length: int) -> Span:
    return passage.span(Stretch(index, index + length))


def _is_number(norm: str) -> bool:
    """Whether it is written in the digits of a date."""
    return norm.isascii() and norm.isdecimal()


def _is_year(norm: str) -> bool:
    return len(norm) == len("2024") and _is_number(norm) and _FIRST_YEAR <= int(norm) <= _LAST_YEAR


def _range(window: Sequence[str]) -> _Found | None:
    match window:
        case ["between", start, "and", end] | ["from", start, "to", end] if _is_year(start) and _is_year(end):
            return _Found(4, f"{start}/{end}")
    return None


def _since(window: Sequence[str]) -> _Found | None:
    match window:
        case ["since", "at", "least", year] if _is_year(year):
            return _Found(4, f"{year}~/..")
        case ["since", year, *_] if _is_year(year):
            return _Found(2, f"{year}/..")
    return None


def _day(window: Sequence[str]) -> _Found | None:
    match window:
        case [month, day, ",", year] if _is_date(year, month, day):
            return _Found(4, f"{year}-{_MONTHS[month]:02}-{int(day):02}")
        case [day, month, year, *_] if _is_date(year, month, day):
            return _Found(3, f"{year}-{_MONTHS[month]:02}-{int(day):02}")
    return None


def _is_date(year: str, month: str, day: str) -> bool:
    if not (_is_year(year) and month in _MONTHS and _is_number(day) and len(day) <= len("31")):
        return False
    _, last = monthrange(int(year), _MONTHS[month])
    return 1 <= int(day) <= last


def _month(window: Sequence[str]) -> _Found | None:
    match window:
        case [month, year, *_] if month in _MONTHS and _is_year(year):
            return _Found(2, f"{year}-{_MONTHS[month]:02}")
    return None


def _duration(window: Sequence[str]) -> _Found | None:
    match window:
        case ["over", count, unit, *_] if unit in _YEARS and _count(count):
            return _Found(3, minimum=f"P{_count(count) * _YEARS[unit]}Y")
        case ["more", "than", count, unit] | ["at", "least", count, unit] if unit in _YEARS and _count(count):
            return _Found(4, minimum=f"P{_count(count) * _YEARS[unit]}Y")
    return None


def _count(norm: str) -> int:
    return _COUNTS.get(norm) or (int(norm) if _is_number(norm) and len(norm) <= len("99") else 0)


def _year(norms: Sequence[str], index: int) -> _Found | None:
    before = norms[index - 1] if index else ""
    return _Found(1, norms[index]) if before in _BEFORE_YEAR and _is_year(norms[index]) else None


_FINDERS: tuple[Callable[[Sequence[str]], _Found | None], ...] = (_range, _since, _day, _month, _duration)
"""Longer expressions first."""
