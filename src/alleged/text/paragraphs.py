"""Lines to blocks: which lines of a plain text make one paragraph, which are headings, which list items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.model.vocabulary import Part
from alleged.text.draft import Block
from alleged.text.stops import ends_abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BLANK = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
)
"""Characters that show nothing: a line of them alone is blank, and no sentence begins or ends with one."""

ITEM_MARK = re.compile(
    r"(?:[*•‣◦▪■●○▸►·–+-]|\(?\d{1,3}[.)]|\(?[a-z][)]|\(?[ivx]{1,5}[)])[ \t\u00a0]{1,8}(?=\S)"
)
"""What a list item begins with."""

_WIDEST = 130
"""Lines longer than this were not wrapped by hand or by a mail program."""
_NARROWEST = 40
_SLACK = 8
_FULL_BREAKS = 2
_FULL_SHARE = 0.6
_LONG_SHARE = 0.05
_BYLINE = re.compile(r"by [A-Z]")
_STOPS = ".!?:;…。！？"
_CLOSERS = "\"'”’»)]*_"

_HEADING_LENGTH = 120
_HEADING_WORDS = 16
_SPEECH = re.compile(r"[。！？]|[.,!?…][\"”’»] ?[–—-]")
"""A sentence of a language without spaces, or a quotation with the dash before its author."""
_OPEN_ENDS = frozenset(
    [
        *("a", "an", "the", "to", "of", "by", "for", "with", "that", "in", "from", "as", "at", "and", "or"),
        *("is", "are", "was", "were", "include", "includes", "including"),
    ]
)
"""Words that announce something after them: a line that ends so introduces a list and heads nothing."""
_NO_HEADING_END = '.,;:!?…"”»-–—'


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it: code points of the text, and whether a blank line precedes it."""

    start: int
    end: int
    words: str
    after_blank: bool = False


def find_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that show something, in order; no line ending is part of one."""
    found: list[Line] = []
    position, blank = 0, True
    for raw in text.splitlines(keepends=True):
        words = raw.strip(BLANK)
        if words:
            start = position + len(raw) - len(raw.lstrip(BLANK))
            found.append(Line(start, start + len(words), words, blank))
        blank = not words
        position += len(raw)
    return tuple(found)


def find_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The paragraphs, headings and items that `lines` make; wrapped lines are joined."""
    width = find_wrap_width(lines)
    return tuple(_block(group) for group in _groups(lines, width))


def find_wrap_width(lines: Sequence[Line]) -> int | None:
    """How wide the text was wrapped, in characters; None where its lines were not wrapped."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    lengths = sorted(len(a.words) for a, b in pairs if not ITEM_MARK.match(b.words))
    long = sum(1 for line in lines if len(line.words) > _WIDEST)
    if not lengths or long > len(lines) * _LONG_SHARE:
        return None
    width = lengths[len(lengths) * 95 // 100]
    full = sum(1 for a, b in pairs if _is_full(a, b, width))
    wrapped = full >= _FULL_BREAKS and full >= len(pairs) * _FULL_SHARE
    return width if wrapped and _NARROWEST <= width <= _WIDEST else None


def goes_on(before: Line, after: Line, width: int | None) -> bool:
    """Whether `after` belongs to the same paragraph as the line `before` it."""
    if after.after_blank or ITEM_MARK.match(after.words):
        return False
    if width is not None and _is_full(before, after, width):
        return True
    return after.words[0].islower() and not _has_ended(before) and not _BYLINE.match(after.words)


def is_heading(words: str) -> bool:
    """Whether a line that stands by itself reads as a heading: short, a capital first, no full stop."""
    if len(words) > _HEADING_LENGTH or words.endswith(tuple(_NO_HEADING_END)) or _SPEECH.search(words):
        return False
    first, parts = words.lstrip("\"'“‘«([#*_")[:1], words.split()
    if not first or len(parts) > _HEADING_WORDS or parts[-1] in _OPEN_ENDS:
        return False
    return first.isalnum() and not first.islower()


def skip_mark(words: str) -> int:
    """How many characters the list mark at the beginning of `words` takes; 0 if there is none."""
    match = ITEM_MARK.match(words)
    return match.end() if match else 0


def _groups(lines: Sequence[Line], width: int | None) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not goes_on(group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _block(group: Sequence[Line]) -> Block:
    first, last = group[0], group[-1]
    mark = skip_mark(first.words)
    if mark:
        return Block(first.start + mark, last.end, Part.ITEM)
    heading = len(group) == 1 and is_heading(first.words)
    return Block(first.start, last.end, Part.HEADING if heading else Part.BODY)


def _has_ended(line: Line) -> bool:
    """Whether a line ends with a stop that is not an abbreviation's."""
    words = line.words.rstrip(_CLOSERS)
    return words.endswith(tuple(_STOPS)) and not ends_abbreviated(words)


def _is_full(before: Line, after: Line, width: int) -> bool:
    """Whether the first word of `after` would not have fitted on the line before it."""
    word = after.words[: width + 1].split(None, 1)[0]
    return width // 2 < len(before.words) <= width + _SLACK < len(before.words) + 1 + len(word) + _SLACK
