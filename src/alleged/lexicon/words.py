"""Words of a sentence: the unit in which the lexicon's patterns are written and matched."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"(?:[A-Z]\.){2,8}|\d{1,3}+(?:,\d{3}(?!\d))+(?:[-.]\w++)*|\w++(?:[-.'’&_@]\w++)*|\S")
"""Nothing follows a repeated group, so that no text makes it look at a character twice; the groups are not
possessive, since Python before 3.11.5 matches such groups wrongly.

Dotted initials ("U.S.") are one word, so are hyphenated words, numbers ("40,000") and addresses.
"""

_CLITICS = ("'s", "'ve", "'ll", "'re", "'d", "'m")
_CLITICS_BY_LENGTH = tuple(sorted(_CLITICS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of punctuation; `start` and `end` are code points of the text it stands in."""

    start: int
    end: int
    text: str
    norm: str
    """Lower case, straight apostrophes, no full stops in initials: "U.S." gives "us"."""

    @property
    def is_name_like(self) -> bool:
        """Whether it is written like a name: a capital among its letters ("eBay", "APT31")."""
        return not self.text.islower() and any(c.isupper() for c in self.text)

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum() and self.norm not in _CLITICS


def find_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text[start:end]` in order; "China's" gives "China" and "'s", "we've" "we" and "'ve"."""
    stop = len(text) if end is None else end
    found: list[Word] = []
    for match in _WORD.finditer(text, start, stop):
        found.extend(_split_clitic(match.group(), match.start()))
    return tuple(found)


def is_normal(word: str) -> bool:
    """Whether some word of a text can have this normal form: "didn't", but not "DIDN'T" or "attorney's"."""
    alone, after = find_words(word), find_words(f"x{word}")
    return [w.norm for w in alone] == [word] or [w.norm for w in after] == ["x", word]


def normalise(word: str) -> str:
    """The form in which a word is compared."""
    lowered = word.lower().replace("’", "'")
    return lowered.replace(".", "") if _is_initials(word) else lowered


def _is_initials(word: str) -> bool:
    return word[1:2] == "." and set(word[1::2]) == {"."} and word[::2].isalpha()


def _split_clitic(word: str, start: int) -> tuple[Word, ...]:
    norm = normalise(word)
    if "'" not in norm:  # as in nearly all words; every clitic has one
        return (Word(start, start + len(word), word, norm),)
    for clitic in _CLITICS_BY_LENGTH:
        cut = len(word) - len(clitic)
        if cut > 0 and norm.endswith(clitic):
            return _word(word[:cut], start), _word(word[cut:], start + cut)
    return (_word(word, start),)


def _word(text: str, start: int) -> Word:
    return Word(start, start + len(text), text, normalise(text))
