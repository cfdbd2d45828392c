"""Names in any text, however they are written, and the same text with blocks in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, combining, normalize

from alleged.ledger.names import UNDIVIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MASK = "\N{FULL BLOCK}"
"""Stands for each character of a word that was erased."""

FEWEST = 2
"""Letters of the shortest name that is sought."""

DIVIDER = " "
_PLAIN = re.compile("[a-z0-9]+")
_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
"""Letters that carry a sign which Unicode does not take off."""

HEXADECIMAL = frozenset("0123456789abcdef")
_ESCAPE = 3
"""Characters of a byte in an address: "%20"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word without case, accents and signs, and where it stands in its text."""

    plain: str
    start: int
    end: int


def find_key(name: str) -> str:
    """What all spellings of a name have in common: its letters, without what divides them."""
    return "".join(word.plain for word in divide(name))


def find_names(text: str, keys: Iterable[str]) -> Iterator[tuple[Word, ...]]:
    """Where whole words of `text` spell one of `keys`, as `find_key` gives them."""
    wanted = tuple(key for key in keys if len(key) >= FEWEST)
    words = divide(text) if wanted else []
    for at in range(len(words)):
        for key in wanted:
            reach = find_reach(words, at, key)
            if reach:
                yield tuple(words[at:reach])


def find_reach(words: Sequence[Word], at: int, key: str) -> int:
    """Behind which word the key is spelled that begins with the word `at`; 0 if it is not."""
    spelled = 0
    while at < len(words) and key.startswith(words[at].plain, spelled):
        spelled += len(words[at].plain)
        at += 1
        if spelled == len(key):
            return at
    return 0


def mask_names(text: str, keys: Iterable[str]) -> str:
    """The text with a block for every character of these names; all else keeps its place."""
    letters = None
    for words in find_names(text, keys):
        letters = letters or list(text)
        for word in words:
            letters[word.start : word.end] = MASK * (word.end - word.start)
    return text if letters is None else "".join(letters)


def spell(text: str, words: Sequence[Word]) -> str:
    """The words as they stand in the text, on one line."""
    return " ".join(text[words[0].start : words[-1].end].split())


def divide(text: str) -> list[Word]:
    """The words of a text, in their order."""
    if text.isascii() and "%" not in text:  # as most texts are: nothing to fold but the case
        return [Word(match[0], *match.span()) for match in _PLAIN.finditer(text.lower())]
    return _divide_any(text)


def _divide_any(text: str) -> list[Word]:
    words: list[Word] = []
    begun: list[str] = []
    start = end = 0
    for letters, at, after in _fold_all(text):
        if not letters:  # an accent, or nothing that is seen: it belongs to the letter before it
            end = after if begun and end == at else end
        elif letters == DIVIDER or _is_undivided(letters):
            words += [Word("".join(begun), start, end)] if begun else []
            begun = []
            words += [Word(letters, at, after)] if letters != DIVIDER else []
        else:
            start = start if begun else at
            begun.append(letters)
            end = after
    return [*words, Word("".join(begun), start, end)] if begun else words


def _fold_all(text: str) -> Iterator[tuple[str, int, int]]:
    """Every character, folded, with its place; a character that an address writes as bytes is one, too."""
    at = 0
    while at < len(text):
        if text[at] == "%" and (found := _unescape(text, at)):
            letter, after = found
        else:
            letter, after = text[at], at + 1
        yield _fold(letter), at, after
        at = after


def _unescape(text: str, at: int) -> tuple[str, int] | None:
    """The character that is written as bytes from there on, and where it ends; None where none is."""
    data = b""
    while len(data) < 4 and text[at : at + 1] == "%":  # noqa: PLR2004 - no character has more bytes
        digits = text[at + 1 : at + _ESCAPE].lower()
        if len(digits) + 1 != _ESCAPE or not set(digits) <= HEXADECIMAL:
            return None
        data, at = data + bytes.fromhex(digits), at + _ESCAPE
        try:
            return data.decode(), at
        except UnicodeDecodeError:
            continue
    return None


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    """A letter without case and accents; a divider for a sign, nothing for what is not seen."""
    plain = normalize("NFKD", normalize("NFKD", letter).casefold()).translate(_OTHER_LETTERS)
    kept = "".join(each for each in plain if not combining(each) and category(each) != "Cf")
    if not kept:
        return ""
    return "".join(each for each in kept if each.isalnum()) or DIVIDER


def _is_undivided(letters: str) -> bool:
    return any(first <= letters[0] <= last for first, last in UNDIVIDED)
