"""The linter of the lexicon: every entry must match its own sentence and must not match the other one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alleged.lexicon.rules import Rule, RuleIndex
from alleged.lexicon.words import find_words, is_normal

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, and what to do about it."""

    entry: str
    what: str
    recommendation: str


def lint(index: RuleIndex[Any]) -> tuple[Problem, ...]:
    """Every problem of the rules of an index: ids first, then entry by entry."""
    ids = Counter(rule.id for rule in index.rules)
    twice = [Problem(name, "two entries have this id", "rename one") for name, n in ids.items() if n > 1]
    return (*twice, *(problem for rule in index.rules for problem in lint_rule(rule, common=index.common)))


def lint_rule(rule: Rule[Any], *, common: bool = True) -> tuple[Problem, ...]:
    """Every problem of one entry; `common` as in RuleIndex."""
    alone = RuleIndex([rule], common=common)
    return (*_lint_sentences(alone, rule), *_lint_patterns(rule))


def _lint_sentences(alone: RuleIndex[Any], rule: Rule[Any]) -> Iterator[Problem]:
    if not alone.find(find_words(rule.matches)):
        yield Problem(rule.id, f"does not match its own sentence: {rule.matches}", "mend pattern or sentence")
    if alone.find(find_words(rule.never)):
        yield Problem(rule.id, f"matches the sentence it must not: {rule.never}", "narrow the pattern")


def _lint_patterns(rule: Rule[Any]) -> Iterator[Problem]:
    for line, count in Counter(pattern.line for pattern in rule.patterns).items():
        if count > 1:
            yield Problem(rule.id, f"pattern {line!r} stands twice", "remove one")
    for pattern in rule.patterns:
        for word in sorted(word for word in pattern.words() if not is_normal(word)):
            what = f"pattern {pattern.line!r} asks for {word!r}, which no text holds"
            yield Problem(rule.id, what, "write lower case, and a possessive 's as a word of its own")
