from __future__ import annotations

import pytest

from alleged.model.clock import read_end, read_time


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("2024-03-25", "2024-03-25T23:59:59.999999+00:00"),
        ("2024-03-25T09:30", "2024-03-25T09:30:00+00:00"),
        ("2024-03-25T09:30:01.5+02:00", "2024-03-25T09:30:01.500000+02:00"),
    ],
)
def test_a_day_ends_with_its_last_instant_and_an_instant_is_itself(words: str, end: str) -> None:
    assert read_end(words).isoformat() == end


def test_a_day_begins_at_midnight() -> None:
    assert read_time("2024-03-25").isoformat() == "2024-03-25T00:00:00+00:00"
    with pytest.raises(ValueError, match="Invalid isoformat"):
        read_end("yesterday")
