"""Marking documents as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.flow.deciding import tell_now
from alleged.model.access import Marking

if TYPE_CHECKING:
    from collections.abc import Callable

AT_READING = "marked as it was read"


def mark_at_reading(label: str, who: str) -> Callable[[str], Marking]:
    """What marks new documents so, in the name of `who`."""
    return lambda document: Marking(document, label, who, tell_now(), AT_READING)
