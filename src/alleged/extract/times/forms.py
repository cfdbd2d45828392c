"""Pieces of the patterns for times: written for the normal forms of words with one space between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.extract.times.calendar import MONTH_NAMES, SEASONS, WEEKDAYS
from alleged.lexicon.counts import COUNTS

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORT_MONTHS = {name[:3]: n for n, name in enumerate(MONTH_NAMES, start=1)} | {"sept": 9}
MONTHS = {name: n for n, name in enumerate(MONTH_NAMES, start=1)} | _SHORT_MONTHS
"""Names of months and their short forms, in lower case."""
DAYS = {name: n for n, name in enumerate(WEEKDAYS)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def words_in(listed: str) -> frozenset[str]:
    """The words of a list that is written with spaces."""
    return frozenset(listed.split())


def any_of(names: Mapping[str, int]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)"
MONTH = rf"(?P<month>{any_of(MONTHS)})(?:(?:(?<=\b[a-z]{{3}})(?<!may)|(?<=\bsept)) \.)?"
DAY = r"(?:the )?(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
WEEKDAY = rf"(?P<weekday>{any_of(DAYS)})"
SEASON = rf"(?P<season>{any_of(SEASONS)})"
PART = (
    r"(?:(?:the )?(?:very )?(?:early|late|mid|mid-to-late|early-to-mid|beginning of|start of|end of|middle of"
    r"|beginning|later|earlier)(?: in)?(?: -)? (?:of )?(?:the )?)"
)
"""A part of a longer time: it is kept in the words, and EDTF has no place for it."""
MID = r"(?:mid-|early-|late-)"
COUNT = rf"(?P<count>{any_of(COUNTS)}|a couple of|\d{{1,3}}|a dozen)"
UNIT = r"(?P<unit>day|week|month|year|decade|century)s?"


def read_count(words: str) -> int:
    """The number that words write; 0 for none."""
    if words.isdecimal():
        return int(words)
    return {"a couple of": 2, "a dozen": 12}.get(words, 0) or COUNTS.get(words, 0)
