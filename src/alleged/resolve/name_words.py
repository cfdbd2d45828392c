"""The words of a name in any script, each with the ways it can be written in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product

from anyascii import anyascii

from alleged.resolve.arabic import ARABIC, bones_of, is_arabic, name_letters
from alleged.resolve.han import HAN, is_han, is_pinyin, pinyin, simplified
from alleged.resolve.palladius import pinyin_of
from alleged.resolve.spelling import bones

_MOST_FORMS = 12
LONGEST = 200
"""Characters of a name that are looked at."""
_IGNORED = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Characters without a form of their own: joiners (in Persian inside a word), marks of direction."""
_RUN = re.compile(
    f"[{HAN}]{{1,40}}|[{ARABIC}]{{1,40}}|(?:(?![{HAN}{ARABIC}])[\\w\u0300-\u036f'’ʼʻ‘`]){{1,40}}"
)
_NO_LETTER = re.compile("[^a-z0-9]")
_SERVANT = re.compile("^abd(?:o?u|[aeio])(?:l|r(?=r)|s(?=s)|n(?=n))(?=.{3})")
_SERVANT_ALONE = re.compile("abd(?:o?u|[aeio])[lrsn]?")
_UMLAUT_U = re.compile("(?<=[ln])v|(?<=l)yu|(?<=^n)yu")
_OTHER_SPELLINGS = (
    str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ş": "sh", "ç": "ch", "đ": "dj"}),
    str.maketrans({"г": "х"}),  # as in Ukrainian
)


class Script(StrEnum):
    """How the word of a name is read."""

    LETTERS = "letters"
    """By its letters: Latin, and Cyrillic, Greek and others by transliteration."""
    HAN = "han"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name."""

    text: str
    """As it is written, in lower case."""
    script: Script
    forms: tuple[str, ...]
    """Ways to write it in Latin letters, a to z and digits; none for Arabic script."""
    letters: str
    """What it is compared by within its own script."""
    bones: tuple[str, ...]
    """Its consonants, coarsely: spellings of one name share one of these."""


def find_runs(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, each in one script; joiners inside words are dropped."""
    plain = _IGNORED.sub("", unicodedata.normalize("NFKC", name[:LONGEST]))
    return tuple(run for run in _RUN.findall(plain.lower()) if anyascii(run).strip("'`_"))


@lru_cache(maxsize=1 << 16)
def read_word(run: str, is_person: bool = False) -> Word:
    """One run of `find_runs` as a word."""
    if is_arabic(run):
        letters = name_letters(run)
        return Word(run, Script.ARABIC, (), letters, bones_of(letters))
    if is_han(run):
        reading = pinyin(run, is_person)
        return Word(run, Script.HAN, (reading,), simplified(run), (bones(reading),))
    forms = latin_forms(run)
    return Word(run, Script.LETTERS, forms, forms[0], tuple(bones(form) for form in forms))


def latin_forms(run: str) -> tuple[str, ...]:
    """Ways to write a word in a to z: by the usual table first, then by habits of other languages."""
    others = (run.translate(table) for table in _OTHER_SPELLINGS)
    chinese = pinyin_of(run)
    return tuple(dict.fromkeys(_plain(text) for text in (run, *others, chinese or run)))


def join_words(words: tuple[Word, ...]) -> Word:
    """The words written as one; they are of one script, or each can be read by letters."""
    text = "".join(word.text for word in words)
    if words[0].script is Script.ARABIC:
        letters = "".join(word.letters for word in words)
        return Word(text, Script.ARABIC, (), letters, bones_of(letters))
    forms = tuple("".join(parts) for parts in product(*(word.forms for word in words)))[:_MOST_FORMS]
    letters = "".join(word.letters for word in words)
    is_same = len({word.script for word in words}) == 1
    script = words[0].script if is_same else Script.LETTERS
    return Word(text, script, forms, letters, tuple(bones(form) for form in forms))


def _plain(text: str) -> str:
    latin = _NO_LETTER.sub("", anyascii(text).lower())
    if _SERVANT_ALONE.fullmatch(latin):
        return "abd"
    latin = _SERVANT.sub("abd", latin)
    return _UMLAUT_U.sub("u", latin) if is_pinyin(latin) else latin
