"""Names near to one that was asked for: suggestions of what may be meant, and what a name imitates."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from alleged.knowledge.keys import name_key
from alleged.ledger.names import name_words
from alleged.resolve.skeleton import KnownNames, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.model.entity import Entity
    from alleged.resolve.skeleton import Disguise

SHOWN = 8
"""Most names that are suggested."""
_ALIKE = 80
"""Percent of its letters that a name shares with one that it may be a misspelling of."""
_TELLING = 4
"""Letters of a word by which names are near that hold it."""


def find_near_names(name: str, listed: Iterable[str]) -> tuple[str, ...]:
    """The listed names that `name` may be meant for, the nearest first: "Turla" for "Turlla".

    First those that `find_held_names` gives, then those of nearly the same letters.
    """
    by_key = _by_key(name, listed)
    keys = list(by_key)
    alike = process.extract(name_key(name), keys, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=SHOWN)
    near = dict.fromkeys((*_find_held(name, by_key), *(by_key[key] for key, _, _ in alike)))
    return tuple(near)[:SHOWN]


def find_held_names(name: str, listed: Iterable[str]) -> tuple[str, ...]:
    """The listed names that hold the words of `name`, or are held by it, the shortest first.

    "Lazarus Group" is such a name for "Lazarus", and the other way round.
    """
    return _find_held(name, _by_key(name, listed))[:SHOWN]


def find_disguises(name: str, listed: Iterable[str]) -> tuple[Disguise, ...]:
    """The listed names that this one looks like in other letters: suggestions, never links."""
    letters = frozenset(letter for form in _cases(name) for letter in skeleton(form))
    possible = (each for each in listed if all(_is_among(letter, letters) for letter in each))
    return KnownNames(possible).find(name)


def list_all_names(entities: Iterable[Entity]) -> Iterator[str]:
    """Every name of these entities that their authorities do not call weak."""
    for entity in entities:
        yield entity.name
        yield from (alias.name for alias in entity.aliases if not alias.weak)


def _by_key(name: str, listed: Iterable[str]) -> dict[str, str]:
    """The listed names by their keys, each as it is written first, without `name` itself."""
    by_key: dict[str, str] = {}
    for each in listed:
        by_key.setdefault(name_key(each), each)
    return {key: each for key, each in by_key.items() if key and key != name_key(name)}


def _find_held(name: str, by_key: Mapping[str, str]) -> tuple[str, ...]:
    held = (each for each in by_key.values() if _holds(each, name) or _holds(name, each))
    return tuple(sorted(held, key=lambda each: (len(each), each)))


def _holds(name: str, words: str) -> bool:
    """Whether the words stand in the name one after the other, and one of them tells something."""
    if words.casefold() not in name.casefold():
        return False
    wanted = name_words(words)
    told = any(len(word) >= _TELLING for word in wanted)
    return told and f" {' '.join(wanted)} " in f" {' '.join(name_words(name))} "


def _is_among(letter: str, letters: frozenset[str]) -> bool:
    """Whether the letter, in one case or the other, looks like letters of the name."""
    return any(looks <= letters for looks in _looks(letter))


@cache
def _looks(letter: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(skeleton(form)) for form in _cases(letter))


def _cases(text: str) -> tuple[str, ...]:
    return text, text.upper(), text.casefold()
