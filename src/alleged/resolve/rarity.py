"""How much a word of a name tells: one that many names of a list have tells little."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from types import MappingProxyType
from typing import TYPE_CHECKING

from alleged.resolve.name_words import find_runs, read_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.resolve.name_words import Word

LEAST = 0.1
"""The weight of a word that every name has."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many names of a list each word stands."""

    counts: Mapping[str, int]
    """Names by word, as `key_of` writes it."""
    total: int
    """Names in the list."""

    def weight(self, word: Word) -> float:
        """From LEAST for a word of every name to 1 for a word of at most one."""
        count = self.counts.get(key_of(word), 0)
        if count <= 1 or self.total <= 1:
            return 1.0
        return max(LEAST, 1.0 - log(count) / log(self.total))


NOTHING_KNOWN = Rarity(MappingProxyType({}), 0)
"""Every word tells as much as any other."""


def key_of(word: Word) -> str:
    """What a word is counted by: its usual Latin form, or its own letters in Arabic script."""
    return word.forms[0] if word.forms else word.letters


def count_words(names: Iterable[str]) -> Rarity:
    """The rarity of words by the names of the loaded lists, each name counted once for each of its words."""
    counts: Counter[str] = Counter()
    total = 0
    for name in names:
        counts.update({key_of(read_word(run)) for run in find_runs(name)})
        total += 1
    return Rarity(MappingProxyType(dict(counts)), total)
