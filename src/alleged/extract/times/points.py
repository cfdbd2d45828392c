"""Points in time: days, months, seasons, quarters, years, decades; written out or told from publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from alleged.extract.times import calendar
from alleged.extract.times.calendar import SEASONS, Anchor
from alleged.extract.times.forms import (
    COUNT,
    DAY,
    DAYS,
    MID,
    MONTH,
    MONTHS,
    ORDINALS,
    PART,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    any_of,
    read_count,
)

Parts: TypeAlias = dict[str, str | None]
Reader: TypeAlias = Callable[[Parts, Anchor | None], str | None]

_ORDINAL = rf"(?P<ordinal>{any_of(ORDINALS)}|last|final)"
_THIS_OR_LAST = r"(?P<which>this|last|the previous|the current|the same) year"
_OF_YEAR = rf"(?: ,| of| in)? (?:{YEAR}|{_THIS_OR_LAST})"
_HOUR = r"(?: (?:morning|afternoon|evening|night))?"


def _day(parts: Parts, _: Anchor | None) -> str | None:
    return calendar.write_day(_year(parts), _month(parts), _number(parts, "day"))


def _iso(parts: Parts, _: Anchor | None) -> str | None:
    return calendar.write_day(_year(parts), _number(parts, "m"), _number(parts, "d"))


def _slashed(parts: Parts, _: Anchor | None) -> str | None:
    """ "25/03/2024": read only where one of the numbers can be no month."""
    one, two, year = _number(parts, "one"), _number(parts, "two"), _year(parts)
    if one > calendar.MONTHS_A_YEAR:
        return calendar.write_day(year, two, one)
    return calendar.write_day(year, one, two) if two > calendar.MONTHS_A_YEAR else None


def _day_without_year(parts: Parts, anchor: Anchor | None) -> str | None:
    return calendar.last_day_of(anchor, _month(parts), _number(parts, "day"))


def _month_of_year(parts: Parts, anchor: Anchor | None) -> str | None:
    year = _year_or_told(parts, anchor)
    return calendar.write_month(year, _month(parts)) if year else None


def _season_of_year(parts: Parts, anchor: Anchor | None) -> str | None:
    year = _year_or_told(parts, anchor)
    return calendar.write_month(year, SEASONS[parts["season"] or ""]) if year else None


def _quarter(parts: Parts, anchor: Anchor | None) -> str | None:
    year, ordinal = _year_or_told(parts, anchor), parts.get("ordinal") or parts.get("q") or ""
    number = ORDINALS.get(ordinal) or (int(ordinal) if ordinal.isdecimal() else 4)
    return calendar.write_month(year, calendar.FIRST_QUARTER + number - 1) if year else None


def _half(parts: Parts, anchor: Anchor | None) -> str | None:
    year = _year_or_told(parts, anchor)
    number = ORDINALS.get(parts["ordinal"] or "", 2)
    return calendar.write_month(year, calendar.FIRST_HALF + number - 1) if year and number <= 2 else None  # noqa: PLR2004


def _decade(parts: Parts, _: Anchor | None) -> str | None:
    decade = parts["decade"] or ""
    return f"{decade[:3]}X"


def _plain_year(parts: Parts, _: Anchor | None) -> str | None:
    return parts["year"]


def _relative_day(parts: Parts, anchor: Anchor | None) -> str | None:
    return calendar.days_before(anchor, {"yesterday": 1, "tomorrow": -1}.get(parts["name"] or "", 0))


def _weekday(parts: Parts, anchor: Anchor | None) -> str | None:
    """The last one; "next Monday" stays open, and "last Monday" is not today."""
    if parts.get("next"):
        return None
    weekday = DAYS[parts["weekday"] or ""]
    return calendar.last_weekday(anchor, weekday, at_least=1 if parts.get("last") else 0)


def _relative_month(parts: Parts, anchor: Anchor | None) -> str | None:
    return calendar.last_month(anchor, _month(parts), at_least=1 if parts.get("last") else 0)


def _relative_season(parts: Parts, anchor: Anchor | None) -> str | None:
    season, which = SEASONS[parts["season"] or ""], parts["which"]
    return (calendar.last_season if which in {"last", "past"} else calendar.season_of)(anchor, season)


def _season_begun(parts: Parts, anchor: Anchor | None) -> str | None:
    return calendar.begun_season(anchor, SEASONS[parts["season"] or ""])


def _relative_period(parts: Parts, anchor: Anchor | None) -> str | None:
    before = {"this": 0, "the current": 0, "last": 1, "the previous": 1}[parts["which"] or ""]
    match parts["period"]:
        case "week":
            return calendar.week_before(anchor, before)
        case "month":
            return calendar.months_before(anchor, before)
    return calendar.years_before(anchor, before)


def _relative_quarter(parts: Parts, anchor: Anchor | None) -> str | None:
    if anchor is None or anchor.months is None:
        return None
    before = 0 if parts["which"] in {"this", "the current"} else 1
    year, quarter = divmod(anchor.months // 3 - before, 4)
    return calendar.write_month(year, calendar.FIRST_QUARTER + quarter)


def _weekend(_: Parts, anchor: Anchor | None) -> str | None:
    return calendar.weekend_before(anchor)


def _ago(parts: Parts, anchor: Anchor | None) -> str | None:
    """Days and years are meant as they are said, weeks and months roughly."""
    count = read_count(parts["count"] or "")
    match parts["unit"]:
        case "day":
            return calendar.days_before(anchor, count)
        case "week":
            return _roughly(calendar.days_before(anchor, count * calendar.DAYS_A_WEEK))
        case "month":
            return _roughly(calendar.months_before(anchor, count))
        case "year":
            return calendar.years_before(anchor, count)
        case "decade":
            return _roughly(calendar.years_before(anchor, count * calendar.YEARS_A_DECADE))
    return None


def _roughly(edtf: str | None) -> str | None:
    return f"{edtf}~" if edtf else None


def _number(parts: Parts, name: str) -> int:
    return int(parts[name] or 0)


def _year(parts: Parts) -> int:
    return _number(parts, "year")


def _month(parts: Parts) -> int:
    return MONTHS[parts["month"] or ""]


def _year_or_told(parts: Parts, anchor: Anchor | None) -> int | None:
    """The year written out, else "this year", "last year" of the publication."""
    if parts.get("year"):
        return _year(parts)
    if anchor is None or parts.get("which") == "the same":
        return None
    return anchor.year - (parts.get("which") in {"last", "the previous"})


_EARLY = r"(?:(?:early|late) )?"
_WEEKDAY = (
    rf"{_EARLY}(?:(?:(?P<last>last|the previous)|this(?: past)?|past|(?P<next>next|the following)) )?"
    rf"{_EARLY}{WEEKDAY}{_HOUR}(?: of last week)?"
)
_NAMED_DAY = (
    rf"(?:(?:earlier|later|late|early) )?(?P<name>today|yesterday|tomorrow){_HOUR}"
    rf"(?: ,? ?(?:{WEEKDAY} ,? ?)?{MONTH} {DAY})?"
)
_FORMS: tuple[tuple[str, Reader], ...] = (
    (rf"(?:{WEEKDAY} ,? ?)?(?:the )?{MONTH} {DAY} ?,? {YEAR}", _day),
    (rf"(?:{WEEKDAY} ,? ?)?{DAY} (?:of )?{MONTH} ?,? ?{YEAR}", _day),
    (rf"{YEAR}-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
    (rf"(?P<one>\d{{1,2}}) / (?P<two>\d{{1,2}}) / {YEAR}", _slashed),
    (rf"{PART}?{MID}?{MONTH}{_OF_YEAR}", _month_of_year),
    (rf"{PART}?{MID}?(?:the )?{SEASON}{_OF_YEAR}", _season_of_year),
    (rf"(?:the )?{_ORDINAL} quarter{_OF_YEAR}", _quarter),
    (rf"q(?P<q>[1-4])(?: of)? {YEAR}", _quarter),
    (rf"{YEAR} q(?P<q>[1-4])", _quarter),
    (rf"(?:the )?(?P<ordinal>first|second|latter) half{_OF_YEAR}", _half),
    (rf"{PART}?{MID}?(?:the )?(?P<decade>(?:19[5-9]|20[0-4])0)s", _decade),
    (_NAMED_DAY, _relative_day),
    (r"(?P<name>this) (?:morning|afternoon|evening)|(?P<tonight>tonight)", _relative_day),
    (rf"(?:{WEEKDAY} ,? ?)?{MONTH} {DAY}", _day_without_year),
    (rf"(?:{WEEKDAY} ,? ?)?(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)? (?:of )?{MONTH}", _day_without_year),
    (_WEEKDAY, _weekday),
    (rf"{PART}?(?P<last>last) {MONTH}", _relative_month),
    (rf"{PART}?(?:this )?{MID}?{MONTH}", _relative_month),
    (rf"{PART}?(?P<which>this|last|past) {SEASON}", _relative_season),
    (rf"the {SEASON}", _season_begun),
    (rf"{PART}?(?P<which>this|last|the current|the previous) quarter", _relative_quarter),
    (rf"{PART}?(?P<which>this|last|the current|the previous) (?P<period>week|month|year)", _relative_period),
    (r"(?:over )?(?:this past|last|the past|the|this) weekend", _weekend),
    (rf"{COUNT} {UNIT} ago(?: (?:today|this week|this month))?", _ago),
    (rf"{PART}?{MID}?{YEAR}", _plain_year),
)  # fmt: skip
_COMPILED = tuple((re.compile(form), reader) for form, reader in _FORMS)


def _without_names(form: str) -> str:
    return re.sub(r"\(\?P<\w{1,20}>", "(?:", form)


POINT = "(?:" + "|".join(_without_names(form) for form, _ in _FORMS) + ")"
"""Any point in time; groups in it have no names."""


def read_point(words: str, anchor: Anchor | None) -> str | None:
    """The EDTF date of words that `POINT` matches; None where they fix none."""
    for form, reader in _COMPILED:
        match = form.fullmatch(words)
        if match:
            return reader(match.groupdict(), anchor)
    return None
