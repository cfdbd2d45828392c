"""When it happened, as far as the words say: years and months that are written out, nothing guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.claim import When
from alleged.model.span import span_at

if TYPE_CHECKING:
    from alleged.extract.passages import Passage, Stretch

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1980, 2049
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def find_when(passage: Passage, clause: Stretch) -> When:
    """The time that a clause names."""
    for index in range(clause.start, clause.end):
        for find in (_range, _since, _month_day, _month, _year, _duration):
            found = find(passage, index, clause.end)
            if found:
                length, edtf, minimum = found
                words = span_at(passage.text, passage.words[index].start, passage.words[index + length - 1].end)
                return When(edtf, words, minimum)
    return When()


_Found = tuple[int, str | None, str | None]


def _norms(passage: Passage, index: int, end: int, count: int) -> list[str]:
    return [w.norm for w in passage.words[index : min(index + count, end)]]


def _is_year(norm: str) -> bool:
    return len(norm) == 4 and norm.isdigit() and _FIRST_YEAR <= int(norm) <= _LAST_YEAR


def _range(passage: Passage, index: int, end: int) -> _Found | None:
    """between 2011 and 2018, from 2011 to 2018"""
    w = _norms(passage, index, end, 4)
    if len(w) == 4 and (w[0], w[2]) in {("between", "and"), ("from", "to")} and _is_year(w[1]) and _is_year(w[3]):
        return 4, f"{w[1]}/{w[3]}", None
    return None


def _since(passage: Passage, index: int, end: int) -> _Found | None:
    """since at least 2011"""
    w = _norms(passage, index, end, 4)
    if not w or w[0] != "since":
        return None
    if w[1:3] == ["at", "least"] and len(w) == 4 and _is_year(w[3]):
        return 4, f"{w[3]}~/..", None
    return (2, f"{w[1]}/..", None) if len(w) > 1 and _is_year(w[1]) else None


def _month_day(passage: Passage, index: int, end: int) -> _Found | None:
    """March 25, 2024 and 25 March 2024"""
    w = _norms(passage, index, end, 4)
    if len(w) == 4 and w[0] in _MONTHS and w[1].isdigit() and w[2] == "," and _is_year(w[3]):
        return 4, _day(w[3], w[0], w[1]), None
    if len(w) >= 3 and w[0].isdigit() and w[1] in _MONTHS and _is_year(w[2]):
        return 3, _day(w[2], w[1], w[0]), None
    return None


def _day(year: str, month: str, day: str) -> str | None:
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}" if 1 <= int(day) <= 31 else None


def _month(passage: Passage, index: int, end: int) -> _Found | None:
    """March 2024"""
    w = _norms(passage, index, end, 2)
    if len(w) == 2 and w[0] in _MONTHS and passage.words[index].is_name_like and _is_year(w[1]):
        return 2, f"{w[1]}-{_MONTHS.index(w[0]) + 1:02}", None
    return None


def _year(passage: Passage, index: int, end: int) -> _Found | None:
    """in 2020, the 2020 targeting"""
    norm = passage.words[index].norm
    before = passage.words[index - 1].norm if index else ""
    return (1, norm, None) if _is_year(norm) and before in {"in", "the", "during", "of", "late", "early"} else None


def _duration(passage: Passage, index: int, end: int) -> _Found | None:
    """over a decade, more than five years"""
    w = _norms(passage, index, end, 4)
    rest = w[1:] if w[:1] == ["over"] else w[2:] if w[:2] in (["more", "than"], ["at", "least"]) else []
    if len(rest) < 2 or rest[0] not in _NUMBERS and not rest[0].isdigit():
        return None
    count = _NUMBERS.get(rest[0]) or int(rest[0])
    years = {"decade": 10, "decades": 10, "year": 1, "years": 1}.get(rest[1])
    return (len(w) - len(rest) + 2, None, f"P{count * years}Y") if years else None
