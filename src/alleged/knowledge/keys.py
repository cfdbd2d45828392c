"""Names as lists give them, made ready to compare and to show."""

from __future__ import annotations

from unicodedata import category

from alleged.model.names import name_key

__all__ = ["name_key", "tidy_name"]

_INVISIBLE = "Cf"


def tidy_name(name: str) -> str:
    """`name` with single spaces, and without spaces and invisible characters around it."""
    start, end = 0, len(name)
    while start < end and _is_blank(name[start]):
        start += 1
    while start < end and _is_blank(name[end - 1]):
        end -= 1
    return " ".join(name[start:end].split())


def _is_blank(letter: str) -> bool:
    return letter.isspace() or category(letter) == _INVISIBLE
