"""Names that reporting uses for states, agencies, firms and media."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from alleged.lexicon.rules import read_yaml
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alleged.lexicon.words import Word

LONGEST_ACRONYM = 3
"""Letters up to which a single word is a name only with several capitals: "US" and "DoD", not "Us"."""
KEPT = 4096
"""Names whose words are kept in mind: one document asks for the same few again and again."""
_DEFAULT_ROLES = {"states": Role.GOVERNMENT, "firms": Role.VENDOR, "media": Role.MEDIA}


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the lexicon knows, as one form of it is written."""

    name: str
    type: str
    """states, agencies, firms or media"""
    role: Role
    form: str
    """name (or another name of the same), people ("Chinese"), or seat ("Beijing")"""
    state: str | None = None
    """The state that it is or belongs to."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name in a sentence: indices into its words, end exclusive."""

    name: Name
    start: int
    end: int


class NameIndex:
    """Known names by their words; a name is found where its words stand with its capitals."""

    def __init__(self, entries: Sequence[tuple[str, Name]]) -> None:
        self._table = {tuple(w.norm for w in find_words(form)): name for form, name in reversed(entries)}
        self._longest = max(len(key) for key in self._table)
        self._adjectives = {name.name: form for form, name in reversed(entries) if name.form == "people"}

    def find(self, words: Sequence[Word]) -> tuple[NameMatch, ...]:
        """The names in order, the longest at each place, none overlapping."""
        found: list[NameMatch] = []
        at = 0
        while at < len(words):
            match = self.find_at(words, at)
            if match:
                found.append(match)
            at = match.end if match else at + 1
        return tuple(found)

    def find_at(self, words: Sequence[Word], at: int) -> NameMatch | None:
        """The longest name that begins at word `at`."""
        if not words[at].is_name_like:
            return None
        for length in range(min(self._longest, len(words) - at), 0, -1):
            name = self._table.get(tuple(w.norm for w in words[at : at + length]))
            if name and _has_capitals(words[at : at + length]):
                return NameMatch(name, at, at + length)
        return None

    def get(self, form: str) -> Name | None:
        """The name that `form` is a form of, if it is known."""
        return self._table.get(_norms(form))

    def adjective_of(self, state: str) -> str | None:
        """The word for what belongs to a state: "Chinese"."""
        return self._adjectives.get(state)


@lru_cache(maxsize=KEPT)
def _norms(form: str) -> tuple[str, ...]:
    return tuple(word.norm for word in find_words(form))


@cache
def names() -> NameIndex:
    """The known names."""
    table = read_yaml("names.yml")
    return NameIndex(
        [pair for type_, entries in table.items() for entry in entries for pair in _forms(type_, entry)]
    )


@lru_cache(maxsize=KEPT)
def find_state(text: str) -> str | None:
    """The state that the first name in a text tells: "Beijing's spies" gives China."""
    return next((match.name.state for match in names().find(find_words(text)) if match.name.state), None)


def is_state(name: str | None) -> bool:
    """Whether a name is that of a state, and not of a speaker or a group."""
    known = names().get(name) if name else None
    return known is not None and known.type == "states"


def _forms(type_: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Name]]:
    role = Role(entry["role"]) if "role" in entry else _DEFAULT_ROLES[type_]
    groups = {
        "name": [entry["name"], *entry["aliases"]],
        "people": entry.get("people", ()),
        "seat": entry.get("seat", ()),
    }
    state = entry["name"] if type_ == "states" else entry.get("state")
    for form, words in groups.items():
        for word in words:
            yield word, Name(entry["name"], type_, role, form, state)


def _has_capitals(words: Sequence[Word]) -> bool:
    """Whether it reads as a name: "us" is no state, and "The record shows" names no medium."""
    if len(words) == 1 and len(words[0].norm) <= LONGEST_ACRONYM:
        return sum(c.isupper() for c in words[0].text) > 1
    first = 1 if len(words) > 1 and words[0].norm == "the" else 0
    return words[first].is_name_like
