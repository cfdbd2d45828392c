"""The linter: over every entry of the lexicon, and over bad ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import Place
from alleged.lexicon.lint import lint, lint_rule
from alleged.lexicon.rules import Rule, RuleIndex, acts, cues, hedge_code, hedges, parse_rules, roles

if TYPE_CHECKING:
    from alleged.model.vocabulary import Stance

INDEXES: dict[str, RuleIndex[Any]] = {
    "cues": cues(),
    "hedges": hedges(),
    "acts": acts(),
    "roles": roles(),
}
ENTRIES = [
    pytest.param(rule, index.common, id=f"{name}-{rule.id}")
    for name, index in INDEXES.items()
    for rule in index.rules
]


@pytest.mark.parametrize(("rule", "common"), ENTRIES)
def test_an_entry_of_the_lexicon_is_sound(rule: Rule[Any], common: bool) -> None:
    assert lint_rule(rule, common=common) == ()


@pytest.mark.parametrize("name", INDEXES)
def test_no_two_entries_have_one_id(name: str) -> None:
    ids = [rule.id for rule in INDEXES[name].rules]
    assert len(ids) == len(set(ids))


def test_cues_and_denials_share_their_ids() -> None:
    ids = {rule.id for rule in cues().rules}
    assert {"say", "accuse", "deny", "decline"} <= ids


def bad(**changes: Any) -> tuple[Rule[Stance], ...]:
    good = {
        "id": "hearsay",
        "stance": "alleges",
        "patterns": ["rumour has it", "rumour~"],
        "matches": "Rumour has it that the bank was hit.",
        "not": "Nobody knew.",
    }
    return parse_rules([good | changes], Place("hedges.yml"), hedge_code)


def problems(rules: tuple[Rule[Stance], ...]) -> list[str]:
    return [problem.what for problem in lint(RuleIndex(rules))]


def test_a_sound_entry_has_no_problem() -> None:
    assert problems(bad()) == []


def test_an_entry_that_does_not_match_its_own_sentence() -> None:
    assert problems(bad(matches="The bank was hit.")) == [
        "does not match its own sentence: The bank was hit."
    ]


def test_an_entry_that_matches_the_sentence_it_must_not() -> None:
    never = "They rumoured nothing."
    assert problems(bad(**{"not": never})) == [f"matches the sentence it must not: {never}"]


def test_a_pattern_that_stands_twice() -> None:
    assert problems(bad(patterns=["rumour has it", "rumour has it"])) == [
        "pattern 'rumour has it' stands twice"
    ]


def test_an_id_that_stands_twice() -> None:
    assert problems((*bad(), *bad())) == ["two entries have this id"]


@pytest.mark.parametrize("word", ["Rumour", "rumour's"])
def test_a_word_that_no_text_holds(word: str) -> None:
    what = f"pattern {word!r} asks for {word!r}, which no text holds"
    assert problems(bad(patterns=["rumour has it", word])) == [what]


def test_every_problem_names_the_entry_and_tells_what_to_do() -> None:
    rules = (*bad(matches="No.", patterns=["x y", "x y", "X"]), *bad(**{"not": "Rumour has it."}))
    found = lint(RuleIndex(rules))
    assert len(found) == 5
    assert all(problem.entry == "hearsay" and problem.recommendation for problem in found)
