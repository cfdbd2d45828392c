"""The words beside names: every entry against its two sentences, and what is wrong with a bad one."""

from __future__ import annotations

from typing import Any

import pytest

from alleged.errors import LexiconError, Place
from alleged.lexicon.lint import lint, lint_rule
from alleged.lexicon.readings import Side, Sign, reading_code, readings
from alleged.lexicon.rules import Rule, parse_rules


@pytest.mark.parametrize("rule", readings().rules, ids=lambda rule: rule.id)
def test_an_entry_is_sound(rule: Rule[Any]) -> None:
    assert lint_rule(rule) == ()


def test_the_entries_together_are_sound_and_use_every_code() -> None:
    assert lint(readings()) == ()
    assert {rule.code.side for rule in readings().rules} == set(Side)
    assert {rule.code.sign for rule in readings().rules} == set(Sign)


@pytest.mark.parametrize(("key", "value"), [("side", "above"), ("sign", "person")])
def test_an_unknown_code_is_refused_with_its_entry(key: str, value: str) -> None:
    good = {"id": "e", "side": "after", "sign": "place", "patterns": ["as"], "matches": "a", "not": "b"}
    with pytest.raises(LexiconError, match=f"readings.yml: entry e: '{value}' is not a valid"):
        parse_rules([good | {key: value}], Place("readings.yml"), reading_code)
