"""Suspected floods, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.cli.messages import say

if TYPE_CHECKING:
    from alleged.resolve.lineage import Lineage


def say_floods(lineage: Lineage) -> None:
    """A line for each flood that is suspected."""
    for flood in lineage.floods:
        say(f"suspected flood: {flood.reason}; they add no origin, but stay")
