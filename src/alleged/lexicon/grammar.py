"""Closed classes of English words, for finding the limits of noun phrases and clauses."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from alleged.lexicon.rules import read_yaml
from alleged.lexicon.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.lexicon.words import Word

SHORTEST_CONTENT_WORD = 3


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
    times: frozenset[str]
    titles: frozenset[str]
    office_titles: frozenset[str]
    name_particles: frozenset[str]
    organisation_words: frozenset[str]
    comma_openers: frozenset[str]
    clause_openers: frozenset[str]
    irregular_past: frozenset[str]
    saying_verbs: frozenset[str]
    after_no_verb: frozenset[str]
    negations: frozenset[str]
    first_person: frozenset[str]
    owners: frozenset[str]
    legal_forms: frozenset[str]
    firm_words: frozenset[str]
    between_targets: frozenset[str]
    joins_names: frozenset[str]
    epithet_openers: frozenset[str]
    no_verbs: frozenset[str]
    modals: frozenset[str]
    participles: frozenset[str]
    quantifiers: frozenset[str]


@cache
def grammar() -> Grammar:
    """The closed classes."""
    table = read_yaml("grammar.yml")
    return Grammar(**{field.name: frozenset(table[field.name]) for field in fields(Grammar)})


@cache
def no_names() -> frozenset[str]:
    """Words that begin no name, even where they are written with a capital."""
    known = grammar()
    return known.determiners | known.prepositions | known.subordinators | known.pronouns | known.adverbs


@cache
def _function_words() -> frozenset[str]:
    known = grammar()
    joining = known.joiners | known.prepositions | known.subordinators | known.relatives | known.adverbs
    pointing = known.determiners | known.possessives | known.pronouns | known.first_person | known.times
    return joining | pointing | known.owners | known.auxiliaries | known.be | known.negations


def means_nothing(words: Iterable[Word]) -> bool:
    """Whether words name nothing by themselves: "more than 150", "some", "us", but not "US"."""
    return all(not word.is_name_like and _is_empty(word.norm) for word in words)


def _is_empty(norm: str) -> bool:
    return norm in _function_words() or norm in grammar().quantifiers or not any(c.isalpha() for c in norm)


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words of `text` that carry meaning, for telling whether two texts speak of the same thing."""
    words = (
        word for word in find_words(text) if not word.is_mark and len(word.norm) >= SHORTEST_CONTENT_WORD
    )
    return frozenset(word.norm for word in words if word.norm not in _function_words())
