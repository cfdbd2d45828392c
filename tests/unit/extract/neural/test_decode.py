"""From scores to runs of tokens."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural.decode import (
    INSIDE,
    OUT,
    Marked,
    close_outside,
    find_cues,
    find_runs,
    sigmoid,
    softmax,
    widen,
)

TAGS = {
    ".": (0.9, 0.05, 0.05),
    "B": (0.1, 0.8, 0.1),
    "b": (0.4, 0.3, 0.3),
    "I": (0.1, 0.1, 0.8),
    "i": (0.1, 0.3, 0.6),
}
"""Tags by a letter: surely and perhaps a beginning, surely and perhaps inside."""


def tags(letters: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.asarray([TAGS[letter] for letter in letters], dtype=np.float32).reshape(-1, 3)


def runs(letters: str, **limits: float) -> list[tuple[int, int]]:
    return [run.run for run in find_runs(tags(letters), **limits)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("", []),
        ("....", []),
        (".B..", [(1, 2)]),
        (".BII.", [(1, 4)]),
        ("BIBI", [(0, 2), (2, 4)]),
        (".b.", [(1, 2)]),
        (".II.", []),
        ("..B", [(2, 3)]),
        ("BI.I", [(0, 2)]),
        ("Bi", [(0, 2), (1, 2)]),
    ],
)
def test_a_cue_begins_where_one_may_and_goes_on_while_it_is_likeliest(
    letters: str, found: list[tuple[int, int]]
) -> None:
    assert find_cues(tags(letters), 0.25) == found


def test_a_cue_that_is_less_likely_than_asked_for_is_none() -> None:
    assert find_cues(tags("b.B"), 0.5) == [(2, 3)]


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("", []),
        ("...", []),
        ("BII.", [(0, 3)]),
        (".III", [(1, 4)]),
        ("BI..II", [(0, 6)]),
        ("BI...II", [(0, 2), (5, 7)]),
        ("BI.BI", [(0, 2), (3, 5)]),
        ("BIBI", [(0, 2), (2, 4)]),
        ("BB", [(0, 1), (1, 2)]),
        ("b..b", [(0, 4)]),
    ],
)
def test_runs_are_joined_over_a_mark_or_two_but_not_where_one_begins(
    letters: str, found: list[tuple[int, int]]
) -> None:
    assert runs(letters) == found


def test_a_smaller_gap_parts_what_a_larger_one_joins() -> None:
    assert runs("BI.II", gap=0) == [(0, 2), (3, 5)]
    assert runs("BI.II", gap=1) == [(0, 5)]


def test_a_token_belongs_to_a_run_as_likely_as_asked_for() -> None:
    assert runs(".b.", least=0.5) == [(1, 2)]
    assert runs(".b.", least=0.7) == []


def test_a_run_weighs_as_much_as_its_tokens() -> None:
    (run,) = find_runs(tags("BI.I"))
    assert (run.start, run.end) == (0, 4)
    assert run.mass == pytest.approx(0.9 * 3)
    assert run == Marked(0, 4, run.mass)


@given(st.text("..BbIi", max_size=60))
def test_runs_are_in_order_and_begin_and_end_with_a_token_of_their_own(letters: str) -> None:
    found = find_runs(tags(letters))
    assert [i for run in found for i in range(*run.run)] == sorted({i for r in found for i in range(*r.run)})
    assert all("." not in (letters[run.start], letters[run.end - 1]) for run in found)
    inside = {i for run in found for i in range(*run.run)}
    assert all(i in inside for i, letter in enumerate(letters) if letter != ".")
    assert sum(run.mass for run in found) == pytest.approx(
        sum(1 - TAGS[letter][0] for letter in letters if letter != "."), abs=1e-4
    )


@given(st.text("..BbIi", max_size=60))
def test_cues_are_what_a_plain_loop_finds(letters: str) -> None:
    def end_of(at: int) -> int:
        end = at + 1
        while end < len(letters) and letters[end] in "Ii":
            end += 1
        return end

    expected = [(at, end_of(at)) for at, letter in enumerate(letters) if letter in "Bbi"]
    assert find_cues(tags(letters), 0.25) == expected


def test_scores_become_probabilities_without_overflow() -> None:
    scores = np.asarray([[1000.0, 0.0, -1000.0], [1.0, 1.0, 1.0]], dtype=np.float32)
    found = softmax(scores)
    assert found[0].tolist() == [1, 0, 0]
    assert found[1] == pytest.approx([1 / 3] * 3)
    assert sigmoid(np.asarray([-900.0, 0.0, 900.0], dtype=np.float32)) == pytest.approx([0, 0.5, 1])


def test_nothing_has_a_role_outside_of_the_text() -> None:
    roles = np.full((1, 2, 7, 3), 1 / 3, dtype=np.float32)
    closed = close_outside(roles, np.asarray([[0, 1]], dtype=np.float32))
    assert (closed[0, 0] == [1, 0, 0]).all()
    assert closed[0, 1] == pytest.approx(1 / 3)


def test_a_narrow_view_is_widened_by_places_without_a_role() -> None:
    roles = np.zeros((1, 2, 1, 3), dtype=np.float32)
    roles[..., INSIDE] = 1
    wide = widen(roles, 3)
    assert wide.shape == (1, 8, 1, 3)
    assert wide[0, :, 0].argmax(axis=-1).tolist() == [OUT] * 3 + [INSIDE] * 2 + [OUT] * 3
    assert widen(roles, 0) is roles
