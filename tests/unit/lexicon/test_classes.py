"""Closed classes of words and nouns that stand for somebody: sets of words that a text can hold."""

from __future__ import annotations

from dataclasses import fields

import pytest

from alleged.lexicon.grammar import Grammar, content_words, grammar
from alleged.lexicon.nominals import Nominals, nominals
from alleged.lexicon.rules import read_yaml
from alleged.lexicon.words import is_normal

CLASSES = {
    f"{table.__name__.lower()}.{field.name}": getattr(known, field.name)
    for table, known in ((Grammar, grammar()), (Nominals, nominals()))
    for field in fields(table)
}


@pytest.mark.parametrize("name", CLASSES)
def test_every_word_of_a_class_can_stand_in_a_text(name: str) -> None:
    assert CLASSES[name]
    assert sorted(word for word in CLASSES[name] if not is_normal(word)) == []


@pytest.mark.parametrize(("file", "table"), [("grammar.yml", Grammar), ("nominals.yml", Nominals)])
def test_every_class_of_a_file_is_used(file: str, table: type) -> None:
    assert set(read_yaml(file)) == {field.name for field in fields(table)}


@pytest.mark.parametrize(("file"), ["grammar.yml", "nominals.yml"])
def test_no_class_names_a_word_twice(file: str) -> None:
    twice = {name: [w for w in set(words) if words.count(w) > 1] for name, words in read_yaml(file).items()}
    assert {name: words for name, words in twice.items() if words} == {}


def test_content_words_carry_meaning() -> None:
    text = "The hackers had not stolen it from the bank of Riga, in 2021: no!"
    assert content_words(text) == {"hackers", "stolen", "bank", "riga", "2021"}


def test_a_text_without_meaning_has_none() -> None:
    assert content_words("And so it is, as ever.") == frozenset()
