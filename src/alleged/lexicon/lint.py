"""The linter of the lexicon: every entry must match its own sentence and must not match the other one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alleged.lexicon.rules import Rule, RuleIndex
from alleged.lexicon.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, and what to do about it."""

    entry: str
    what: str
    recommendation: str


def lint(index: RuleIndex[Any]) -> tuple[Problem, ...]:
    """Every problem of the rules of an index, in their order."""
    ids = Counter(rule.id for rule in index.rules)
    twice = [Problem(name, "two entries have this id", "rename one") for name, n in ids.items() if n > 1]
    return (*twice, *(problem for rule in index.rules for problem in _lint_rule(rule, common=index.common)))


def _lint_rule(rule: Rule[Any], *, common: bool) -> Iterator[Problem]:
    alone = RuleIndex([rule], common=common)
    if not alone.find(find_words(rule.matches)):
        yield Problem(rule.id, f"does not match its own sentence: {rule.matches}", "mend pattern or sentence")
    if alone.find(find_words(rule.never)):
        yield Problem(rule.id, f"matches the sentence it must not: {rule.never}", "narrow the pattern")
    lines = Counter(pattern.line for pattern in rule.patterns)
    for line, count in lines.items():
        if count > 1:
            yield Problem(rule.id, f"pattern {line!r} stands twice", "remove one")
