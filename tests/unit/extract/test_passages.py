"""Sentences with their words and what the lexicon finds in them."""

from __future__ import annotations

import pytest

from alleged.extract.passages import Stretch, find_passages
from alleged.model.vocabulary import Act, Part, Stance
from tests.unit.extract.reading import passage, passages, place, read

SAID = "Riga said that Russian hackers allegedly stole data from the bank."


def test_a_passage_holds_what_the_lexicon_finds() -> None:
    found = passage(SAID)
    assert [cue.rule.id for cue in found.cues] == ["say"]
    assert [hedge.code for hedge in found.hedges] == [Stance.ALLEGES]
    assert [act.code.act for act in found.acts] == [Act.DATA_THEFT]
    assert [name.name.name for name in found.names] == ["Latvia", "Russia"]
    assert len(found.whole) == len(found.words) == 12


def test_passages_are_the_sentences_in_order() -> None:
    text = read("# A headline of a report\n\nOne sentence here. Another one.\n\n- An item.\n")
    found = find_passages(text)
    assert [p.sentence for p in found] == list(text.sentences)
    assert [p.sentence.part for p in found] == [Part.HEADING, Part.BODY, Part.BODY, Part.ITEM]


def test_words_are_given_on_one_line_and_spans_as_they_stand() -> None:
    found = passage(
        "The minister told the press on Monday morning that the report was written\n"
        "by two people of the central bank and a third one, a woman named Anna\n"
        "Maria\u00a0 Holt, who had once worked for the police of the city of Riga.\n"
    )
    name = place(found, "Anna Maria Holt")
    assert found.said(name) == "Anna Maria Holt"
    assert found.span(name).exact == "Anna\nMaria\u00a0 Holt"
    start, end = found.characters(name)
    assert found.text[start:end] == "Anna\nMaria\u00a0 Holt"


def test_act_words_are_looked_up_by_place() -> None:
    found = passage("They hacked the bank, stole its data and sold access to it.")
    stole = place(found, "stole its data")
    assert [act.code.act for act in found.acts_in(stole)] == [Act.DATA_THEFT]
    assert [act.code.act for act in found.acts_at(stole.start)] == [Act.DATA_THEFT]
    assert found.acts_at(stole.start + 1) == ()
    assert {act.code.act for act in found.acts_in(found.whole)} >= {Act.INTRUSION, Act.DATA_THEFT}


def test_words_between_quotation_marks_are_quoted() -> None:
    found = passage("She said “the data were stolen by them” and wrote “the bank is shut today” later.")
    around = found.quotation_around(place(found, "data").start)
    assert around == place(found, "the data were stolen by them")
    assert [w.text for i, w in enumerate(found.words) if found.is_quoted(i)] == (
        ["the", "data", "were", "stolen", "by", "them", "the", "bank", "is", "shut", "today"]
    )


@pytest.mark.parametrize("words", ["a so-called “hack” of the bank", "the “big hack” of the bank"])
def test_a_word_or_two_between_marks_is_only_called_so(words: str) -> None:
    found = passage(f"They told us about {words}.")
    assert not any(found.is_quoted(i) for i in range(len(found.words)))


def test_a_quotation_goes_on_over_sentences() -> None:
    first, second = passages("“Hackers broke into the bank. They stole the data of the bank,” she said.")
    assert first.quotations == second.quotations
    assert first.is_quoted(1)
    assert second.is_quoted(0)
    assert not second.is_quoted(place(second, "said").start)
    assert second.quotation_around(0) == place(second, "They stole the data of the bank,")


def test_a_stretch_counts_its_words_and_knows_them() -> None:
    stretch = Stretch(2, 4)
    assert [index in stretch for index in range(6)] == [False, False, True, True, False, False]
    assert (len(stretch), len(Stretch(4, 2))) == (2, 0)
