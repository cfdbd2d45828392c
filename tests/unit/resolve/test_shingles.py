"""Runs of words as numbers."""

from __future__ import annotations

import numpy as np
import pytest

from alleged.model.document import Extent
from alleged.resolve.shingles import (
    FIRST,
    NEAREST,
    RUN,
    WINDOW,
    all_runs,
    count_shared,
    find_runs,
    trace,
    winnowed,
)

WORDS = [f"word{number}" for number in range(60)]


def text_of(*numbers: int) -> str:
    return " ".join(WORDS[number] for number in numbers)


def whole(text: str) -> tuple[Extent, ...]:
    return (Extent(0, len(text)),)


def test_a_long_enough_run_is_found_wherever_it_stands() -> None:
    shared = range(20, 20 + RUN + WINDOW - 1)
    for before in range(8):
        one = text_of(*range(before), *shared, 1, 2, 3)
        other = text_of(50, 51, *shared, *range(30, 30 + before))
        prints = [winnowed(one, whole(one)), winnowed(other, whole(other))]
        assert count_shared(prints).get((0, 1), 0) >= 1


def test_case_and_marks_do_not_matter_but_the_order_of_words_does() -> None:
    one, other = text_of(1, 2, 3, 4, 5, 6), text_of(1, 2, 3, 4, 5, 6).upper().replace(" ", ", ")
    turned = text_of(6, 5, 4, 3, 2, 1)
    hashes = [winnowed(text, whole(text)) for text in (one, other, turned)]
    assert count_shared(hashes) == {(0, 1): 1}


def test_winnowing_keeps_some_of_all_runs() -> None:
    text = text_of(*range(60))
    kept, every = winnowed(text, whole(text)), all_runs(text, whole(text), RUN)
    assert len(every) == 60 - RUN + 1
    assert set(kept.tolist()) < set(every.tolist())
    assert len(every) / WINDOW <= len(kept) <= 0.7 * len(every)


@pytest.mark.parametrize("text", ["", "...", text_of(1, 2, 3)])
def test_a_short_text_has_no_runs(text: str) -> None:
    assert len(winnowed(text, whole(text))) == len(all_runs(text, whole(text), RUN)) == 0
    assert len(winnowed(text, ())) == 0


def test_no_run_goes_over_a_gap() -> None:
    text = text_of(*range(8))
    cut = len(text_of(0, 1, 2, 3))
    assert len(winnowed(text, (Extent(0, cut), Extent(cut, len(text))))) == 0


def test_every_shared_hash_counts_once_a_pair() -> None:
    prints = [np.array(hashes, np.uint64) for hashes in ([1, 2, 3], [2, 3, 4], [3, 9], [7])]
    assert count_shared(prints) == {(0, 1): 2, (0, 2): 1, (1, 2): 1}
    assert count_shared([]) == {}
    assert count_shared([np.empty(0, np.uint64)]) == {}


def test_of_very_many_documents_each_is_compared_with_the_first_and_the_nearest() -> None:
    last = FIRST + NEAREST + 20
    pairs = count_shared([np.array([5], np.uint64)] * (last + 1))
    compared = {first for first, then in pairs if then == last}
    assert compared == {*range(FIRST), *range(last - NEAREST, last)}
    assert set(pairs.values()) == {1}


def test_runs_are_found_again_as_one_stretch() -> None:
    one = text_of(1, 2, 3, *range(10, 22), 4, 5)
    other = text_of(*range(10, 22))
    found = find_runs(trace(one, whole(one)), all_runs(other, whole(other), RUN))
    assert [one[extent.start : extent.end] for extent in found] == [other]
