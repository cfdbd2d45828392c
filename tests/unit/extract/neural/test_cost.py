"""What is read before the network costs time in proportion to the text, whatever stands in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from alleged.extract.neural.hints import find_hints, stack_features
from alleged.extract.neural.segments import cut_segments
from alleged.extract.neural.tokens import read_tokens
from alleged.extract.neural.windows import WIDTH, cut_windows
from alleged.extract.passages import find_passages
from tests.unit.extract.neural.networks import vocabulary
from tests.unit.extract.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.alone

LETTERS = vocabulary()
MORE = 8
TOO_MUCH = 2
"""How many times its share a longer text may cost: squares would cost eight times their share."""
LONG = 2_000_000

UNITS = {
    "straight marks": '"',
    "curly marks": "“",
    "quoted letters": '“a” "b" ',
    "one long word": "a",
    "words": "hack ",
    "brackets": "(",
    "line ends": "\n",
    "blank lines that show a mark": '\n \t\r"',
    "spaces after a line end": "\n" + " " * 999,
    "letters with marks": "e\u0301",
    "emoji": "😀 ",
}


def cpu_seconds(work: Callable[[], object]) -> float:
    """The least of three runs, because noise only adds."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_more_text_costs_no_more_than_its_share_to_read(unit: str) -> None:
    length = 10_000
    part, whole = ((unit * size)[:size] for size in (length, MORE * length))
    one, more = (cpu_seconds(lambda text=text: read_tokens(text, LETTERS)) for text in (part, whole))  # type: ignore[misc]
    assert more <= TOO_MUCH * MORE * one


def test_a_line_of_two_million_characters_is_read_to_its_end() -> None:
    text = "Hackers hacked the bank and " * (LONG // 28)
    tokens = read_tokens(text, vocabulary("hackers hacked the bank and"))
    assert len(tokens) == 5 * (LONG // 28)
    assert text[tokens.starts[-1] : tokens.ends[-1]] == "and"
    assert (np.diff(tokens.starts) > 0).all()
    segments = list(cut_segments(tokens, np.zeros((len(tokens), 1), dtype=np.int64)))
    assert sum(len(segment.tokens) for segment in segments) == len(tokens)


def test_a_text_of_quotation_marks_is_read_mark_by_mark() -> None:
    tokens = read_tokens('"' * 100_000, LETTERS)
    assert tokens.quotes.tolist() == [1, 0] * 50_000
    assert tokens.starts.tolist() == list(range(100_000))


def test_ten_thousand_nested_brackets_are_hinted_at_as_fast_as_they_are_read() -> None:
    depth = 10_000
    text = read("Russia hacked the bank. " + "(" * depth + "Iran" + ")" * depth + " allegedly did.")
    tokens = read_tokens(text.clean, LETTERS)
    passages = find_passages(text)
    hints = find_hints(passages, (), tokens)
    assert stack_features(tokens, hints).shape[0] == len(tokens) > 2 * depth
    named = {text.clean[tokens.starts[i]].lower() for i in np.flatnonzero(hints.names)}
    assert set("russiairan") >= named >= {"r", "n"}
    once, twice = (
        cpu_seconds(lambda many=many: find_hints(passages * many, (), tokens))  # type: ignore[misc]
        for many in (1, MORE)
    )
    assert twice <= TOO_MUCH * MORE * once


def test_windows_grow_with_the_text() -> None:
    assert len(cut_windows(1_000 * WIDTH)) < 1_000 * WIDTH / (WIDTH - 48) + 2
