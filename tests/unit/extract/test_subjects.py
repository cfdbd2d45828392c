"""Who reports and who is accused: the phrases around a cue."""

from __future__ import annotations

import pytest

from alleged.extract.passages import Stretch
from alleged.extract.subjects import (
    accused_after,
    find_agent,
    find_ground,
    find_main_subject,
    find_owner,
    find_subject,
    without_ground,
)
from tests.unit.extract.reading import passage, place


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("The bank said it was hit.", "The bank"),
        ("The bank closed its site and said it was hit.", "The bank"),
        ("On Monday, the bank closed its site, saying it was hit.", "the bank"),
        ("said it was hit", None),
    ],
)
def test_a_cue_has_a_subject(words: str, subject: str | None) -> None:
    of = passage(f"{words}.".replace("..", "."))
    found = find_subject(of, of.cues[-1])
    assert (of.said(found) if found else None) == subject


def test_the_main_subject_is_that_of_the_cue_before() -> None:
    of = passage("Riga said the bank was shut, adding that it was hit.")
    found = find_main_subject(of, of.cues[-1].start)
    assert found is not None
    assert of.said(found) == "Riga"


@pytest.mark.parametrize(
    ("words", "before", "owner"),
    [
        ("Riga's claim that it was hit.", "Riga's", "Riga"),
        ("Riga repeated its claim that it was hit.", "its", "Riga"),
        ("Riga heard a claim that it was hit.", "a", None),
    ],
)
def test_an_accusation_has_an_owner(words: str, before: str, owner: str | None) -> None:
    of = passage(words)
    found = find_owner(of, of.cues[-1], place(of, before))
    assert (of.said(found) if found else None) == owner


@pytest.mark.parametrize(
    ("words", "agent"),
    [
        ("Iran was accused by Latvia.", "Latvia"),
        ("Iran was accused on Monday by the Bank of Latvia.", "the Bank of Latvia"),
        ("Iran was accused, by all of them.", None),
        ("Iran was accused of it.", None),
    ],
)
def test_an_agent_follows_by(words: str, agent: str | None) -> None:
    of = passage(words)
    found = find_agent(of.words, of.cues[-1].end)
    assert (of.said(found) if found else None) == agent


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("Latvia of theft", "Latvia"),
        ("the Bank of Latvia of theft", "the Bank of Latvia"),
        ("Latvia", "Latvia"),
    ],
)
def test_a_ground_is_no_part_of_an_agent(phrase: str, left: str) -> None:
    of = passage(f"Iran was accused by {phrase}.")
    found = without_ground(of.words, place(of, phrase))
    assert found is not None
    assert of.said(found) == left


@pytest.mark.parametrize(
    ("words", "accused"),
    [
        ("Riga accused Iran of theft.", "Iran of theft"),
        ("Riga blamed the theft on Iran.", "Iran"),
        ("Riga attributed the theft to Iran.", "Iran"),
    ],
)
def test_the_accused_stand_first_or_after_their_preposition(words: str, accused: str) -> None:
    of = passage(words)
    cue = of.cues[0]
    found = accused_after(of.words, cue, Stretch(cue.end, len(of.words) - 1))
    assert of.said(found) == accused


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("Riga charged two men with theft.", "with"),
        ("Riga charged two officers of Iran with theft.", "with"),
        ("Two men face charges of theft.", "of"),
        ("Riga charged two men.", None),
    ],
)
def test_a_ground_has_a_preposition(words: str, ground: str | None) -> None:
    of = passage(words)
    found = find_ground(of.words, of.cues[0])
    assert (of.words[found].text if found is not None else None) == ground
