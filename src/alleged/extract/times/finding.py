"""The times that a sentence names, in order, each with the words that name it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.times.calendar import SEASONS
from alleged.extract.times.forms import DAYS, MONTHS, any_of, words_in
from alleged.extract.times.lengths import AT_LEAST, FOR, read_minimum
from alleged.extract.times.points import POINT, read_point
from alleged.extract.times.ranges import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.extract.passages import Passage
    from alleged.extract.times.calendar import Anchor
    from alleged.lexicon.words import Word

CACHED = 512
"""Sentences whose times are remembered: every claim of a sentence asks again."""
_BEFORE_YEAR = words_in(
    "in during of late early by from until since throughout around about circa through before after within"
    " mid to and between the a an its their his her our this that these those 's ("
)
_DETERMINERS = words_in("the a an its their his her our this that these those 's")
_BE = words_in("is are was were remains remain")
"""Before a "today" that means "these days": "is today known as"."""
_BEFORE_MONTH = words_in(
    "in since from of last this until till by between and to early mid late during before after through on"
    " around about the 's ( , beginning starting"
)
_BEFORE_SEASON = words_in("in over during since through throughout until by")
FARTHEST = 8
"""Words between "will" and the time of what will be."""
_AHEAD = words_in("will 'll shall would due scheduled expected")
_AHEAD_OF = frozenset(MONTHS) | frozenset(DAYS)
_PAST = words_in("last past previous since ago")
_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")
_DAY = re.compile(
    rf"(?:^| )(?:{any_of(DAYS)}|today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)"
    rf"|(?:{any_of(MONTHS)})(?: \.)? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{any_of(MONTHS)})"
    r"|\d{4}-\d\d-\d\d)(?: |$)"
)
_TRIGGERS = words_in(
    "today yesterday tomorrow tonight morning afternoon evening ago day week month year quarter weekend half"
    " days weeks months years decade decades century spring summer autumn fall winter q1 q2 q3 q4"
)
_NAMED = _TRIGGERS | frozenset(MONTHS) | frozenset(DAYS)


@dataclass(frozen=True, slots=True)
class Timed:
    """Words of a sentence that name a time."""

    stretch: Stretch
    edtf: str | None
    minimum: str | None = None
    is_day: bool = False
    """Whether it is a day rather than a longer time: that is how sayings are dated."""
    is_name: bool = False
    """Whether it may only be part of a name: "the 2020 Winter Games"."""


def find_times(passage: Passage, anchor: Anchor | None) -> tuple[Timed, ...]:
    """The times that a sentence names, in order; none overlaps another."""
    return _find(passage.words, anchor)


@lru_cache(maxsize=CACHED)
def _find(words: tuple[Word, ...], anchor: Anchor | None) -> tuple[Timed, ...]:
    if not any(_is_trigger(word.norm) for word in words):
        return ()
    return tuple(_scan(_Line(words), anchor))


def _is_trigger(norm: str) -> bool:
    return norm in _NAMED or norm[:1].isdecimal() or norm[:4] in {"mid-", "earl", "late"}


class _Line:
    """The words of a sentence with one space between them, as the patterns expect them."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.joined = " ".join(word.norm for word in words)
        self.starts: dict[int, int] = {}
        at = 0
        for index, word in enumerate(words):
            self.starts[at] = index
            at += len(word.norm) + 1
        self.ends = {start + len(words[index].norm): index + 1 for start, index in self.starts.items()}


def _scan(line: _Line, anchor: Anchor | None) -> Iterator[Timed]:
    free = 0
    for start in line.starts:
        if start < free:
            continue
        timed = _read_at(line, start, anchor)
        if timed and _is_meant(line.words, timed):
            yield replace(timed, edtf=None) if _is_ahead(line.words, timed) else timed
            free = start + sum(len(w.norm) + 1 for w in line.words[timed.stretch.start : timed.stretch.end])


