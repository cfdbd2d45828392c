"""Words that tell operations apart: names and rare words, without those that any report can have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from alleged.lexicon.grammar import content_words
from alleged.lexicon.names import names
from alleged.lexicon.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.lexicon.words import Word

FILE = "untelling.yml"
SHORTEST_WORD = 4
SHORTEST_NAME = 3
_TITLE = 0.6
"""Share of words with a capital from which a text is a title, whose capitals tell nothing."""
_KNOWN_TEXTS = 1 << 15
_BENT = ("ing", "ed", "ly")
"""Ends of words that tell how or what was done, which reports on one operation word differently."""
_OFFICIAL = frozenset({"states", "agencies", "media"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text names: states by their side, names of anything else, and rare words in small letters."""

    states: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def __or__(self, other: Telling) -> Telling:
        return Telling(self.states | other.states, self.names | other.names, self.words | other.words)


@lru_cache(_KNOWN_TEXTS)
def find_telling(text: str) -> Telling:
    """The states, names and rare words of a text, as they are compared."""
    words = find_words(text)
    known = names().find(words)
    states = frozenset(match.name.state for match in known if match.name.state)
    covered = {at for match in known if match.name.type in _OFFICIAL for at in range(match.start, match.end)}
    left = [word for at, word in enumerate(words) if at not in covered and not word.is_mark]
    named = frozenset(_named(left, _is_title(words)))
    rare = frozenset(key for word in left if (key := _rare(word)))
    return Telling(states, named, rare)


def _is_title(words: Sequence[Word]) -> bool:
    """Whether most words have a capital, which therefore tells nothing."""
    alphabetic = [word for word in words if word.text[0].isalpha()]
    capital = sum(word.text[0].isupper() for word in alphabetic)
    return len(alphabetic) > SHORTEST_NAME and capital > _TITLE * len(alphabetic)


def _named(words: Sequence[Word], in_title: bool) -> Iterator[str]:
    for at, word in enumerate(words):
        if not word.is_name_like or len(word.norm) < SHORTEST_NAME or word.norm in _untelling_names():
            continue
        is_sure = not in_title and at > 0
        may_be = _looks_odd(word) if in_title else _may_be_name(word)
        if (is_sure or may_be) and content_words(word.text):
            yield word.norm


def _looks_odd(word: Word) -> bool:
    """Whether it is a name in a title, too: "REvil", "APT31"."""
    return (not word.text.isupper() and not word.text.istitle()) or any(c.isdigit() for c in word.text)


def _may_be_name(word: Word) -> bool:
    """Whether the first word of a text can be a name: "Kaseya", not "Maintaining"."""
    return word.norm not in _untelling_words() and (not word.norm.endswith(_BENT) or _looks_odd(word))


def _rare(word: Word) -> str | None:
    """The word without the s of its plural; None for names, numbers and common words."""
    key = word.norm
    if word.is_name_like or len(key) < SHORTEST_WORD or not key.isalpha() or key.endswith(_BENT):
        return None
    single = key[:-1] if key.endswith("s") and not key.endswith("ss") else key
    if key in _untelling_words() or single in _untelling_words() or not content_words(key):
        return None
    return single


@cache
def _untelling_words() -> frozenset[str]:
    return frozenset(_table()["words"])


@cache
def _untelling_names() -> frozenset[str]:
    return frozenset(_table()["names"])


@cache
def _table() -> dict[str, list[str]]:
    text = files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.safe_load(text)
    return table
