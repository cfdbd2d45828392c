"""Common nouns that stand for somebody, by the part they can play in a claim."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from alleged.lexicon.rules import read_yaml


@dataclass(frozen=True, slots=True)
class Nominals:
    """Sets of normalised nouns; `nominals.yml` says what each is for."""

    actors: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    organisations: frozenset[str]
    single_groups: frozenset[str]
    undescribing: frozenset[str]
    tools: frozenset[str]
    tool_cues: frozenset[str]
    anonymous: frozenset[str]
    offices: frozenset[str]
    own_names: frozenset[str]
    missions: frozenset[str]
    firm_nouns: frozenset[str]
    agency_nouns: frozenset[str]
    state_nouns: frozenset[str]
    media_nouns: frozenset[str]
    charge_sheets: frozenset[str]
    statements: frozenset[str]
    backers: frozenset[str]
    anaphors: frozenset[str]
    epithets: frozenset[str]
    posts: frozenset[str]
    adjectives: frozenset[str]
    prosecuting: frozenset[str]
    things: frozenset[str]
    suffering: frozenset[str]
    documents: frozenset[str]
    bodies: frozenset[str]
    alias_cues: frozenset[str]
    measures: frozenset[str]
    noun_like: frozenset[str]
    noun_like_one: frozenset[str]
    collectives: frozenset[str]


@cache
def nominals() -> Nominals:
    """The nouns that stand for somebody."""
    table = read_yaml("nominals.yml")
    return Nominals(**{field.name: frozenset(table[field.name]) for field in fields(Nominals)})
