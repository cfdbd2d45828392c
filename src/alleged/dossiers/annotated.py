"""A whole text with its claims in it: cut into flat runs, each of which knows all of its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.dossiers.blocks import find_blocks
from alleged.dossiers.passage import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.dossiers.blocks import Block
    from alleged.model.claim import Claim
    from alleged.model.document import Text
    from alleged.model.span import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words that mean the same to every claim; a claim is named by its place among those that were given."""

    start: int
    words: str
    quoted: tuple[int, ...] = ()
    """The claims whose quotes hold the words, the outermost first: the last one is the innermost."""
    begins: tuple[int, ...] = ()
    """Those of them whose quotes begin with these words."""
    speakers: tuple[int, ...] = ()
    """The claims whose speaker the words name, also outside of their quotes."""
    labels: frozenset[Label] = frozenset()
    """Whether the words are a cue, or a hedge, of any claim."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text with its runs, which joined give its words exactly."""

    block: Block
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a span is to a claim."""

    start: int
    end: int
    claim: int
    label: Label


def annotate(text: Text, claims: Sequence[Claim]) -> tuple[Part, ...]:
    """The blocks of a text, cut at every edge of these claims; all runs joined give the clean text."""
    blocks = find_blocks(text)
    marks = [mark for number, claim in enumerate(claims) for mark in _mark(number, claim)]
    edges = {edge for block in blocks for edge in (block.start, block.end)}
    edges.update(edge for mark in marks for edge in (mark.start, mark.end))
    runs = list(_sweep(text.clean, marks, sorted(edges)))
    starts = [run.start for run in runs]
    return tuple(_take(block, runs, starts) for block in blocks)


def _mark(number: int, claim: Claim) -> Iterator[_Mark]:
    yield _as_mark(claim.quote, number, Label.QUOTE)
    if claim.speaker.span:
        yield _as_mark(claim.speaker.span, number, Label.SPEAKER)
    yield from (_as_mark(span, number, Label.CUE) for span in claim.cues)
    yield from (_as_mark(span, number, Label.HEDGE) for span in claim.hedges)


def _as_mark(span: Span, number: int, label: Label) -> _Mark:
    return _Mark(span.start, span.end, number, label)


def _sweep(clean: str, marks: Iterable[_Mark], edges: Sequence[int]) -> Iterator[Run]:
    """The runs from edge to edge; what opens first, or of that what ends last, is the outermost."""
    opening: dict[int, list[_Mark]] = defaultdict(list)
    closing: dict[int, list[_Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    opened: dict[_Mark, None] = {}
    for left, right in pairwise(edges):
        for mark in closing[left]:
            opened.pop(mark, None)
        opened.update(dict.fromkeys(opening[left]))
        yield _make_run(left, clean[left:right], opened)


def _make_run(start: int, words: str, opened: Iterable[_Mark]) -> Run:
    """The run of these words; most have no mark at all."""
    marks = tuple(opened)
    if not marks:
        return Run(start, words)
    quotes = [mark for mark in marks if mark.label is Label.QUOTE]
    return Run(
        start,
        words,
        tuple(mark.claim for mark in quotes),
        tuple(mark.claim for mark in quotes if mark.start == start),
        tuple(mark.claim for mark in marks if mark.label is Label.SPEAKER),
        frozenset(mark.label for mark in marks if mark.label in (Label.CUE, Label.HEDGE)),
    )


def _take(block: Block, runs: Sequence[Run], starts: Sequence[int]) -> Part:
    return Part(block, tuple(runs[bisect_left(starts, block.start) : bisect_left(starts, block.end)]))
