"""Windows over a long text: each is read with its neighbours' words, each token is taken from one window."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

WIDTH = 254
"""Tokens of a window; with the marks for begin and end 256."""
CLS, SEP = 101, 102
"""Ids of the marks for begin and end."""
OVERLAP = 24
"""Tokens that two neighbouring windows share."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `start` to `end` are read together; of these `own_start` to `own_end` are taken."""

    start: int
    end: int
    own_start: int
    own_end: int


def cut_windows(length: int, *, first: int = WIDTH) -> list[Window]:
    """Windows over `length` tokens that own every token once; the first is `first` tokens wide."""
    bounds = _bounds(length, first)
    middles = [(left[1] + right[0]) // 2 for left, right in pairwise(bounds)]
    owned = pairwise([0, *middles, length])
    return [Window(*bound, *own) for bound, own in zip(bounds, owned, strict=True)]


def _bounds(length: int, first: int) -> list[tuple[int, int]]:
    bounds = [(0, min(first, length))]
    while bounds[-1][1] < length:
        start = max(bounds[-1][1] - OVERLAP, bounds[-1][0] + 1)
        bounds.append((start, min(start + WIDTH, length)))
    return bounds
