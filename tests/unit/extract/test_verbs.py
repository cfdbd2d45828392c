"""Whether a word that could be a cue is a verb of reporting where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.extract.verbs import (
    heads_clause,
    is_epithet,
    is_naming,
    is_no_verb,
    is_participle,
    is_reduced,
    is_reduced_passive,
)
from tests.unit.extract.reading import passage

if TYPE_CHECKING:
    from alleged.extract.passages import Passage
    from alleged.lexicon.rules import CueCode, Match


def last_cue(words: str) -> tuple[Passage, Match[CueCode]]:
    of = passage(words)
    return of, of.cues[-1]


@pytest.mark.parametrize(
    ("words", "is_none"),
    [
        ("The bank said it was hit.", False),
        ("The bank later said it was hit.", False),
        ("They had no say in it.", True),
        ("They went on to say it was hit badly.", False),
        ("It is hard to say.", True),
        ("The claims were wide.", True),
        ("In court documents, it was hit.", True),
        ("The tool was written in Go.", False),
        ("A tool written in Go was used.", True),
        ("The page cannot add guests.", True),
    ],
)
def test_nouns_infinitives_and_idle_verbs_report_nothing(words: str, is_none: bool) -> None:
    of, cue = last_cue(words)
    assert is_no_verb(of.words, cue) is is_none


@pytest.mark.parametrize(
    ("words", "hangs"),
    [
        ("The bank shut, warning that it was hit.", True),
        ("Warning that it was hit, the bank shut.", True),
        ("The bank is warning that it was hit.", False),
        ("The bank warned that it was hit.", False),
    ],
)
def test_a_participle_hangs_on_the_main_clause(words: str, hangs: bool) -> None:
    of = passage(words)
    assert is_participle(of.words, of.cues[0].start) is hangs


@pytest.mark.parametrize(
    ("words", "reduced"),
    [
        ("A group believed to be in Asia left.", True),
        ("The bank believed it was hit.", False),
        ("The group is linked to Iran.", False),
    ],
)
def test_a_belief_after_a_noun_is_nobodys(words: str, reduced: bool) -> None:
    of, cue = last_cue(words)
    assert is_reduced(of.words, cue) is reduced


@pytest.mark.parametrize(
    ("words", "reduced"),
    [
        ("A man accused of theft left.", True),
        ("A group linked to Iran left.", True),
        ("Latvia accused Iran of theft.", False),
    ],
)
def test_an_accusation_after_a_noun_has_no_accuser(words: str, reduced: bool) -> None:
    of, cue = last_cue(words)
    assert is_reduced_passive(of.words, cue) is reduced


@pytest.mark.parametrize(
    ("words", "epithet"),
    [
        ("A group linked to Iran left.", True),
        ("A group is linked to Iran.", False),
        ("The attack attributed to Iran went on.", False),
        ("A man accused of theft left.", False),
    ],
)
def test_a_link_after_a_noun_only_tells_whose_it_is(words: str, epithet: bool) -> None:
    of, cue = last_cue(words)
    assert is_epithet(of.words, cue) is epithet


def test_what_something_is_counted_as_is_no_report() -> None:
    of, cue = last_cue("A firm identified as a front left.")
    assert is_naming(of.words, cue)


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("The bank said it was hit.", True),
        ("The bank shut and said it was hit.", False),
        ("The bank shut, saying it was hit.", False),
    ],
)
def test_a_main_verb_has_a_subject_of_its_own(words: str, heads: bool) -> None:
    of, cue = last_cue(words)
    assert heads_clause(of.words, cue.start) is heads
