"""The columns of CSV output, each with where its value stands in the JSON record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.model.wire import Wire

Columns = dict[str, "Callable[[Wire], Any]"]


def key(name: str) -> Callable[[Wire], Any]:
    """What a record has under this key."""
    return lambda record: record[name]


def words(name: str) -> Callable[[Wire], str | None]:
    """The text of the words that a record has under this key, if it has any."""
    return lambda record: record[name] and record[name]["text"]


def keys(*names: str) -> Columns:
    """Columns that are called as their keys are."""
    return {name: key(name) for name in names}
