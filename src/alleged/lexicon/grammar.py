"""Closed classes of English words, for finding the limits of noun phrases and clauses."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from alleged.lexicon.rules import read_yaml


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of normalised words; `grammar.yml` lists them."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    adverbs: frozenset[str]
    joiners: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    person_pronouns: frozenset[str]
    group_pronouns: frozenset[str]
    times: frozenset[str]
    titles: frozenset[str]
    organisation_words: frozenset[str]


@cache
def grammar() -> Grammar:
    """The closed classes."""
    table = read_yaml("grammar.yml")
    return Grammar(**{field.name: frozenset(table[field.name]) for field in fields(Grammar)})
