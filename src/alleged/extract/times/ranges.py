"""Stretches of time: from one point to another, open at an end, or counted back from publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from alleged.extract.times import calendar
from alleged.extract.times.calendar import Anchor, read_anchor
from alleged.extract.times.forms import COUNT, MID, MONTHS, PART, UNIT, YEAR, any_of, read_count
from alleged.extract.times.points import POINT, read_point
from alleged.model.edtf import find_edtf

Parts: TypeAlias = dict[str, str | None]
Reader: TypeAlias = Callable[[Parts, Anchor | None], str | None]

_NOW = r"now|today|the present(?: day)?|present|date"
_ABOUT = (
    r"(?P<about>at least(?: as early as| as far back as)?|as early as|as far back as|around|about|roughly)"
)
_THE = r"(?:in |on |the )?"
_START = rf"(?P<start>{POINT}|[12]?\d(?:st|nd|rd|th)?)"
_END = rf"(?:at least |in |on |the |about |around )?(?P<end>{_NOW}|{POINT})"
_TO = r"(?: ,)? (?:to|until|till|through|up to|up until|-|–|—)"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_NAMED = f"(?:{any_of(MONTHS)})"
_BARE = re.compile(rf"{PART}?{MID}?{_NAMED}(?: \.)?(?: {_ORDINAL})?|{_ORDINAL} {_NAMED}")
_DAY_ONLY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_MONTH_LENGTH, _DAY_LENGTH = len("2024-03"), len("2024-03-25")


def _between(parts: Parts, anchor: Anchor | None) -> str | None:
    start, end = parts["start"] or "", parts["end"] or ""
    if re.fullmatch(_NOW, end):
        begun = read_point(start, anchor)
        return _interval(begun, _published(anchor, begun))
    ended = read_point(end, anchor)
    return _interval(_read_start(start, ended, anchor), ended)


def _read_start(start: str, ended: str | None, anchor: Anchor | None) -> str | None:
    """Where a stretch begins: "March" of "from March to May 2021" is the last one before its end."""
    if not ended:
        return None
    day = _DAY_ONLY.fullmatch(start)
    if day:
        known = read_anchor(ended)
        return calendar.write_day(known.year, known.month or 0, int(day[1])) if known else None
    return read_point(start, read_anchor(ended) if _BARE.fullmatch(start) else anchor)


def _published(anchor: Anchor | None, as_exact_as: str | None) -> str | None:
    """The date of publication, no more exact than another date."""
    if anchor is None or as_exact_as is None:
        return None
    if len(as_exact_as) >= _DAY_LENGTH and anchor.date:
        return anchor.date.isoformat()
    if len(as_exact_as) >= _MONTH_LENGTH and anchor.months is not None:
        return calendar.write_months(anchor.months)
    return f"{anchor.year:04}"


def _interval(start: str | None, end: str | None) -> str | None:
    """From the first to the second; None where one of them is open, holds a stretch, or they are reversed."""
    if not start or not end:
        return None
    written = start if start == end else f"{start}/{end}"
    return written if find_edtf(written) else None


def _years(parts: Parts, _: Anchor | None) -> str | None:
    """ "2011-2018", "2020-21"."""
    start, end = parts["year"] or "", parts["to"] or ""
    return _interval(start, start[: 4 - len(end)] + end)


def _days(parts: Parts, anchor: Anchor | None) -> str | None:
    """ "May 5-9, 2021"."""
    end = read_point(
        f"{parts['named']} {parts['last']}" + (f" {parts['year']}" if parts["year"] else ""), anchor
    )
    return _interval(_read_start(parts["first"] or "", end, anchor), end)


def _since(parts: Parts, anchor: Anchor | None) -> str | None:
    return _open_end(read_point(parts["start"] or "", anchor), roughly=bool(parts.get("about")))


def _open_end(start: str | None, *, roughly: bool) -> str | None:
    """From `start` on; a stretch ("since last week") begins with its first day."""
    if not start:
        return None
    first = start.split("/")[0].rstrip("~")
    return f"{first}~/.." if roughly or start.endswith("~") else f"{first}/.."


def _until(parts: Parts, anchor: Anchor | None) -> str | None:
    end = read_point(parts["end"] or "", anchor)
    return f"../{end.rpartition('/')[2]}" if end else None


def _roughly(parts: Parts, anchor: Anchor | None) -> str | None:
    point = read_point(parts["start"] or "", anchor)
    return point if not point or "/" in point or point.endswith(("~", "X")) else f"{point}~"


def _as_of(parts: Parts, anchor: Anchor | None) -> str | None:
    return read_point(parts["start"] or "", anchor)


def _past(parts: Parts, anchor: Anchor | None) -> str | None:
    """ "In the past three years": from so long ago until publication, as exact as the unit."""
    count, unit = read_count(parts["count"] or "one"), parts["unit"]
    match unit:
        case "day" | "week":
            days = count * (calendar.DAYS_A_WEEK if unit == "week" else 1)
            return _interval(calendar.days_before(anchor, days), calendar.days_before(anchor, 0))
        case "month":
            return _past_months(anchor, count)
        case "year":
            if count == 1:
                return _past_months(anchor, calendar.MONTHS_A_YEAR)
            return _interval(calendar.years_before(anchor, count), calendar.years_before(anchor, 0))
        case "decade" if anchor:
            return f"{anchor.year - count * calendar.YEARS_A_DECADE}~/{anchor.year}"
    return None


def _past_months(anchor: Anchor | None, count: int) -> str | None:
    if count == 1 and anchor and anchor.date:  # "in the last month": its days
        return _interval(_same_day_last_month(anchor), anchor.date.isoformat())
    return _interval(calendar.months_before(anchor, count), calendar.months_before(anchor, 0))


def _same_day_last_month(anchor: Anchor) -> str | None:
    month = calendar.months_before(anchor, 1)
    return calendar.write_day(int(month[:4]), int(month[5:]), anchor.day or 1) if month else None


def _both(parts: Parts, _: Anchor | None) -> str | None:
    """ "2015 and 2016" is all of a set, "2015 or 2016" one of it."""
    years = re.findall(r"\d{4}", parts["years"] or "")
    return f"[{','.join(years)}]" if parts["either"] == "or" else f"{{{','.join(years)}}}"


def _open(_: Parts, __: Anchor | None) -> str | None:
    return None


_ANY_YEAR = r"(?:19[89]|20[0-4])\d"
_SPAN_OF_DAYS = rf"(?P<named>{_NAMED}) (?P<first>\d{{1,2}})(?: ?[-–] ?)(?P<last>\d{{1,2}})(?: ?, )?{YEAR}?"
_BACK = r"(?:dat|stretch|trac|go)(?:e|es|ed|s|ing)? back (?:to|as far as)"
_UNTIL = "until|till|up to|up until|by|before|prior to|no later than|through"
_OVER = r"(?:(?:over|in|during|within|for|throughout|across) )?(?:the |these )"
_VAGUE = (
    r"(?:over|in|during|within|for) (?:the )?(?:past|last|previous|recent) (?:few |several |many |couple )?"
    r"(?:day|week|month|year|decade)s"
)
FORMS: tuple[tuple[str, Reader], ...] = (
    (rf"between {_START} and {_END}", _between),
    (rf"from (?:at least |around |about |the )?{_START}{_TO} {_END}", _between),
    (rf"(?P<start>{POINT}){_TO} {_END}", _between),
    (rf"{YEAR}-(?P<to>{_ANY_YEAR}|1[3-9]|2\d|3\d|4\d)", _years),
    (_SPAN_OF_DAYS, _days),
    (rf"since (?:{_ABOUT} )?{_THE}(?P<start>{POINT})", _since),
    (rf"{_BACK} (?:{_ABOUT} )?{_THE}(?P<start>{POINT})", _since),
    (rf"(?:starting|beginning) (?:in|on|with|from|around) (?:{_ABOUT} )?{_THE}(?P<start>{POINT})", _since),
    (rf"(?P<about>as early as|as far back as) {_THE}(?P<start>{POINT})", _since),
    (rf"from {_THE}(?P<start>{POINT}) (?:onwards?|on)", _since),
    (rf"(?:{_UNTIL}) (?:at least |about |the end of )?{_THE}(?P<end>{POINT})", _until),
    (rf"(?:around|about|circa|approximately|roughly) {_THE}(?P<start>{POINT})", _roughly),
    (rf"as (?:of|recently as|late as) {_THE}(?P<start>{POINT})", _as_of),
    (rf"{_OVER}(?:past|last|previous) (?:{COUNT} )?{UNIT}", _past),
    (_VAGUE, _open),
    (rf"(?P<years>{_ANY_YEAR}(?: , {_ANY_YEAR}){{0,6}}(?: ,)? (?P<either>and|or) {_ANY_YEAR})", _both),
    (rf"(?:{COUNT}|a few|several) {UNIT} (?:earlier|before|later|after)", _open),
    (r"the (?:same|following|next|previous) (?:day|week|month|year)", _open),
)
"""Stretches of time; where several match at a place, the one with most words counts."""
