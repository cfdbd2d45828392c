"""A small engine that can do everything that the benchmarks ask for, by looking for a few words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from alleged.extract.engine import LexiconExtractor
from alleged.model.document import Extent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SAYING = re.compile(r"([A-Z]\w+) (said|denied) (?:that )?([^.]+)\.")


@dataclass(frozen=True, slots=True)
class Attribution:
    sources: tuple[Extent, ...]
    cues: tuple[Extent, ...]
    contents: tuple[Extent, ...]


class StandIn(LexiconExtractor):
    """Finds "Name said (that) ..."; takes every event for actual whose words end in -ed."""

    name = "stand-in"
    stages: ClassVar[Mapping[str, float]] = {"guess": 0.25}

    def find_attributions(self, text: str) -> tuple[Attribution, ...]:
        places = ([Extent(*found.span(group)) for group in (1, 2, 3)] for found in SAYING.finditer(text))
        return tuple(Attribution((source,), (cue,), (content,)) for source, cue, content in places)

    def find_realis(self, text: str, nuggets: Sequence[Extent]) -> tuple[str, ...]:
        words = (text[nugget.start : nugget.end] for nugget in nuggets)
        return tuple("actual" if word.endswith("ed") else "other" for word in words)


class Astray(StandIn):
    """Finds words behind the end of the text, and one answer too many."""

    def find_attributions(self, text: str) -> tuple[Attribution, ...]:
        beyond = Extent(len(text), len(text) + 5)
        return (Attribution((), (beyond,), ()),)

    def find_realis(self, text: str, nuggets: Sequence[Extent]) -> tuple[str, ...]:
        return (*super().find_realis(text, nuggets), "actual")
