"""Plain values that came from a child, each of the kind that it must be."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

Head: TypeAlias = dict[str, Any]
"""A JSON object."""

C = TypeVar("C", bound=StrEnum)

LONGEST_WORD = 100


class PackingError(Exception):
    """What came back is not what was asked for."""


def get_object(head: Head, name: str) -> Head:
    """The object `name`; raises PackingError where there is none."""
    return _get(head, name, dict)


def get_list(head: Head, name: str) -> list[Any]:
    """The list `name`; raises PackingError where there is none."""
    return _get(head, name, list)


def get_text(head: Head, name: str, longest: int = LONGEST_WORD) -> str:
    """The text `name`, no longer than `longest` and without half characters; raises PackingError."""
    value = _get(head, name, str)
    if len(value) > longest or value != value.encode("utf-8", "ignore").decode():
        raise PackingError(f"{name} is longer than it can be, or holds half a character")
    return value


def get_count(head: Head, name: str) -> int:
    """The number `name`, 0 or more; raises PackingError where there is none."""
    value = _get(head, name, int)
    if value < 0:
        raise PackingError(f"{name} is less than nothing")
    return value


def get_code(codes: type[C], value: object) -> C:
    """The code that `value` is; raises PackingError where it is none of the list."""
    try:
        return codes(str(value))
    except ValueError as error:
        raise PackingError(f"{value!r:.80} is no code of {codes.__name__}") from error


T = TypeVar("T")


def _get(head: Head, name: str, kind: type[T]) -> T:
    value = head.get(name)
    if type(value) is not kind:
        raise PackingError(f"{name} is no {kind.__name__}")
    return value
