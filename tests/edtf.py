"""Whether a string is EDTF: the part of levels 0 to 2 that times in documents are written in."""

from __future__ import annotations

import re
from datetime import date

_QUALIFIER = r"[~?%]?"
_DATE = re.compile(rf"(\d{{4}}|\d{{3}}X)(?:-(\d{{2}}))?(?:-(\d{{2}}))?{_QUALIFIER}", re.ASCII)
_SEASONS = range(21, 42)
"""Seasons, quarters and half years, in the place of a month."""


def is_edtf(words: str) -> bool:
    """Whether `words` are a date, an interval that is not reversed, or a set of dates."""
    if words[:1] in {"[", "{"}:
        return words[-1] == {"[": "]", "{": "}"}[words[0]] and all(map(_is_date, words[1:-1].split(",")))
    if "/" in words:
        start, _, end = words.partition("/")
        return _is_interval(start, end)
    return _is_date(words)


def _is_interval(start: str, end: str) -> bool:
    if ".." in {start, end}:
        return start != end and _is_date(end if start == ".." else start)
    return _is_date(start) and _is_date(end) and start.rstrip("~?%") < end.rstrip("~?%")


def _is_date(words: str) -> bool:
    match = _DATE.fullmatch(words)
    if match is None:
        return False
    year, month, day = match.groups()
    if month is None or year.endswith("X"):
        return month is None
    if day is None:
        return 1 <= int(month) <= 12 or int(month) in _SEASONS
    return _is_day(int(year), int(month), int(day))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
