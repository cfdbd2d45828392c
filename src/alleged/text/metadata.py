"""What a document's first lines say of itself: title, publisher, byline and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from alleged.model.document import Metadata
from alleged.model.vocabulary import Part
from alleged.text.dates import DATELINE, read_date, read_line_date
from alleged.text.paragraphs import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.text.draft import Block

WHY = "metadata"
"""Why publisher, byline and date lines are no part of the report."""

_REGION = 12
"""Blocks at the beginning among which header lines are looked for."""
_TITLE_LENGTH = 250
_TITLE_WORDS = 3
_PUBLISHER_WORDS = 6
_DATE_AT = (1, 2, 3)

_CAPITALISED = r"[^\W\d_a-z][\w.’'-]{0,30}"
_PARTICLE = "de|del|della|van|von|der|den|al|el|bin|da|di|la|le|dos|du"
_NAME = rf"{_CAPITALISED}(?: (?:{_PARTICLE}|{_CAPITALISED})){{0,4}}"
_NAMES = re.compile(_NAME + r"(?:(?:, | and | & |; | / )" + _NAME + r"){0,5}")
_AUTHOR_LINE = re.compile(_NAMES.pattern + r"(?: \([^()]{1,60}\))?")
_BYLINE = re.compile(
    r"(?i:by|written by|authors?|reported by|words by|reporting by)(?:: ?| )(?P<names>"
    + _NAMES.pattern
    + r")(?P<rest>,? (?:for|in|at|of|from) [^.]{1,60}|, [^.]{1,80})?\.?"
)
_ISSUER = re.compile(
    r"(?i:issued by|issuer|published by|publisher)(?:: ?| )(?P<name>[^\W\d_a-z][^.:;]{1,60})"
)
_NO_NAMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september"
    r"|october|november|december|the|this|that|early|late|then|now",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[.!?][\"'”’]? [^\W\d_a-z]")
_PARTS = re.compile(r"\s{1,4}(?:[|•·–—/]|-{1,2})\s{1,4}|\s{0,2}\|\s{0,2}|,? on (?=[A-Z\d])")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first lines say, and the blocks with those lines marked."""

    metadata: Metadata
    blocks: tuple[Block, ...]


def read_header(clean: str, blocks: Sequence[Block]) -> Header:
    """Title, publisher, byline and date of the first lines; lines that hold only those are boilerplate.

    A page without such lines gives no date: a date inside a sentence is never taken.
    """
    reading = _HeaderLines(clean, blocks)
    reading.read_stacked_lines()
    reading.read_labelled_lines()
    reading.read_dateline()
    reading.read_title()
    return Header(reading.metadata, tuple(reading.blocks))


