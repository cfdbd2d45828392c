"""Times of what was told before: taken over only where the words say that it is the same happening."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.extract.times.calendar import is_day
from alleged.extract.times.owning import HAPPENED_GROUP
from alleged.model.claim import When
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.passages import Passage
from alleged.extract.times.owning import Told

FARTHEST = 6
"""Sentences over which "the attack" points back."""
_DONE = "attack|campaign|intrusion|hack|breach|incident|compromise|leak|outage|defacement"
_ANSWERED = "raid|arrest|sanction|indictment|charge|seizure|takedown|announcement|detention|lawsuit"


def _pointing_back(nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|these|those|this|both) (?:[\w-]{{1,30}} )?(?:{nouns})(?:e?s)?\b", re.IGNORECASE
    )


_SAME = {HAPPENED_GROUP: _pointing_back(_DONE), Kind.RESPONSE.value: _pointing_back(_ANSWERED)}
"""Words that point back at what was told: "the attack", "these recent raids"."""
_UNDATED = frozenset({Kind.MOTIVE, Kind.ATTRIBUTION})
"""Kinds that have a time only where it is said of them."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A claim that has a time."""

    passage: int
    told: Told
    when: When


class Retelling:
    """What has been told so far, and when it was."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._last: dict[str, _Dated] = {}
        self._day: str | None = None

    def add(self, passage: int, told: Told, when: When) -> When:
        """The time of the next claim in reading order: its own, else the one that it takes over."""
        before = None if told.kind in _UNDATED else self._last.get(told.group)
        if when == When() and before and self._is_same(before, passage, told):
            when = before.when
        elif when.edtf is None and when.words and "same day" in when.words.exact.lower():
            when = replace(when, edtf=self._day)
        if when.edtf:
            self._last[told.group] = _Dated(passage, told, when)
            self._day = when.edtf if is_day(when.edtf) else None
        return when

    def _is_same(self, before: _Dated, passage: int, told: Told) -> bool:
        if before.passage == passage:
            return before.told.stretch.end <= told.stretch.start
        is_over = ".." not in (before.when.edtf or "")
        near = passage - before.passage <= FARTHEST
        return (
            near
            and is_over
            and _SAME[told.group].search(self._passages[passage].said(told.stretch)) is not None
        )
