"""How long something lasted, where the words say at least how long: ISO 8601 durations."""

from __future__ import annotations

from alleged.extract.times.forms import COUNT, UNIT, read_count

_LETTERS = {"day": (1, "D"), "week": (1, "W"), "month": (1, "M"), "year": (1, "Y")}
_YEARS = {"decade": 10, "century": 100}
_HALF = r"(?: and a half)?"

AT_LEAST = (
    rf"(?:over|more than|at least|longer than|upwards of|well over)(?: the course of)? {COUNT} {UNIT}{_HALF}"
)
"""A shortest duration."""
FOR = rf"for (?:(?:as long as|a total of|some) )?{COUNT} {UNIT}{_HALF}"
"""A duration that is told outright: it lasted that long at least."""


def read_minimum(parts: dict[str, str | None]) -> str | None:
    """The ISO 8601 duration of a count and a unit: "two decades" gives P20Y."""
    count, unit = read_count(parts["count"] or ""), parts["unit"] or ""
    if not count:
        return None
    if unit in _YEARS:
        return f"P{count * _YEARS[unit]}Y"
    factor, letter = _LETTERS[unit]
    return f"P{count * factor}{letter}"
