"""How the templates of a report tell numbers and days."""

from __future__ import annotations

from alleged.dossiers.counting import tell_count, tell_part


def _tell_part(number: int, total: int, noun: str) -> str:
    """How many of how many; only how many where it is all."""
    return tell_count(number, noun) if number == total else tell_part(number, total, noun)


def _tell_day(time: str) -> str:
    return time[: len("2024-03-25")]


FILTERS = {"count": tell_count, "part": _tell_part, "day": _tell_day}
