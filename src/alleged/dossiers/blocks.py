"""A clean text cut into what people see as its parts: headings, paragraphs, items, and what is set apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.model.document import Sentence, Text
    from alleged.model.vocabulary import Part


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the clean text; it ends where the next one begins, so that all joined give the text."""

    start: int
    end: int
    part: Part | None = None
    """What it is of the report; None where it is no part of it."""
    why: str = ""
    """Why it is no part of the report, as `Boilerplate.why`; "" also where nobody says."""


def find_blocks(text: Text) -> tuple[Block, ...]:
    """The blocks of a text in order, from its first character to its last."""
    apart = (Block(each.start, each.end, why=each.why) for each in text.boilerplate)
    known = sorted((*_find_paragraphs(text.sentences), *apart), key=lambda block: block.start)
    return tuple(_fill(text.clean, list(_without_overlaps(known))))


def _find_paragraphs(sentences: Iterable[Sentence]) -> tuple[Block, ...]:
    found: dict[int, Block] = {}
    for sentence in sentences:
        block = found.get(sentence.paragraph, Block(sentence.start, sentence.end, sentence.part))
        start, end = min(block.start, sentence.start), max(block.end, sentence.end)
        found[sentence.paragraph] = replace(block, start=start, end=end)
    return tuple(found.values())


def _without_overlaps(blocks: Iterable[Block]) -> Iterator[Block]:
    """Those that begin behind the one before: what stands inside a paragraph is no block of its own."""
    reached = 0
    for block in blocks:
        if block.start >= reached:
            yield block
            reached = block.end


def _fill(clean: str, blocks: list[Block]) -> Iterator[Block]:
    """The same with what stands between them: white space goes to the block before, the rest to the next."""
    starts = [0, *(_skip_blank(clean, one.end, two.start) for one, two in pairwise(blocks))]
    ends = [*starts[1:], len(clean)]
    for block, start, end in zip(blocks or [Block(0, 0)], starts, ends, strict=True):
        if start < end:
            yield replace(block, start=start, end=end)


def _skip_blank(clean: str, start: int, end: int) -> int:
    return end - len(clean[start:end].lstrip())
