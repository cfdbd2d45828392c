"""Places by which firms call themselves: "Wuhan", "Sichuan"."""

from __future__ import annotations

from functools import cache

from alleged.lexicon.rules import read_yaml

FILE = "places.yml"


@cache
def places() -> frozenset[str]:
    """The known places, as they are written."""
    return frozenset(place for found in read_yaml(FILE).values() for place in found)


def begins_with_place(name: str) -> bool:
    """Whether the first word of a name is a known place, with its capital."""
    first = name.split(" ", 1)[0]
    return first in places() or (first.isupper() and first.title() in places())
