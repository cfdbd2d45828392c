"""Windows over a text of any length."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural.windows import OVERLAP, WIDTH, Window, cut_windows

LENGTHS = st.integers(0, 5 * WIDTH)


@given(LENGTHS, st.integers(1, WIDTH))
def test_every_token_is_owned_by_one_window_that_reads_it(length: int, first: int) -> None:
    windows = cut_windows(length, first=first)
    assert [i for w in windows for i in range(w.own_start, w.own_end)] == list(range(length))
    assert all(0 <= w.start <= w.own_start <= w.own_end <= w.end <= length for w in windows)
    assert all(w.end - w.start <= WIDTH for w in windows)


@given(LENGTHS, st.integers(OVERLAP + 1, WIDTH))
def test_neighbours_share_words_and_each_takes_half_of_them(length: int, first: int) -> None:
    for left, right in pairwise(cut_windows(length, first=first)):
        assert left.end - right.start == OVERLAP
        assert left.end - left.own_end == right.own_start - right.start == OVERLAP // 2


@given(st.integers(0, WIDTH))
def test_a_short_text_is_read_at_once(length: int) -> None:
    assert cut_windows(length) == [Window(0, length, 0, length)]


def test_a_token_more_than_a_window_takes_a_second_one() -> None:
    assert cut_windows(WIDTH + 1) == [
        Window(0, WIDTH, 0, WIDTH - OVERLAP // 2),
        Window(WIDTH - OVERLAP, WIDTH + 1, WIDTH - OVERLAP // 2, WIDTH + 1),
    ]


def test_the_first_window_can_be_narrower() -> None:
    first, second, *_ = cut_windows(2 * WIDTH, first=100)
    assert (first.end, second.start, second.end) == (100, 100 - OVERLAP, 100 - OVERLAP + WIDTH)
