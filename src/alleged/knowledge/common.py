"""Words of the language, by which names that are such words are told from the others."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDINGS = (
    *(("ies", "y"), ("es", ""), ("s", "")),
    *(("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", "")),
    *(("ers", ""), ("ers", "e"), ("er", ""), ("er", "e")),
)
_SHORTEST = 4


def is_common(word: str) -> bool:
    """Whether a word in small letters is an ordinary English one, perhaps with a regular ending."""
    return word in common_words() or any(base in common_words() for base in _bases(word))


@cache
def common_words() -> frozenset[str]:
    """Ordinary English words of four letters and more, most without their regular endings."""
    text = files("alleged.knowledge").joinpath("common_words.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def _bases(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(base) >= _SHORTEST:
            yield base
