"""What stands on a page and is no part of the report, as rules for lines and for elements of web pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import re2

from alleged.errors import LexiconError, Place
from alleged.lexicon.rules import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILE = "boilerplate.yml"
SCOPES = ("line", "teasers", "section", "caption", "element")
"""How far a rule reaches; `boilerplate.yml` explains each."""

LONGEST_LINE = 600
"""Characters of a line on which every rule is tried: boilerplate lines are short."""

_MEMORY = 64 << 20


@dataclass(frozen=True, slots=True)
class BoilerplateRule:
    """One entry: what it matches, how far it reaches and why that is no report."""

    id: str
    scope: str
    why: str
    patterns: tuple[str, ...]
    names: frozenset[str]
    needs_list: bool
    unsure: bool
    any_length: bool
    matches: str
    never: str


class LineRules:
    """Rules for whole lines, all tried in one pass over a line."""

    def __init__(self, rules: Sequence[BoilerplateRule]) -> None:
        pairs = [(rule, pattern) for rule in rules for pattern in rule.patterns]
        self._rules = [rule for rule, _ in pairs]
        self._set = re2.Set.FullMatchSet(_options())
        for _, pattern in pairs:
            self._set.Add(pattern)
        self._set.Compile()

    def find(self, line: str) -> BoilerplateRule | None:
        """The first rule of the file that matches `line`, of which blanks and list marks are stripped."""
        found = self._set.Match(line)
        return self._rules[min(found)] if found else None


class NameRules:
    """Rules for the class names and ids of elements."""

    def __init__(self, rules: Iterable[BoilerplateRule]) -> None:
        self._rules = {name: rule for rule in reversed(tuple(rules)) for name in rule.names}

    def find(self, names: Iterable[str]) -> BoilerplateRule | None:
        """The rule for an element with these words in its class and id; a sure one before an unsure one."""
        found = [self._rules[name] for name in names if name in self._rules]
        return min(found, key=lambda rule: rule.unsure, default=None)


@cache
def line_rules() -> LineRules:
    """The rules for lines of up to `LONGEST_LINE` characters."""
    return LineRules([rule for rule in load_boilerplate() if rule.scope != "element"])


@cache
def long_line_rules() -> LineRules:
    """The rules for longer lines."""
    return LineRules([rule for rule in load_boilerplate() if rule.any_length])


@cache
def name_rules() -> NameRules:
    """The rules for elements."""
    return NameRules(rule for rule in load_boilerplate() if rule.scope == "element")


@cache
def load_boilerplate() -> tuple[BoilerplateRule, ...]:
    """The entries of the file in order; raises LexiconError with the one that is wrong."""
    return tuple(_rule(entry) for entry in read_yaml(FILE))


def _rule(entry: Mapping[str, Any]) -> BoilerplateRule:
    try:
        rule = BoilerplateRule(
            id=entry["id"],
            scope=entry["scope"],
            why=entry["why"],
            patterns=tuple(
                _pattern(p, exact=entry.get("exact") == "true") for p in entry.get("patterns", ())
            ),
            names=frozenset(entry.get("names", ())),
            needs_list=entry.get("needs_list") == "true",
            unsure=entry.get("unsure") == "true",
            any_length=entry.get("any_length") == "true",
            matches=entry["matches"],
            never=entry["not"],
        )
    except (KeyError, re2.error) as error:
        raise LexiconError(f"entry {entry.get('id', 'without an id')}: {error!r}", Place(FILE)) from error
    if rule.scope not in SCOPES or not (rule.patterns or rule.names):
        raise LexiconError(f"entry {rule.id} has a wrong scope or no pattern", Place(FILE))
    return rule


def _pattern(pattern: str, *, exact: bool) -> str:
    whole = f"(?:{pattern})" if exact else f"(?i:{pattern})"
    re2.compile(whole)
    return whole


def _options() -> re2.Options:
    options = re2.Options()
    options.max_mem = _MEMORY
    return options