def _read_at(line: _Line, start: int, anchor: Anchor | None) -> Timed | None:
    """The longest time that begins at a place; of two as long, the first reading."""
    best = max(_readings(line.joined, start, anchor), key=lambda reading: reading[0], default=None)
    if best is None:
        return None
    end, edtf, minimum = best
    stretch = Stretch(line.starts[start], line.ends[end])
    is_day = _DAY.search(line.joined[start:end]) is not None
    return Timed(stretch, edtf, minimum, is_day, _is_name(line.words, stretch))


def _readings(joined: str, start: int, anchor: Anchor | None) -> Iterator[tuple[int, str | None, str | None]]:
    """Where each expression that begins at a place ends, its date, and its duration."""
    for form, reader in FORMS:
        if match := _whole(form).match(joined, start):
            yield match.end(), reader(match.groupdict(), anchor), None
    for form in (AT_LEAST, FOR):
        if match := _whole(form).match(joined, start):
            yield match.end(), None, read_minimum(match.groupdict())
    if match := _whole(POINT).match(joined, start):
        yield match.end(), read_point(match.group(), anchor), None


@cache
def _whole(form: str) -> re.Pattern[str]:
    """An expression up to the end of a word, compiled when it is first looked for: all of them take 0.1 s."""
    return re.compile(rf"{form}(?!\S)")


def _is_name(words: tuple[Word, ...], stretch: Stretch) -> bool:
    """Whether it ends in a year or a month between an article and a name: "the 2020 Winter Games"."""
    last = stretch.end - 1
    if not (_YEAR.fullmatch(words[last].norm) or words[last].norm in MONTHS):
        return False
    after = words[stretch.end] if stretch.end < len(words) else None
    before = words[last - 1].norm if last else ""
    return after is not None and after.is_name_like and before in _DETERMINERS


def _is_meant(words: tuple[Word, ...], timed: Timed) -> bool:
    """Whether a lone number is a year, and a lone "May" or "March" a month."""
    first = words[timed.stretch.start]
    before = words[timed.stretch.start - 1].norm if timed.stretch.start else ""
    if len(timed.stretch) > 1:
        return _is_written_as_date(words, timed.stretch) and _is_season_meant(words, timed.stretch)
    if _YEAR.fullmatch(first.norm):
        return before in _BEFORE_YEAR and (before not in _DETERMINERS or _stands_before_noun(words, timed))
    if first.norm == "today":
        return before not in _BE
    if first.norm in MONTHS:
        return first.text[0].isupper() and (
            before in _BEFORE_MONTH or first.norm not in {"may", "march", "mar"}
        )
    return True


def _is_written_as_date(words: tuple[Word, ...], stretch: Stretch) -> bool:
    """Whether months among several words have their capital: "the march", "that may", "by the fall"."""
    return all(
        words[i].text[0].isupper() for i in range(stretch.start, stretch.end) if words[i].norm in MONTHS
    )


def _is_ahead(words: tuple[Word, ...], timed: Timed) -> bool:
    """Whether a day or month without its year lies ahead: "*will* meet on Monday", "*due* in May"."""
    named = [word.norm for word in words[timed.stretch.start : timed.stretch.end]]
    if _AHEAD_OF.isdisjoint(named) or any(_YEAR.fullmatch(norm) for norm in named):
        return False
    before = words[max(0, timed.stretch.start - FARTHEST) : timed.stretch.start]
    return any(word.norm in _AHEAD for word in before) and _PAST.isdisjoint(named)


def _is_season_meant(words: tuple[Word, ...], stretch: Stretch) -> bool:
    """Whether "the fall", "the spring" stand where a time does: after "in", "over", "since"."""
    norms = [word.norm for word in words[stretch.start : stretch.end]]
    if len(norms) != 2 or norms[0] != "the" or norms[1] not in SEASONS:  # noqa: PLR2004 - an article and a season
        return True
    return stretch.start > 0 and words[stretch.start - 1].norm in _BEFORE_SEASON


def _stands_before_noun(words: tuple[Word, ...], timed: Timed) -> bool:
    after = words[timed.stretch.end] if timed.stretch.end < len(words) else None
    return after is not None and not after.is_mark
