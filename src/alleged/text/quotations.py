"""Which words of a report stand between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from alleged.model.document import Extent
from alleged.text.paragraphs import BLANK
from alleged.text.sentences import trim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.text.draft import Block

_MARKS = re.compile(r"[\"“”„«»「」『』'‘’‚]")
_CLOSING = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "«": "»",
    "「": "」",
    "『": "』",
    "»": "«",
    "”": "”",
    "'": "'’",
    "‘": "’'",
    "‚": "‘’",
}
"""The marks that open a quotation, and those that close it."""
_SURE = '"“„«「『'
"""Marks that open a quotation even if nothing closes it; the others may be apostrophes or closing marks."""
_BEFORE = BLANK + "([{<-–—/…*_|:,“‘\"'"
"""What may stand before an opening mark."""
_REACH = 1_000
"""Characters within which an unsure mark must be closed."""
_MARKS_AHEAD = 12
"""Marks among which an unsure mark must be closed, so that apostrophes cost no more than their number."""


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A quotation in one block: its opening mark, its words, and whether a mark closes it."""

    mark: str
    start: int
    end: int
    closed: bool


def find_quotations(clean: str, blocks: Iterable[Block]) -> tuple[Extent, ...]:
    """The stretches inside quotation marks, without the marks, in order; inner quotations are left out.

    A quotation that is open at the end of its paragraph goes on if the next paragraph opens with the same
    mark, as newspapers print it; otherwise it ends there. An apostrophe is no quotation mark.
    """
    found: list[_Quotation] = []
    pending: _Quotation | None = None
    for block in blocks:
        if block.why:
            continue
        here = _in_block(clean, block)
        if pending and here and here[0].mark == pending.mark and here[0].start == block.start + 1:
            here[0] = replace(here[0], start=pending.start)
        elif pending:
            found.append(pending)
        pending = here.pop() if here and not here[-1].closed else None
        found.extend(here)
    extents = (trim(clean, Extent(q.start, q.end)) for q in (*found, *([pending] if pending else [])))
    return tuple(extent for extent in extents if extent.start < extent.end)


def _in_block(clean: str, block: Block) -> list[_Quotation]:
    """The quotations of one block in order; only the last can be open."""
    found: list[_Quotation] = []
    current: _Quotation | None = None
    for match in _MARKS.finditer(clean, block.start, block.end):
        at = match.start()
        if found and at < found[-1].end:
            continue
        if current and match.group() in _CLOSING[current.mark] and not _opens(clean, at, block):
            found.append(replace(current, end=at, closed=True))
            current = None
        elif _opens(clean, at, block) and (current is None or current.mark == match.group()):
            current = _begin(clean, at, block)
            if current and current.closed:
                found.append(current)
                current = None
    return [*found, current] if current else found


def _begin(clean: str, at: int, block: Block) -> _Quotation | None:
    """The quotation that the mark at `at` begins; an unsure mark must be closed soon."""
    mark = clean[at]
    if mark in _SURE:
        return _Quotation(mark, at + 1, block.end, closed=False)
    limit = min(block.end, at + _REACH)
    for match in islice(_MARKS.finditer(clean, at + 2, limit), _MARKS_AHEAD):
        if match.group() in _CLOSING[mark] and _closes(clean, match.start(), block):
            return _Quotation(mark, at + 1, match.start(), closed=True)
    return None


def _opens(clean: str, at: int, block: Block) -> bool:
    """Whether the mark at `at` stands where a quotation opens: at a word's beginning."""
    if clean[at] not in _CLOSING or at + 1 >= block.end or clean[at + 1] in BLANK:
        return False
    if clean[at] in "“„「『":
        return clean[at] != "“" or at == block.start or not _is_closing_place(clean, at)
    is_first = at == block.start or clean[at - 1] in _BEFORE
    return is_first and not (clean[at] in "'‘’" and clean[at + 1].isdigit())


def _is_closing_place(clean: str, at: int) -> bool:
    return clean[at - 1] not in _BEFORE and not clean[at + 1].isalnum()


def _closes(clean: str, at: int, block: Block) -> bool:
    """Whether an apostrophe-like mark ends a word that is not going on."""
    goes_on = at + 1 < block.end and clean[at + 1].isalnum()
    return clean[at - 1] not in BLANK and not goes_on
