"""Agencies by country: "China's Ministry of State Security" is one of two that have the name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from alleged.knowledge.codes import find_country
from alleged.knowledge.keys import name_key
from alleged.knowledge.known import Choice
from alleged.lexicon.names import names
from alleged.lexicon.rules import read_yaml
from alleged.lexicon.words import find_words
from alleged.model.entity import EntityKind
from alleged.resolve.candidates import SCORES, Candidate, Way
from alleged.resolve.loose_names import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.resolve.listings import Listings

_AGENCIES = Choice(kinds=frozenset({EntityKind.AGENCY}))


def find_agencies(words: str, knowledge: Knowledge, listings: Listings) -> Iterator[Candidate]:
    """The agencies of the lists that words name in another way than the lists."""
    for name, country in part_state(trim(words)):
        yield from _of_country(name, country, f"{name!r} of {country}", knowledge, listings)
    known = names().get(trim(words))
    if known and known.type == "agencies" and known.state:
        for other in _other_names(known.name):
            why = f"{trim(words)!r} is {other!r} of {known.state}"
            yield from _of_country(other, known.state, why, knowledge, listings)


def country_told(words: str) -> str | None:
    """The country that the words of an agency's name tell: CN for "China's Ministry of State Security"."""
    told = (find_country(state) for _, state in part_state(trim(words)))
    return next(filter(None, told), None)


def _of_country(
    name: str, state: str, why: str, knowledge: Knowledge, listings: Listings
) -> Iterator[Candidate]:
    code = find_country(state)
    for entity in knowledge.find(name, _AGENCIES):
        if code and entity.country == code:
            reason = f"{why}: {listings.tell(entity, name)}"
            yield Candidate(entity, reason, SCORES[Way.PARTED], Way.PARTED)


@lru_cache(maxsize=1 << 14)
def part_state(words: str) -> tuple[tuple[str, str], ...]:
    """A name without the state that stands before or behind it, and that state; empty where none does."""
    return tuple(_find_parted(words))


def _find_parted(words: str) -> Iterator[tuple[str, str]]:
    found = find_words(words)
    for match in names().find(found):
        if not match.name.state:
            continue
        if match.start == 0 and match.end < len(found) and match.name.type == "states":
            rest = found[match.end :]
            rest = rest[1:] if rest[0].norm == "'s" else rest
            if rest:
                yield trim(words[rest[0].start :]), match.name.state
        elif (
            match.end == len(found) and match.start > 1 and found[match.start - 1].norm in {"of", "the", "("}
        ):
            before = found[match.start - 1]
            yield trim(words[: before.start].removesuffix("of the ").removesuffix("of ")), match.name.state


@cache
def _names_of_agencies() -> dict[str, tuple[str, ...]]:
    entries = read_yaml("names.yml")["agencies"]
    return {entry["name"]: (entry["name"], *entry["aliases"]) for entry in entries}


def _other_names(name: str) -> tuple[str, ...]:
    """All names that reporting has for an agency, each once."""
    by_key = {name_key(other): other for other in reversed(_names_of_agencies().get(name, ()))}
    return tuple(by_key.values())
