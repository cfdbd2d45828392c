"""A long text in segments, cut where a paragraph begins."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural.segments import LATEST, LONGEST, cut_segments
from alleged.extract.neural.tokens import LINES, Tokens

PARAGRAPH, LINE = LINES - 1, 1
LENGTHS = st.integers(0, 3 * LONGEST)


def tokens_with(length: int, begins: dict[int, int]) -> Tokens:
    """Tokens that differ in every value, with these line beginnings."""
    order = np.arange(length)
    lines = np.zeros(length, dtype=np.int64)
    for at, begin in begins.items():
        if at < length:
            lines[at] = begin
    return Tokens(order, 2 * order, 2 * order + 1, order % 8, order % 2, lines)


def lengths(length: int, begins: dict[int, int]) -> list[int]:
    tokens = tokens_with(length, begins)
    return [len(segment.tokens) for segment in cut_segments(tokens, np.zeros((length, 7), dtype=np.int64))]


@given(LENGTHS, st.dictionaries(st.integers(0, 3 * LONGEST), st.sampled_from([LINE, PARAGRAPH]), max_size=60))
def test_segments_hold_every_token_once_in_order(length: int, begins: dict[int, int]) -> None:
    tokens = tokens_with(length, begins)
    features = np.arange(7 * length).reshape(length, 7)
    segments = list(cut_segments(tokens, features))
    assert all(0 < len(segment.tokens) <= LONGEST for segment in segments)
    assert all(len(segment.tokens) >= LONGEST - LATEST for segment in segments[:-1])
    for name in ("ids", "starts", "ends", "cases", "quotes", "lines"):
        parts = [getattr(segment.tokens, name) for segment in segments]
        assert [i for part in parts for i in part.tolist()] == getattr(tokens, name).tolist()
    assert [i for segment in segments for i in segment.features[:, 0].tolist()] == features[:, 0].tolist()


def test_a_short_text_is_one_segment() -> None:
    assert lengths(LONGEST, {10: PARAGRAPH, LONGEST - 1: PARAGRAPH}) == [LONGEST]
    assert lengths(0, {}) == []


def test_a_segment_ends_where_the_last_paragraph_in_reach_begins() -> None:
    begins = {LONGEST - 900: PARAGRAPH, LONGEST - 500: PARAGRAPH, LONGEST - 20: LINE, LONGEST: PARAGRAPH}
    assert lengths(LONGEST + 10, begins) == [LONGEST - 500, 510]


def test_without_a_paragraph_in_reach_it_ends_with_a_line() -> None:
    begins = {LONGEST - LATEST - 1: PARAGRAPH, LONGEST - 50: LINE, LONGEST - 20: LINE}
    assert lengths(LONGEST + 10, begins) == [LONGEST - 20, 30]


def test_one_endless_line_is_cut_where_it_gets_too_long() -> None:
    assert lengths(2 * LONGEST + 1, {}) == [LONGEST, LONGEST, 1]
