"""What a format is: how one kind of list is recognised and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.model.entity import Authority


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which an authority publishes its list; both functions are pure."""

    title: str
    """As a reader should see it: "MISP galaxy cluster"."""
    looks_like: Callable[[bytes], bool]
    """Whether a file with this beginning seems to be one; a guess, made from 64 KiB."""
    read: Callable[[bytes, str], Authority]
    """The list in these bytes; the second argument is the file or address for messages.

    Raises KnowledgeError where the bytes are damaged, and then takes nothing of them.
    """
