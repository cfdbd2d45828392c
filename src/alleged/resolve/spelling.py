"""Spellings of one name in Latin letters: which differences come from the way it was transliterated.

Two keys of a word: the close one is the same for spellings of one system or another of the same letters
("Sergey", "Sergei"), the loose one for those of another language or by ear ("Chevtchenko", "Shevchenko").
"""

from __future__ import annotations

import re
from functools import cache

_CLOSE = (
    ("chr", "kr"),
    ("schtsch|shch|chtch|stsch", "Q"),
    ("tsch|tch|ch|cz(?=[^aeiouy]|$)", "C"),
    ("sch|sh", "S"),
    ("dzh|dsch|dj", "J"),
    ("zh", "Z"),
    ("kh", "h"),
    ("ph", "f"),
    ("ck|q", "k"),
    ("x", "ks"),
    ("tz|ts", "c"),
    ("c(?=[aourlnkm]|$)", "k"),
    ("w", "v"),
    ("gu(?=[ei])", "g"),
    ("^(?:ye|ie|je)", "e"),
    ("yo", "e"),
    ("iy|yi|ij|yy|y", "i"),
    ("ii+|iie", "i"),
    ("(?<=[aeiou])ie", "e"),
    ("ou|oo", "u"),
    ("ee", "i"),
    ("([aou])e(?!$)", r"\1"),
    ("(?<=[aeiou])h$", ""),
    (r"(.)\1+", r"\1"),
)
_LOOSE = (
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("[CQ]", "S"),
    ("S", "s"),
    ("[ZJj]", "j"),
    ("(?<=[aeo])j$", "i"),
    ("c", "s"),
    ("ai|ei|ay|ej|aj", "e"),
    ("e", "a"),
    ("u", "o"),
    ("ia(?=$)", "a"),
    (r"(.)\1+", r"\1"),
)
_CLOSE_STEPS = tuple((re.compile(old), new) for old, new in _CLOSE)
_LOOSE_STEPS = tuple((re.compile(old), new) for old, new in _LOOSE)
_COARSE = str.maketrans(
    {**dict.fromkeys("aeiouhvywQ'", ""), **dict.fromkeys("cqxzjSCZJsgk", "k"), "p": "b", "t": "d", "Q": "k"}
)


@cache
def close_key(word: str) -> str:
    """Lower-case ASCII letters, with the usual ways to transliterate one letter made the same."""
    return _apply(_CLOSE_STEPS, word)


@cache
def loose_key(word: str) -> str:
    """The same with the habits of other languages, and vowels that only the ear tells, made the same."""
    return _apply(_LOOSE_STEPS, close_key(word))


@cache
def bones(word: str) -> str:
    """The consonants of a word, coarsely: what any two spellings of one name share, for looking it up."""
    coarse = close_key(word).translate(_COARSE)
    return re.sub(r"(.)\1+", r"\1", coarse)


def _apply(steps: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str:
    for old, new in steps:
        word = old.sub(new, word)
    return word
