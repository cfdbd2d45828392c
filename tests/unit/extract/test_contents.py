"""Where the content of a report begins and ends."""

from __future__ import annotations

import pytest

from alleged.extract.contents import (
    after_description,
    after_hearer,
    clause_around,
    content_after,
    end_before_rejection,
    stands_before,
    start_of_refused,
)
from alleged.extract.passages import Stretch
from alleged.extract.subjects import find_subject
from tests.unit.extract.reading import passage, place


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("“It was hit badly,” the bank said.", True),
        ("It was hit badly, the bank said.", True),
        ("It was hit badly, said the bank on Monday.", True),
        ("It was hit badly, the bank said in a statement on Monday.", True),
        ("The bank said it was hit badly.", False),
        ("When it was hit, the bank said that it was shut.", False),
        ("“We are shut,” the bank said, “and will be shut for long.”", True),
    ],
)
def test_a_content_stands_before_or_after_its_cue(words: str, before: bool) -> None:
    of = passage(words)
    cue = of.cues[0]
    assert stands_before(of, cue, find_subject(of, cue)) is before


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("It said that the bank was hit.", "the bank was hit."),
        ("It said: that, the bank was hit.", "the bank was hit."),
        ("It said the bank was hit.", "the bank was hit."),
    ],
)
def test_marks_and_joining_words_are_stepped_over(words: str, content: str) -> None:
    of = passage(words)
    assert of.said(content_after(of, of.cues[0].start + 1)) == content


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("It told Reuters that the bank was hit.", "the"),
        ("It told Reuters the bank was hit.", "Reuters"),
        ("It said on Monday that the bank was hit.", "the"),
        ("It said the police that came was late.", "the"),
    ],
)
def test_who_heard_it_is_stepped_over_up_to_that(words: str, first: str) -> None:
    of = passage(words)
    assert of.words[after_hearer(of.words, of.cues[0])].text == first


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Iran is accused of theft in Riga.", "Iran is accused of theft in Riga."),
        ("In May, Iran was accused of theft.", "Iran was accused of theft."),
        ("Iran, which is accused of theft, met Riga.", "Iran, which is accused of theft"),
    ],
)
def test_a_passive_accusation_is_a_clause(words: str, clause: str) -> None:
    of = passage(words)
    assert of.said(clause_around(of, of.cues[0])) == clause


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("According to Holt, it was hit.", "it was hit."),
        ("According to Holt, the minister, it was hit.", "it was hit."),
        ("According to Holt, who is a minister, it was hit.", "it was hit."),
        ("According to Holt (a minister), it was hit.", "it was hit."),
        ("According to Holt, banks, schools and firms were hit.", "banks, schools and firms were hit."),
    ],
)
def test_a_description_of_the_speaker_is_stepped_over(words: str, rest: str) -> None:
    of = passage(words)
    after = after_description(of.words, place(of, "Holt").end)
    assert of.said(Stretch(after, len(of.words))) == rest


def test_a_claim_ends_before_the_verb_that_rejects_it() -> None:
    of = passage("The claim that it spied on Riga was later dismissed by Iran.")
    start = place(of, "it spied").start
    assert of.said(Stretch(start, end_before_rejection(of, start))) == "it spied on Riga"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("It declined to comment on the theft.", "the"),
        ("It did not name the group.", "the"),
        ("It did not say who did it.", "who"),
        ("It declined to comment.", "declined"),
    ],
)
def test_what_is_refused_begins_after_its_preposition(words: str, first: str) -> None:
    of = passage(words)
    assert of.words[start_of_refused(of.words, of.cues[0])].text == first
