"""Full stops that belong to an abbreviation and need not end a sentence."""

from __future__ import annotations

import re

from alleged.lexicon.abbreviations import abbreviations

LONGEST_WORD = 40
"""No more characters before a stop are looked at."""

_DOTTED = re.compile(r"(?:[A-Za-z]{1,3}\.){1,5}[A-Za-z]{1,3}")
_OPENERS = "-–—/([“‘\"'«"


def last_word(words: str) -> str:
    """The word that `words` end with, without what stands glued before it."""
    parts = words[-LONGEST_WORD:].split()
    last = parts[-1] if parts else ""
    for mark in _OPENERS:
        last = last.rpartition(mark)[2]
    return last


def may_go_on(word: str) -> bool:
    """Whether a sentence may go on after the full stop of `word`, whatever follows: "U.S", "etc", "J"."""
    initial = len(word) == 1 and word.isupper()
    return word in abbreviations().may or _DOTTED.fullmatch(word) is not None or initial


def ends_abbreviated(line: str) -> bool:
    """Whether the last stop of `line` belongs to an abbreviation."""
    known, word = abbreviations(), last_word(line.removesuffix("."))
    return line.endswith(".") and (word in known.name or word in known.number or may_go_on(word))
