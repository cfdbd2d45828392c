"""The words of citing: every entry against its two sentences, and what is wrong with a bad one."""

from __future__ import annotations

from typing import Any

import pytest

from alleged.errors import LexiconError, Place
from alleged.lexicon.citations import FRAMES, SOURCES, citation_code, citations, citing_words
from alleged.lexicon.lint import lint, lint_rule
from alleged.lexicon.rules import Rule, parse_rules
from alleged.lexicon.words import find_words


@pytest.mark.parametrize("rule", citations().rules, ids=lambda rule: rule.id)
def test_an_entry_is_sound(rule: Rule[Any]) -> None:
    assert lint_rule(rule) == ()


def test_the_entries_together_are_sound_and_use_every_code() -> None:
    assert lint(citations()) == ()
    assert {rule.code.frame for rule in citations().rules} == set(FRAMES)
    assert {rule.code.source for rule in citations().rules} == set(SOURCES)


@pytest.mark.parametrize(("key", "value"), [("frame", "beside"), ("source", "gossip")])
def test_an_unknown_code_is_refused_with_its_entry(key: str, value: str) -> None:
    good = {"id": "e", "frame": "after", "source": "report", "patterns": ["as"], "matches": "a", "not": "b"}
    with pytest.raises(LexiconError, match=f"citations.yml: entry e: '{value}' is none of"):
        parse_rules([good | {key: value}], Place("citations.yml"), citation_code)


def test_no_match_begins_with_a_word_that_is_not_listed() -> None:
    for rule in citations().rules:
        assert {word.norm for word in find_words(rule.matches)} & citing_words()
