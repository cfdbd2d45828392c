from __future__ import annotations

from dataclasses import replace

from alleged.dossiers.spoken import find_spoken, tell_barren
from tests.unit.model.samples import make_text

CLEAN = "The ministry said that ships came. The map is old. Gulls sat on it. He denied that they were spies."


def test_only_sentences_with_a_verb_of_saying_are_told() -> None:
    text = make_text(CLEAN)
    told = [text.clean[sentence.start : sentence.end] for sentence in find_spoken(text)]
    assert told == ["The ministry said that ships came.", "He denied that they were spies."]
    assert tell_barren(text) == "2 of 4 sentences have a verb of saying"


def test_why_there_is_no_claim() -> None:
    text = make_text("Gulls sat on the mole. Ships came.")
    assert tell_barren(text) == "none of its 2 sentences has a verb of saying"
    assert tell_barren(replace(text, sentences=())) == "it has no sentence that could hold one"
