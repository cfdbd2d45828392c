"""Dates as the header lines of documents write them, each pattern bounded, to EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_TIME = r"(?:(?:[\s,|·•–—-]{1,6}|T)(?:at\s)?\d{1,2}[:.h]\d{2}.{0,40})?"

_FORMS = (
    _WEEKDAY + _MONTH + r"\s{1,3}" + _DAY + r",?\s{1,3}" + _YEAR,
    _WEEKDAY + _DAY + r"\s{1,3}(?:of\s)?" + _MONTH + r",?\s{1,3}" + _YEAR,
    _YEAR + r"-(?P<m>\d{2})-" + _DAY,
    _YEAR + r"[/.](?P<m>\d{1,2})[/.]" + _DAY,
    _DAY + r"\.\s?(?P<m>\d{1,2})\.\s?" + _YEAR,
    r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/" + _YEAR,
    _MONTH + r"\s{1,3}" + _YEAR,
)
_WHOLE = tuple(re.compile(form + _TIME, re.IGNORECASE) for form in _FORMS)

_LABEL = re.compile(
    r"(?P<label>(?:first |originally )?(?:published|posted|released|issued|dated?|date of issue"
    r"|date of publication|for immediate release|press release|updated|last updated|last modified"
    r"|modified|created))"
    r"(?:\s(?:on|at|in))?[\s:,–—-]{1,5}",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][\w.’' -]{1,30}?(?:, [A-Z][\w. ]{1,20}?)?(?:,| –| —| -|:)\s{1,3}")
_LONGEST = 120

DATELINE = re.compile(
    r"[A-Z][A-Z.,’' -]{2,40}?[,—–-]{0,2}\s{1,3}"
    r"(?P<date>[A-Za-z]{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Za-z]{3,9}\s\d{4})"
    r"\s{0,2}(?:\([\w /&.-]{2,30}\)\s{0,2})?(?:[–—:]|--?)"
)
"""How news agencies begin a report: "BEIJING, March 26, 2024 (Agency) --"."""


@dataclass(frozen=True, slots=True)
class LineDate:
    """A line that holds nothing but a date."""

    edtf: str
    is_update: bool = False
    """Whether it says when the document was changed, not when it was published."""


def read_line_date(line: str) -> LineDate | None:
    """The date that a whole line gives, a label or place before it; None where it says anything else."""
    if len(line) > _LONGEST:
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    place = None if label else _PLACE.match(rest)
    edtf = read_date(rest) or (read_date(rest[place.end() :]) if place else None)
    if edtf is None:
        return None
    words = label.group("label").lower() if label else ""
    return LineDate(edtf, "updated" in words or "modified" in words)


def read_date(words: str) -> str | None:
    """The EDTF date that `words` write, a time of day after it left out; None if they are no date."""
    for form in _WHOLE:
        match = form.fullmatch(words.strip(" \t\u00a0[]()"))
        if match:
            return _edtf(match.groupdict())
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year, month, day = int(parts["year"] or 0), _month(parts), parts.get("day")
    if "one" in parts:
        return _edtf_of_slashes(year, int(parts["one"] or 0), int(parts["two"] or 0))
    if day is None:
        return f"{year:04}-{month:02}"
    return _checked(year, month, int(day))


def _edtf_of_slashes(year: int, one: int, two: int) -> str | None:
    """A date with slashes is read only where one number can be no month."""
    if one > len(_MONTHS):
        return _checked(year, two, one)
    return _checked(year, one, two) if two > len(_MONTHS) else None


def _month(parts: dict[str, str | None]) -> int:
    if parts.get("m"):
        return int(parts["m"] or 0)
    name = (parts.get("month") or "")[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
