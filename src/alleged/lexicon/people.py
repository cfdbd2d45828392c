"""What can be part of a person's name: the same for who looks for such names and for who hides them."""

from __future__ import annotations

from functools import cache

from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals

LONGEST_PERSON = 4
"""Words of a person's name."""

_MARKS = str.maketrans("", "", "-'’ʼ‘`.·\u00ad\u200b\u200c\u200d")


def can_be_in_person_name(word: str) -> bool:
    """Whether a word can be part of a person's name: letters with a capital, and no word for a body.

    Of the names that the lexicon knows only those of firms are: many are called like their founders.
    """
    small, known = word.casefold(), names().get(word)
    if not word.translate(_MARKS).isalpha() or small in _bodies_and_actors():
        return False
    return (known is None or known.type == "firms") and (not word[0].islower() or is_particle(small))


def is_particle(small: str) -> bool:
    """Whether a word in small letters can stand inside a person's name: "de", "bin"."""
    return small in grammar().name_particles


@cache
def _bodies_and_actors() -> frozenset[str]:
    return grammar().organisation_words | nominals().actors | nominals().organisations
