"""Shortest durations."""

from __future__ import annotations

import re

import pytest

from alleged.extract.times.lengths import AT_LEAST, FOR, read_minimum


@pytest.mark.parametrize(
    ("words", "minimum"),
    [
        ("over a decade", "P10Y"),
        ("more than two years", "P2Y"),
        ("at least 15 years", "P15Y"),
        ("longer than three months", "P3M"),
        ("at least two weeks", "P2W"),
        ("well over ten days", "P10D"),
        ("for 14 years", "P14Y"),
        ("for a century", "P100Y"),
        ("for a total of six weeks", "P6W"),
        ("for zero years", None),
    ],
)
def test_a_duration_is_told_by_its_least(words: str, minimum: str | None) -> None:
    match = re.fullmatch(AT_LEAST, words) or re.fullmatch(FOR, words)
    assert (read_minimum(match.groupdict()) if match else None) == minimum


@pytest.mark.parametrize("words", ["nearly a decade", "almost two years", "about ten days", "for years"])
def test_what_may_be_shorter_gives_none(words: str) -> None:
    assert not re.fullmatch(AT_LEAST, words)
    assert not re.fullmatch(FOR, words)
