"""Acronyms as texts introduce them: "Norwegian National Security Authority (NSM)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.lexicon.names import names
from alleged.lexicon.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.lexicon.words import Word

SHORTEST = 2
"""Letters of an acronym."""
LONGEST_NAME = 12
"""Words of a name that an acronym stands for."""
INSIDE_NAME = frozenset({"of", "for", "the", "de", "la", "des", "et", "&"})
"""Small words that stand inside of names."""
_COUNTED = re.compile(r"([A-Z])([2-5])")
_BRACKETED = re.compile(r"\([\"'“‘]?([A-Z][A-Za-z0-9&-]{1,11})[\"'”’]?\)")
_BEFORE = 200
"""Characters before a bracket in which the name stands."""


def find_introduced(text: str) -> Iterator[tuple[str, str]]:
    """The acronyms that a text puts in brackets behind names, each with its name and a state before that."""
    for match in _BRACKETED.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        words = find_words(before)
        start = find_spelt_out(words, len(words) - 1, match[1]) if words else None
        if start is not None:
            yield match[1], before[words[_state_before(words, start)].start :].rstrip()


def find_spelt_out(words: Sequence[Word], start: int, acronym: str) -> int | None:
    """Where the name begins at the end of `words` whose initials are those of `acronym`.

    `start` is a word of the name; it is followed to the left over capitals and what stands inside of names.
    """
    initials = _capitals(acronym)
    if len(initials) < SHORTEST or not acronym[0].isupper():
        return None
    for first in range(max(_start_of_phrase(words, start), len(words) - LONGEST_NAME), len(words)):
        capitals = sum(word.is_name_like for word in words[first:])
        opens = words[first].is_name_like and words[first].text[0] == initials[0]
        if opens and abs(capitals - len(initials)) <= 1:
            return first
    return None


def _capitals(acronym: str) -> str:
    """The letters that an acronym counts: "IC3" is ICCC, "W3C" is WWWC, "FinCEN" is FCEN."""
    spelt = _COUNTED.sub(lambda match: match[1] * int(match[2]), acronym)
    return "".join(filter(str.isupper, spelt))


def _start_of_phrase(words: Sequence[Word], start: int) -> int:
    """Where a name of several runs begins: "*Office* of the Harbour Commissioner"."""
    first = start
    while first > 0 and (words[first - 1].is_name_like or words[first - 1].norm in INSIDE_NAME):
        first -= 1
    return first


def _state_before(words: Sequence[Word], start: int) -> int:
    """Where the name begins with a state before it: "*Norway's* National Security Authority"."""
    end = start - 1 if start and words[start - 1].norm == "'s" else start
    states = (match for match in names().find(words[:end]) if match.name.type == "states")
    return next((state.start for state in states if state.end == end), start)
