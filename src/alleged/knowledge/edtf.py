"""Dates as sanctions lists write them, in EDTF; what is left open there stays open here."""

from __future__ import annotations

import re

from alleged.model.edtf import find_edtf

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLASHED = re.compile(r"(?:(\d{1,2}|dd?)/)?(?:(\d{1,2}|mm?)/)?(\d{4}|\d{2}yy)", re.ASCII | re.IGNORECASE)
_WORDED = re.compile(r"(?:(\d{1,2})[ -])?(?:([a-z]{3})[a-z]{0,6}[ -])?(\d{4})", re.ASCII | re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_FIRST_MONTH, _LAST_MONTH = 1, 12
_YEAR, _MONTH = len("2024"), len("2024-03")


def from_slashes(text: str) -> str | None:
    """EDTF of day/month/year, or None: "dd/mm/1957" is 1957, "10/1957" is 1957-10, "15/08/19yy" is 19XX."""
    match = _SLASHED.fullmatch(text.strip().strip("'\"."))
    if not match:
        return None
    *before, year = match.groups()
    day, month = before if before[1] else (None, before[0])
    return join_date(year.lower().replace("y", "X"), _number(month), _number(day))


def from_words(text: str) -> str | None:
    """EDTF of a date in English words, or None: "10 Dec 1948", "circa 1980", "1958 to 1962"."""
    words = text.strip().rstrip(".")
    start, to, end = words.partition(" to ")
    if to:
        return join_period(from_words(start), from_words(end))
    about = words.lower().startswith("circa ")
    match = _WORDED.fullmatch(words[6:] if about else words)
    if not match:
        return None
    day, month, year = match.groups()
    date = join_date(year, _month(month) if month else None, _number(day)) if _month_fits(month) else None
    return f"{date}~" if date and about else date


def from_iso(text: str) -> str | None:
    """The date at the beginning of an ISO date or time, or None where it is none."""
    match = _ISO.match(text.strip())
    return join_date(match[1], _number(match[2]), _number(match[3])) if match else None


def join_date(year: str, month: int | None, day: int | None) -> str | None:
    """EDTF of a year and what is known beside it; None where the calendar has no such day."""
    if not month or not year.isdecimal():
        return _if_dated(year)
    if not _FIRST_MONTH <= month <= _LAST_MONTH:
        return None
    return _if_dated(f"{year}-{month:02}" + (f"-{day:02}" if day else ""))


def join_period(start: str | None, end: str | None) -> str | None:
    """EDTF from one date to another: whole years or a whole month are those; None where they are reversed."""
    if start == end or not start or not end:
        return start or end
    years, month = _from_to(start[:_YEAR], end[:_YEAR]), start[:_MONTH]
    whole = next((each for each in (years, month) if _covers(each, start, end)), None)
    return whole or _if_dated(f"{start}/{end}")


def _from_to(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"


def _covers(edtf: str, start: str, end: str) -> bool:
    """Whether a date begins on the one day and ends on the other."""
    read = find_edtf(edtf)
    return read is not None and (str(read.first), str(read.last)) == (start, end)


def _if_dated(edtf: str) -> str | None:
    return edtf if find_edtf(edtf) else None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _month_fits(name: str | None) -> bool:
    return name is None or name.lower() in _MONTHS