def mark_title(clean: str, blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The blocks, the first one that repeats `title` being a heading of the report."""
    wanted = _squeeze(title or "")
    for index, block in enumerate(blocks if wanted else ()):
        if _squeeze(clean[block.start : block.end][: 2 * len(wanted) + 20]) == wanted:
            marked = replace(block, part=Part.HEADING, why=None)
            return (*blocks[:index], marked, *blocks[index + 1 :])
    return tuple(blocks)


def _squeeze(words: str) -> str:
    return "".join(words.split()).casefold()


class _HeaderLines:
    """The first blocks while their lines are read."""

    def __init__(self, clean: str, blocks: Sequence[Block]) -> None:
        self.clean = clean
        self.blocks = list(blocks)
        self.metadata = Metadata()

    def read_stacked_lines(self) -> None:
        """A title with publisher, date and author each on its own line below it, no blank line between."""
        stack = self._find_stack()
        at = next((i for i in _DATE_AT if i < len(stack) and read_line_date(self._words(stack[i]))), None)
        if at is None or not self._is_short(stack[0]):
            return
        self._note(title=self._words(stack[0]))
        self.blocks[stack[0]] = replace(self.blocks[stack[0]], part=Part.HEADING, why=None)
        above = stack[at - 1]
        if at > 1 and self._is_publisher(above):
            self._note(publisher=self._words(above))
            self._mark(above)
        below = stack[at + 1] if len(stack) == at + 2 else None
        if below is not None and _AUTHOR_LINE.fullmatch(self._words(below)):
            self._note(byline=self._words(below))
            self._mark(below)

    def read_labelled_lines(self) -> None:
        """Lines that hold only a date, a byline, or both."""
        for index in self._find_region():
            if _is_header_line(self._words(index)):
                for part in _split(self._words(index)):
                    self._take_part(part)
                self._mark(index)

    def read_dateline(self) -> None:
        """The date with which a news agency's report begins."""
        body = next((b for b in self.blocks[: _REGION + 1] if b.part is Part.BODY and not b.why), None)
        match = DATELINE.match(self.clean[body.start : body.end][:150]) if body else None
        if match and self.metadata.published is None:
            self._note(published=read_date(match.group("date")))

    def read_title(self) -> None:
        """The heading or sentence right above a line of metadata, else the longest heading of the first."""
        if self.metadata.title:
            return
        lines = [i for i in self._find_region() if not self.blocks[i].why and not self._is_sentence(i)]
        lines = [i for i in lines if len(self._words(i).split()) >= _TITLE_WORDS]
        above = (i for i in lines if self._stands_above_metadata(i))
        best = next(above, max(lines, key=lambda i: len(self._words(i).split()), default=None))
        if best is not None:
            self._note(title=self._words(best))
            self.blocks[best] = replace(self.blocks[best], part=Part.HEADING)

    def _take_part(self, part: str) -> None:
        dated, names, issuer = read_line_date(part), _find_names(part), _find_issuer(part)
        if dated and not dated.is_update and self.metadata.published is None:
            self._note(published=dated.edtf)
        elif names and self.metadata.byline is None:
            self._note(byline=names)
        elif issuer and self.metadata.publisher is None:
            self._note(publisher=issuer)

    def _find_stack(self) -> list[int]:
        """The first block and those that follow it line by line."""
        stack = [0] if self.blocks else []
        while stack and stack[-1] + 1 < len(self.blocks) and len(stack) <= max(_DATE_AT) + 1:
            before, after = self.blocks[stack[-1]], self.blocks[stack[-1] + 1]
            if len(self.clean[before.end : after.start].splitlines()) > 1:
                break
            stack.append(stack[-1] + 1)
        return stack

    def _find_region(self) -> list[int]:
        """The blocks before the body begins."""
        shown = (i for i, block in enumerate(self.blocks) if block.why in (None, WHY))
        return list(takewhile(lambda index: not self._is_sentence(index), islice(shown, _REGION)))

    def _is_sentence(self, index: int) -> bool:
        """Whether a block reads as part of the body rather than as a header line."""
        block = self.blocks[index]
        if block.why or block.part is Part.HEADING:
            return False
        words = self._words(index)
        return not (_is_header_line(words) or self._stands_above_metadata(index))

    def _stands_above_metadata(self, index: int) -> bool:
        if index + 1 >= len(self.blocks) or not self._is_short(index):
            return False
        if _TWO_SENTENCES.search(self._words(index)):
            return False
        below = self.blocks[index + 1]
        return below.why == WHY or _is_header_line(self._words_of(below))

    def _is_short(self, index: int) -> bool:
        """Whether a block is one line, no longer than a title."""
        words = self.clean[self.blocks[index].start : self.blocks[index].end]
        return len(words) <= _TITLE_LENGTH and len(words.splitlines()) == 1

    def _is_publisher(self, index: int) -> bool:
        words = self._words(index)
        return len(words.split()) <= _PUBLISHER_WORDS and words[:1].isupper() and words[-1:] not in ".?!:"

    def _words(self, index: int) -> str:
        return self._words_of(self.blocks[index])

    def _words_of(self, block: Block) -> str:
        return " ".join(self.clean[block.start : block.end][: 2 * _TITLE_LENGTH].strip(BLANK + "*").split())

    def _mark(self, index: int) -> None:
        self.blocks[index] = replace(self.blocks[index], why=self.blocks[index].why or WHY)

    def _note(self, **known: str | None) -> None:
        self.metadata = self.metadata.overridden_by(Metadata(**known))  # type: ignore[arg-type]


def _split(words: str) -> list[str]:
    """The parts of a line that a page's design puts side by side: "By A B | 25 March 2024"."""
    if read_line_date(words):
        return [words]
    return [part for part in _PARTS.split(words[: 2 * _TITLE_LENGTH]) if part]


def _is_header_line(words: str) -> bool:
    return all(_is_header(part) for part in _split(words))


def _is_header(part: str) -> bool:
    return bool(read_line_date(part) or _find_names(part) or _find_issuer(part))


def _find_names(part: str) -> str | None:
    match = _BYLINE.fullmatch(part) if len(part) <= _TITLE_LENGTH else None
    if match is None or _NO_NAMES.match(match.group("names")):
        return None
    first, *others = match.group("names").split(", ")
    return ", ".join([first, *(name for name in others if " " in name)])


def _find_issuer(part: str) -> str | None:
    match = _ISSUER.fullmatch(part) if len(part) <= _TITLE_LENGTH else None
    return match.group("name").strip() if match else None
