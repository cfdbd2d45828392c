"""What comparing two names gives: a candidate with a score and a reason, never a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.resolve.likeness import Alignment, Pair
    from alleged.resolve.name_words import Word


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How alike two names are; whoever bears them may still be somebody else."""

    score: float
    """0 to 1; 1 for the same words. Each kind of name has its own threshold."""
    reason: str
    """Why, in words: which words are the same, which are left over."""


def reason_for(found: Alignment, extra: Iterable[str] = ()) -> str:
    """What the words of two names have in common and what they do not."""
    parts = [*_common(found.pairs), *_left_over(found), *extra]
    return "; ".join(parts) or "no words to compare"


def _common(pairs: tuple[Pair, ...]) -> Iterator[str]:
    same = sorted(_text(pair.left) for pair in pairs if _text(pair.left) == _text(pair.right))
    if same:
        yield f"both have {', '.join(same)}"
    for pair in pairs:
        if _text(pair.left) != _text(pair.right):
            yield f"{_text(pair.left)} can be {_text(pair.right)}"


def _left_over(found: Alignment) -> Iterator[str]:
    if found.left and found.right:
        yield f"{_text(found.left)} against {_text(found.right)}"
    elif found.left or found.right:
        yield f"only one has {_text(found.left or found.right)}"


def _text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)
