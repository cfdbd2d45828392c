"""Patterns over words, as the lexicon's entries write them.

A pattern is a line of items separated by spaces:

    said            that word
    said|says       one of these words
    accuse~         any form of that verb
    formally?       that word or nothing
    *               up to four words, none of them punctuation

Matching is linear in the number of words: a gap has at most four words, a pattern at most eight items.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.errors import LexiconError
from alleged.lexicon.inflect import inflect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.lexicon.words import Word

GAP = 4
"""The longest gap that "*" stands for, in words."""
LONGEST = 8
"""The most items that a pattern may have."""

Step = frozenset[str] | None
"""The words that fit at one place; None stands for a gap."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line of the lexicon, ready to match."""

    line: str
    variants: tuple[tuple[Step, ...], ...]
    """One sequence of steps for every choice of the optional items."""

    def firsts(self) -> frozenset[str]:
        """The words that a match can begin with."""
        return frozenset(word for variant in self.variants for word in variant[0] or ())

    def words(self) -> frozenset[str]:
        """Every word that the pattern asks for."""
        return frozenset(word for variant in self.variants for step in variant for word in step or ())

    def end_of_match(self, words: Sequence[Word], at: int) -> int | None:
        """The index after the longest match that begins at `at`, or None."""
        ends = [end for variant in self.variants if (end := _match(variant, words, at)) is not None]
        return max(ends, default=None)


def parse_pattern(line: str) -> Pattern:
    """The pattern that `line` writes; raises LexiconError where it is none."""
    items = line.split()
    if not items or len(items) > LONGEST:
        raise LexiconError(f"pattern {line!r} has {len(items)} items", cure=f"write 1 to {LONGEST}")
    variants = _variants(items)
    if any(not variant or variant[0] is None or variant[-1] is None for variant in variants):
        raise LexiconError(
            f"pattern {line!r} can begin or end with a gap", cure="begin and end it with a word"
        )
    return Pattern(line, variants)


def _variants(items: Iterable[str]) -> tuple[tuple[Step, ...], ...]:
    variants: list[tuple[Step, ...]] = [()]
    for item in items:
        step = _step(item.removesuffix("?"))
        longer = [(*variant, step) for variant in variants]
        variants = longer + variants if item.endswith("?") else longer
    return tuple(variants)


def _step(item: str) -> Step:
    if item == "*":
        return None
    return frozenset(form for word in item.split("|") for form in _forms(word))


def _forms(word: str) -> frozenset[str]:
    return inflect(word[:-1]) if word.endswith("~") else frozenset((word,))


def _match(steps: tuple[Step, ...], words: Sequence[Word], at: int) -> int | None:
    for index, step in enumerate(steps):
        if step is None:
            return _match_after_gap(steps[index + 1 :], words, at)
        if at >= len(words) or words[at].norm not in step:
            return None
        at += 1
    return at


def _match_after_gap(steps: tuple[Step, ...], words: Sequence[Word], at: int) -> int | None:
    for skipped in range(GAP + 1):
        end = _match(steps, words, at + skipped)
        if end is not None:
            return end
        if at + skipped >= len(words) or words[at + skipped].is_mark:
            return None
    return None
