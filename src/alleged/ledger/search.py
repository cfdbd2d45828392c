"""What a person typed into the search box, as terms that no store can stumble over."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

from alleged.errors import LedgerError

TOKENIZED = ((" ", "\u036f"), ("\u0400", "\u0527"), ("\u1e00", "\u1eff"), ("\u2000", "\u206f"))
"""Letters and signs (Latin, Cyrillic, punctuation) that every SQLite divides into the same words."""

MOST_TERMS = 10_000
"""Different words that one search may have; each is looked for in every claim that has the others."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What to look for; every term must occur, and nothing matches where there is none."""

    words: tuple[str, ...]
    """Sought in the index: a word, or several joined by signs that must follow one another."""
    literals: tuple[str, ...]
    """Sought letter by letter without regard to case: signs, and scripts that do not divide words."""

    def __bool__(self) -> bool:
        return bool(self.words or self.literals)

    def literally_in(self, fields: tuple[str, ...]) -> bool:
        """Whether each literal occurs in one of `fields`."""
        folded = [field.casefold() for field in fields]
        return all(any(literal in field for field in folded) for literal in self.literals)


def find_terms(search: str) -> Terms:
    """The terms of `search`, each once: it is divided at spaces, control characters and surrogates.

    Raises LedgerError where there are more than `MOST_TERMS`.
    """
    readable = "".join(" " if category(letter) in {"Cc", "Cs"} else letter for letter in search)
    pieces = tuple(dict.fromkeys(readable.split()))
    if len(pieces) > MOST_TERMS:
        raise LedgerError(f"a search takes at most {MOST_TERMS:,} words, not {len(pieces):,}; give fewer")
    words = tuple(piece for piece in pieces if _is_tokenized(piece))
    rest = [piece.casefold() for piece in pieces if not _is_tokenized(piece)]
    return Terms(words, tuple(dict.fromkeys(rest)))


def _is_tokenized(piece: str) -> bool:
    known = all(any(first <= letter <= last for first, last in TOKENIZED) for letter in piece)
    return known and any(letter.isalnum() for letter in piece)


def is_caseless(piece: str) -> bool:
    """Whether its letters have one form only, as Chinese ones do: then a text holds it or does not."""
    return all(category(letter) in {"Lo", "So"} for letter in piece)
