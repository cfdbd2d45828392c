"""Which names read like those of persons: when in doubt, one does."""

from __future__ import annotations

from functools import cache

from alleged.knowledge.common import is_common
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals
from alleged.lexicon.people import LONGEST_PERSON, can_be_in_person_name
from alleged.lexicon.places import begins_with_place
from alleged.resolve.firm_terms import find_terms
from alleged.resolve.han import can_be_surname, is_han

_SHORTEST = 2
_LONGEST_HAN = 4
_SHORTEST_ACRONYM = 3
_SHORT_NAME = 2
_SHORT_FORMS = frozenset({"Co", "Oy"})
"""Legal forms that are written with one capital only."""
_VOWELS = frozenset("aeiouy")


def reads_like_person(name: str) -> bool:
    """Whether a name could be that of a person: two to four words with capitals, or two to four characters.

    Names that the lexicon knows, and those with a word for a body or a firm in them, are none.
    """
    words = _without_titles(name)
    if names().get(name) or _has_legal_form(name) or _is_code_name(words):
        return False
    if len(words) == 1 and is_han(words[0]):
        return _SHORTEST <= len(words[0]) <= _LONGEST_HAN
    if not _SHORTEST <= len(words) <= LONGEST_PERSON or _reads_like_firm(words):
        return False
    return all(map(_can_be_part, words))


def _has_legal_form(name: str) -> bool:
    """Whether a legal form stands in it: "SA" is one, "Sá" and "Sa" may be the family name."""
    return bool(find_terms(" ".join(word for word in name.split() if not _may_be_short_name(word))).forms)


def _may_be_short_name(word: str) -> bool:
    return len(word) <= _SHORT_NAME and word.istitle() and word not in _SHORT_FORMS


def _is_code_name(words: list[str]) -> bool:
    """Whether it is all in capitals with an ordinary word in it, as groups are called: "GREY HERON"."""
    return all(map(str.isupper, words)) and any(is_common(word.casefold()) for word in words)


def _without_titles(name: str) -> list[str]:
    words = name.split()
    while len(words) > _SHORTEST and words[0].casefold().rstrip(".") in grammar().titles:
        words = words[1:]
    return words


def _can_be_part(word: str) -> bool:
    return can_be_in_person_name(word) and word.casefold() not in _people_and_products()


@cache
def _people_and_products() -> frozenset[str]:
    """Nouns for people, and for software and the like if they are no family name: not "page"."""
    return nominals().people | (nominals().tools & nominals().things)


def _reads_like_firm(words: list[str]) -> bool:
    """Whether a name of several words is made like that of a firm: "Wuhan XRZ", "Harbour Industries"."""
    return _is_named_for_place(words) or _is_acronym(words[-1]) or _is_plural_trade(words[-1])


def _is_named_for_place(words: list[str]) -> bool:
    """Whether it begins with a place, and more follows than a family name, as in "Kunming Zhang"."""
    follows = " ".join(words[1:])
    return begins_with_place(words[0]) and (bool(find_terms(follows).kinds) or not can_be_surname(follows))


def _is_acronym(word: str) -> bool:
    """Whether it has capitals only, and no vowel: a family name can be in capitals, but can be said."""
    plain = word.isascii() and word.isalpha() and word.isupper()
    return plain and len(word) >= _SHORTEST_ACRONYM and _VOWELS.isdisjoint(word.casefold())


def _is_plural_trade(word: str) -> bool:
    """Whether it is the plural of a word for a trade: the singular, as "Power", is a family name, too."""
    small = word.casefold()
    singular = f"{small[:-3]}y" if small.endswith("ies") else small.removesuffix("s")
    kinds = find_terms(small).kinds
    return singular != small and bool(kinds) and kinds == find_terms(singular).kinds
