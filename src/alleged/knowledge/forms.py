"""The forms in which a known name is searched for in text, and how each must be written there."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from alleged.knowledge.common import is_common
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAPS = "\n\t\r\v\f\u00a0\u2007\u2009\u202f\u3000-‐‑–_"
"""What is taken for a space: white space, hyphens, and what joins the parts of a file name."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W_]+")
SHORT = 3
"""Letters and digits up to which a name must be written as its authority writes it."""
_ACRONYM = 4
"""Letters up to which an ordinary word that is only listed in capitals must be in capitals: "LEAD"."""
_WORDS_JOINED = 2
"""Words of the longest name that is looked for written as one, too."""


class Writing(IntEnum):
    """How a name must be written in a text to be found."""

    ANY = 0
    CAPITAL = 1
    """Each of its longer words begins with a capital."""
    CAPITALS = 2
    """In capitals throughout."""


def make_forms(names: Iterable[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """The forms of these names with how each must be written, and short names, found only to the letter.

    Bare numbers, single characters and short words in small letters are left out: text is full of them.
    """
    spellings: dict[str, set[str]] = {}
    for name in names:
        spellings.setdefault(name_key(name), set()).add(name)
    forms: dict[str, int] = {}
    exact: set[str] = set()
    for key, own in sorted(spellings.items()):
        if len(key) <= SHORT and key.isascii():
            exact.update(filter(_is_telling, own))
        elif len(key) > 1 and not key.isdecimal():
            _add_names(forms, own, _writing(key, own))
    return forms, tuple(sorted(exact))


def is_written_so(words: str, writing: int) -> bool:
    """Whether words of a text are written as a name must be."""
    if writing == Writing.CAPITAL:
        return _has_capitals(words)
    return writing == Writing.ANY or words.isupper()


def with_spaces(text: str) -> str:
    """The text with a space for each break and hyphen; every character stays where it was."""
    for gap in _GAPS:
        text = text.replace(gap, " ")
    return text


def lower(text: str) -> str:
    """The text in small letters, each where it stood."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _add_names(forms: dict[str, int], names: Iterable[str], writing: Writing) -> None:
    for name in sorted(names):
        _add_forms(forms, name, writing)


def _add_forms(forms: dict[str, int], name: str, writing: Writing) -> None:
    """The name as it is, parted at digits, and joined; and parted at capitals, where it must have them."""
    for form in (name, _DIGITS.sub(" ", name)):
        _add_form(forms, form, writing)
    joined = name_key(name)
    if len(joined) > SHORT and name.count(" ") < _WORDS_JOINED:
        _add_form(forms, joined, writing if is_common(joined) else Writing.ANY)
    parted = _CAMEL.sub(" ", name)
    if parted != name:
        _add_form(forms, parted, max(writing, Writing.CAPITAL))


def _add_form(forms: dict[str, int], form: str, writing: Writing) -> None:
    """The form written small, with its accents and without them."""
    low = " ".join(with_spaces(lower(form)).split())
    bare = "".join(letter for letter in normalize("NFD", low) if not combining(letter))
    for each in {low, normalize("NFC", bare)}:
        forms[each] = min(writing, forms.get(each, writing))


def _is_telling(name: str) -> bool:
    """Whether a short name can be told from a word: "UPS" and "g2" can, "at" and "360" cannot."""
    key = name_key(name)
    return len(key) > 1 and not key.isdecimal() and any(c.isupper() or c.isdigit() for c in name)


def _writing(key: str, names: Iterable[str]) -> Writing:
    """How a name must be written: those made of ordinary words need capitals."""
    if not is_common(key) and not all(_is_plain(name) for name in names):
        return Writing.ANY
    in_capitals = len(key) <= _ACRONYM and all(map(str.isupper, names))
    return Writing.CAPITALS if in_capitals else Writing.CAPITAL


def _is_plain(name: str) -> bool:
    words = _LETTERS.findall(name.lower())
    return all((len(word) <= SHORT and not word.isdecimal()) or is_common(word) for word in words)


def _has_capitals(words: str) -> bool:
    """Whether the first word and each longer one begin with a capital, or with what has no case."""
    found = _LETTERS.findall(words)
    return all(not word[0].islower() for at, word in enumerate(found) if at == 0 or len(word) > SHORT)
