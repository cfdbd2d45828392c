"""A text as the network reads it: word pieces with their places, case, quotation marks and line starts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Ints = NDArray[np.int64]

CASES = 8
"""Classes of `case_of`."""
QUOTES = 2
LINES = 3
PART = 1 << 16
"""Characters that are encoded at a time."""
_WORD_ENDS = " \n.,;:!?()'\"-/+=<"
_MARK = re.compile(r"[\"“”]|(?:\r\n?+|\n)[ \t]*+[\r\n]")
"""A mark that changes the state of a quotation, or a blank line; possessive, so that it is linear."""
_TITLE, _UPPER, _MIXED, _DIGIT, _QUOTE, _STOP, _OTHER = range(1, CASES)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of a text, one row each in every array.

    `starts` and `ends` are code points of the text; `ids` are of the vocabulary; `cases`, `quotes` and
    `lines` give back what an uncased vocabulary drops: capitals, open quotations, beginnings of lines.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    cases: Ints
    quotes: Ints
    lines: Ints

    def __len__(self) -> int:
        return len(self.ids)


def read_tokens(text: str, tokenizer: Tokenizer) -> Tokens:
    """The word pieces of `text` in order; white space belongs to none."""
    ids, starts, ends = (np.concatenate(column) for column in zip(*_encode(text, tokenizer), strict=True))
    cases = [case_of(text[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    return Tokens(
        ids,
        starts,
        ends,
        np.asarray(cases, dtype=np.int64),
        _quotes(text, starts),
        _lines(text, starts, ends),
    )


def _encode(text: str, tokenizer: Tokenizer) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Ids, starts and ends of the word pieces, a part of the text at a time, since an encoding is large."""
    start = 0
    while start < len(text) or start == 0:
        end = _end_of_part(text, start)
        encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
        places = np.asarray(encoded.offsets, dtype=np.int64).reshape(-1, 2) + start
        yield np.asarray(encoded.ids, dtype=np.int64), places[:, 0], places[:, 1]
        start = end or 1


def _end_of_part(text: str, start: int) -> int:
    """The end of a part from `start`: before what always ends a word, or inside a word longer than a part."""
    end = start + PART
    if end >= len(text):
        return len(text)
    cut = max(text.rfind(mark, start + 1, end) for mark in _WORD_ENDS)
    return cut if cut > start else end


def case_of(piece: str) -> int:
    """How a word piece is written: 0 for small letters."""
    if piece.islower():
        return 0
    if piece.isupper() and len(piece) > 1:
        return _UPPER
    if piece[:1].isupper():
        return _TITLE
    return _MIXED if piece[:1].isalpha() else _unlettered(piece)


def _unlettered(piece: str) -> int:
    """The class of a piece that begins with no letter."""
    if piece[:1].isdigit():
        return _DIGIT
    if piece in "\"“”‘’'":
        return _QUOTE
    return _STOP if piece in ".?!" else _OTHER


def _quotes(text: str, starts: Ints) -> Ints:
    """1 for the pieces inside a quotation; a blank line closes one that is left open."""
    changes, states, is_open = [-1], [0], 0
    for mark in _MARK.finditer(text):
        sign = mark.group()
        is_open = 1 if sign == "“" else 1 - is_open if sign == '"' else 0
        changes.append(mark.start())
        states.append(is_open)
    return np.asarray(states, dtype=np.int64)[np.searchsorted(changes, starts, side="right") - 1]


def _lines(text: str, starts: Ints, ends: Ints) -> Ints:
    """1 for the first piece of a line, 2 after a blank line or at the very start, else 0."""
    before = np.concatenate(([0], ends[:-1])) if len(ends) else ends
    gaps = (text[a:b] for a, b in zip(before.tolist(), starts.tolist(), strict=True))
    lines = np.minimum(np.asarray([_line_ends(gap) for gap in gaps], dtype=np.int64), LINES - 1)
    lines[:1] = LINES - 1
    return lines


def _line_ends(gap: str) -> int:
    """How many lines end in what stands between two pieces, on any system."""
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")


def run_of(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The tokens that share a character with a stretch of the text, or None."""
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    last = int(np.searchsorted(tokens.starts, end, side="left"))
    return (first, last) if last > first else None
