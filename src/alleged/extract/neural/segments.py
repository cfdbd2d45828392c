"""Long texts in segments, so that memory stays bounded."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.tokens import LINES, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.extract.neural.tokens import Ints

LONGEST = 8192
"""Tokens of a segment: some 6,000 words."""
LATEST = LONGEST // 4
"""Tokens before the end of a segment within which it may end early, with a paragraph."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Some consecutive tokens of a text with their features; places stay those of the text."""

    tokens: Tokens
    features: Ints


def cut_segments(tokens: Tokens, features: Ints) -> Iterator[Segment]:
    """The segments of a text in order; together they hold every token once."""
    start = 0
    while start < len(tokens):
        end = _end(tokens, start)
        part = slice(start, end)
        arrays = (getattr(tokens, field.name)[part] for field in fields(tokens))
        yield Segment(Tokens(*arrays), features[part])
        start = end


def _end(tokens: Tokens, start: int) -> int:
    """Where a segment from `start` ends: where the last paragraph in reach begins, else the last line."""
    end = start + LONGEST
    if end >= len(tokens):
        return len(tokens)
    reach = tokens.lines[end - LATEST : end]
    for least in (LINES - 1, 1):
        begins = np.flatnonzero(reach >= least)
        if len(begins):
            return end - LATEST + int(begins[-1])
    return end
