"""Names of states and what stands for them: their people ("Chinese"), their seats ("Beijing", "the Kremlin").

A seat is a town as often as a government: "in Washington" is a place, "Washington accused" a state. Where
nothing tells which, both are candidates.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from alleged.knowledge.codes import find_country
from alleged.knowledge.known import Choice
from alleged.lexicon.names import names
from alleged.lexicon.readings import Sign, readings
from alleged.lexicon.words import find_words
from alleged.model.entity import EntityKind
from alleged.resolve.candidates import SCORES, Candidate, Way
from alleged.resolve.loose_names import trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.lexicon.names import Name
    from alleged.lexicon.words import Word
    from alleged.resolve.listings import Listings

_COUNTRIES = Choice(kinds=frozenset({EntityKind.COUNTRY}))
_WORDINGS = {
    "name": "{0!r} is {1}",
    "people": "{0!r} is said of what belongs to {1}",
    "seat": "{0!r} is the seat of the government of {1} and stands for it",
}


@dataclass(frozen=True, slots=True)
class StateName:
    """Words that name a state, and how they read by themselves."""

    name: Name
    sign: Sign | None
    """STATE for "London authorities"; None where the name stands alone."""


@lru_cache(maxsize=1 << 14)
def find_state(words: str) -> StateName | None:
    """The state that words name and nothing else: "Beijing", "the Kremlin", "London authorities"."""
    found = find_words(trim(words))
    match = names().find_at(found, 0) if found else None
    if match is None or not match.name.state:
        return None
    sign = _sign_after(found, match.end)
    if match.end < len(found) and sign is None:
        return None
    is_state = match.name.type == "states"
    return StateName(match.name, sign) if is_state else None


def find_countries(words: str, knowledge: Knowledge, listings: Listings) -> Iterator[Candidate]:
    """The countries of the lists that words stand for, without being their names in a list."""
    state = find_state(words)
    code = find_country(state.name.name) if state else None
    if state is None or code is None:
        return
    why = _WORDINGS[state.name.form].format(trim(words), state.name.name)
    for entity in knowledge.find(state.name.name, _COUNTRIES):
        if entity.country in {code, None}:
            reason = f"{why}: {listings.tell(entity, state.name.name)}"
            yield Candidate(entity, reason, SCORES[Way.PARTED], Way.PARTED)


def reading_of(words: str) -> Sign | None:
    """Whether words tell by themselves that a place stands for its state."""
    state = find_state(words)
    return state.sign if state else None


def _sign_after(words: Sequence[Word], at: int) -> Sign | None:
    """What the rest of the words says of a name before it, if it says one thing to the end."""
    rest = words[at:]
    found = [match for match in readings().find(rest) if match.start == 0 and match.end == len(rest)]
    signs = {match.code.sign for match in found} if rest else set()
    return Sign.STATE if signs == {Sign.STATE} else None
