"""Noun phrases before and after a verb, and what stands before it."""

from __future__ import annotations

import pytest

from alleged.extract.phrases import (
    end_before_verb,
    is_infinitive,
    is_noun_here,
    is_passive,
    is_pronoun,
    phrase_after,
    phrase_before,
)
from alleged.lexicon.words import find_words


def before(sentence: str, verb: str) -> str | None:
    words = find_words(sentence)
    phrase = phrase_before(words, index(sentence, verb))
    return sentence[words[phrase.start].start : words[phrase.end - 1].end] if phrase else None


def after(sentence: str, first: str) -> str | None:
    words = find_words(sentence)
    phrase = phrase_after(words, index(sentence, first))
    return sentence[words[phrase.start].start : words[phrase.end - 1].end] if phrase else None


def index(sentence: str, word: str) -> int:
    return [w.text for w in find_words(sentence)].index(word)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Holt said so", "Holt"),
        ("it said so", "it"),
        ("the bank said so", "the bank"),
        ("AT&T said so", "AT&T"),
        ("the agency's director said so", "the agency's director"),
        ("the hacking group said so", "the hacking group"),
        ("two alleged hackers said so", "two alleged hackers"),
        ("Kaspersky Lab researchers said so", "Kaspersky Lab researchers"),
        ("Officials in London on Monday said so", "Officials in London"),
    ],
)
def test_a_subject_is_a_noun_phrase(sentence: str, phrase: str) -> None:
    assert before(sentence, "said") == phrase


@pytest.mark.parametrize(
    "helpers", ["also", "has", "has repeatedly", "then quickly", "in turn", "would not", "never", "recently"]
)
def test_adverbs_and_auxiliaries_are_stepped_over(helpers: str) -> None:
    assert before(f"the bank {helpers} said so", "said") == "the bank"


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Holt, the foreign minister, said so", "Holt, the foreign minister"),
        ("Holt – a minister – said so", "Holt – a minister"),
        ("Holt (a minister) said so", "Holt (a minister)"),
        ("the agency (CISA) said so", "the agency (CISA)"),
        ("a spokesman for the ministry, Jan Berg, said so", "a spokesman for the ministry, Jan Berg"),
        ("Holt, the minister “for all” of us, said so", "Holt, the minister “for all” of us"),
        ("Holt, who was in Riga, said so", "Holt, who was in Riga"),
    ],
)
def test_what_stands_between_subject_and_verb_belongs_to_the_subject(sentence: str, phrase: str) -> None:
    assert before(sentence, "said") == phrase


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [("the statement that said so", "the statement"), ("the firm which said so", "the firm")],
)
def test_a_relative_pronoun_stands_for_what_it_follows(sentence: str, phrase: str) -> None:
    assert before(sentence, "said") == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "The FBI and CISA",
        "The NSA, CISA, and FBI",
        "NATO, Latvia and the EU",
        "two officials from the US and Britain",
    ],
)
def test_an_enumeration_is_one_phrase(phrase: str) -> None:
    assert before(f"{phrase} said so", "said") == phrase


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("After the attack, Holt said so", "Holt"),
        ("when it was hit, the bank said so", "the bank"),
        ("the bank was hit by hackers, it said", "it"),
        ("“It was hit,” Holt said", "Holt"),
        ("It was hit and the bank said so", "the bank"),
        ("hackers broke in, Holt said", "Holt"),
        ("Meanwhile Holt said", "Holt"),
    ],
)
def test_a_clause_before_the_subject_is_left_out(sentence: str, phrase: str) -> None:
    assert before(sentence, "said") == phrase


@pytest.mark.parametrize("sentence", ["said Holt", "“It was hit,” said Holt", "; said Holt"])
def test_without_a_subject_before_it_there_is_none(sentence: str) -> None:
    assert before(sentence, "said") is None


@pytest.mark.parametrize(
    ("sentence", "first", "phrase"),
    [
        ("said Jan Berg, the spokesman", "Jan", "Jan Berg"),
        ("according to the foreign ministry of China, hackers", "the", "the foreign ministry of China"),
        ("said the director of the FBI on Monday", "the", "the director of the FBI"),
        ("said two people familiar with it", "two", "two people familiar"),
        ("by the hackers and their helpers", "the", "the hackers and their helpers"),
        ("by Cisco Talos researchers who", "Cisco", "Cisco Talos researchers"),
        ("by a group working for China", "a", "a group"),
        ("the firm is", "the", "the firm"),
        ("said on Monday", "on", None),
        ("to the", "the", None),
    ],
)
def test_a_phrase_ends_where_closed_words_end_it(sentence: str, first: str, phrase: str | None) -> None:
    assert after(sentence, first) == phrase


@pytest.mark.parametrize("word", ["it", "She", "us", "I", "They"])
def test_pronouns_stand_for_somebody(word: str) -> None:
    assert is_pronoun(find_words(word)[0])


@pytest.mark.parametrize("word", ["US", "U.S.", "IT", "Us-based", "bank"])
def test_names_in_capitals_are_no_pronouns(word: str) -> None:
    assert not is_pronoun(find_words(word)[0])


@pytest.mark.parametrize(
    ("sentence", "word", "is_noun"),
    [
        ("the claims are false", "claims", True),
        ("its claims are false", "claims", True),
        ("China's claims are false", "claims", True),
        ("China claims to know", "claims", False),
        ("he claims to know", "claims", False),
        ("that claims to know", "claims", False),
        ("claims to know", "claims", False),
    ],
)
def test_a_word_after_a_determiner_is_a_noun(sentence: str, word: str, is_noun: bool) -> None:
    assert is_noun_here(find_words(sentence), index(sentence, word)) is is_noun


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("it was blamed", True),
        ("they have been widely blamed", True),
        ("it was later publicly blamed", True),
        ("got blamed", True),
        ("they blamed it", False),
        ("they have blamed it", False),
        ("blamed", False),
    ],
)
def test_a_passive_has_a_form_of_be_before_it(sentence: str, passive: bool) -> None:
    assert is_passive(find_words(sentence), index(sentence, "blamed")) is passive


def test_an_infinitive_follows_to() -> None:
    words = find_words("say to say")
    assert [is_infinitive(words, at) for at in (0, 2)] == [False, True]


def test_a_subject_ends_before_the_helpers_of_its_verb() -> None:
    words = find_words("the flaw was first found")
    assert end_before_verb(words, 4) == 2
