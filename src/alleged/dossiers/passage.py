"""A claim in its paragraph: the words cut into flat runs, each with what it is to the claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.model.claim import Claim
    from alleged.model.document import Sentence, Text
    from alleged.model.span import Span


class Label(StrEnum):
    """What a stretch of words is to the claim."""

    QUOTE = "quote"
    CONTENT = "content"
    SPEAKER = "speaker"
    CUE = "cue"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that all have the same labels, possibly none."""

    words: str
    labels: frozenset[Label]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the clean text, from `start` to `end`; its runs joined give its words exactly."""

    start: int
    end: int
    runs: tuple[Run, ...]


def view_passage(claim: Claim, text: Text) -> Passage:
    """The paragraph or paragraphs that the claim's quote stands in, with its pieces labelled.

    A speaker who is named in another paragraph is not in the passage.
    """
    start, end = _find_bounds(claim.quote, text)
    return Passage(start, end, tuple(_cut(text.clean, (start, end), _labelled(claim))))


def _find_bounds(quote: Span, text: Text) -> tuple[int, int]:
    touched = {s.paragraph for s in text.sentences if s.start < quote.end and quote.start < s.end}
    around = [sentence for sentence in text.sentences if sentence.paragraph in touched]
    return _hull(quote, around)


def _hull(quote: Span, sentences: list[Sentence]) -> tuple[int, int]:
    starts = [quote.start, *(sentence.start for sentence in sentences)]
    ends = [quote.end, *(sentence.end for sentence in sentences)]
    return min(starts), max(ends)


def _labelled(claim: Claim) -> list[tuple[Span, Label]]:
    speaker = [(claim.speaker.span, Label.SPEAKER)] if claim.speaker.span else []
    cues = [(span, Label.CUE) for span in claim.cues]
    hedges = [(span, Label.HEDGE) for span in claim.hedges]
    return [(claim.quote, Label.QUOTE), (claim.content, Label.CONTENT), *speaker, *cues, *hedges]


def _cut(clean: str, bounds: tuple[int, int], spans: list[tuple[Span, Label]]) -> Iterator[Run]:
    start, end = bounds
    edges = {edge for span, _ in spans for edge in (span.start, span.end) if start < edge < end}
    for left, right in pairwise(sorted({start, end, *edges})):
        labels = frozenset(label for span, label in spans if span.start <= left and right <= span.end)
        yield Run(clean[left:right], labels)
