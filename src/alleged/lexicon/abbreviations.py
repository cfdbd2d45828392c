"""Words written with a full stop that need not end a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from alleged.errors import LexiconError, Place
from alleged.lexicon.rules import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "abbreviations.yml"
KINDS = ("name", "number", "may", "starter", "reporting")
"""What a group of words says about a full stop near them; `abbreviations.yml` explains each."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of each kind, without their last stop; lower-case words stand for both cases."""

    name: frozenset[str]
    number: frozenset[str]
    may: frozenset[str]
    starter: frozenset[str]
    reporting: frozenset[str]


@dataclass(frozen=True, slots=True)
class AbbreviationGroup:
    """One entry: its words, a text that is one sentence, and a text that is two."""

    id: str
    kind: str
    words: tuple[str, ...]
    matches: str
    never: str


@cache
def abbreviations() -> Abbreviations:
    """All words by their kind."""
    groups = load_groups()
    return Abbreviations(**{kind: _words(g for g in groups if g.kind == kind) for kind in KINDS})


@cache
def load_groups() -> tuple[AbbreviationGroup, ...]:
    """The entries of the file; raises LexiconError with the one that is wrong."""
    return tuple(_group(entry) for entry in read_yaml(FILE))


def _group(entry: Mapping[str, Any]) -> AbbreviationGroup:
    name = entry.get("id", "without an id")
    kind, words = entry.get("kind"), entry.get("words", ())
    if kind not in KINDS or not all(isinstance(word, str) for word in words):
        cure = f"kind is one of {', '.join(KINDS)}, words are text"
        raise LexiconError(f"entry {name} has a wrong kind or word", Place(FILE), cure)
    return AbbreviationGroup(name, kind, tuple(words), entry["matches"], entry["not"])


def _words(groups: Iterable[AbbreviationGroup]) -> frozenset[str]:
    words = {word for group in groups for word in group.words}
    return frozenset(words | {word[:1].upper() + word[1:] for word in words})
