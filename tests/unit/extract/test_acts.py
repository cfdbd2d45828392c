"""What a clause says was done."""

from __future__ import annotations

import pytest

from alleged.extract.acts import (
    begins_without_subject,
    carries_claim,
    find_deed,
    has_verb,
    is_done_to,
)
from alleged.model.vocabulary import Act
from tests.unit.extract.reading import passage, place


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Hackers stole the data of the bank.", Act.DATA_THEFT),
        ("The group sent its ransomware to the bank.", Act.RANSOMWARE),
        ("The group phished the staff of the bank.", Act.PHISHING),
        ("The firm is a front company for the ministry.", Act.FRONT_FOR),
        ("The group is backed by the state.", Act.SPONSORED_BY),
        ("The group is based in Minsk.", Act.LOCATED_IN),
        ("The police arrested two suspects.", Act.ARREST),
        ("The ministry imposed sanctions on two officers.", Act.SANCTION),
        ("The aim of the attack was to scare voters.", Act.MOTIVE),
        ("Hackers targeted the bank.", Act.OTHER_OPERATION),
        ("The NSA targeted the bank.", Act.OTHER_OPERATION),
        ("The US Treasury Department targeted the firm.", Act.OTHER_RESPONSE),
        ("The weather was fine.", None),
    ],
)
def test_a_clause_has_an_act(words: str, act: Act | None) -> None:
    of = passage(words)
    deed = find_deed(of, of.whole)
    assert (deed.act if deed else None) is act


@pytest.mark.parametrize(
    ("words", "told_by"),
    [
        ("The attack was a data theft.", "data theft"),
        ("They hacked the bank and attacked the school.", "hacked"),
        ("Hackers linked to Russia attacked the bank.", "attacked"),
    ],
)
def test_the_loudest_words_tell_it_and_the_first_of_equals(words: str, told_by: str) -> None:
    of = passage(words)
    deed = find_deed(of, of.whole)
    assert deed is not None
    assert (deed.match.start, deed.match.end) == (place(of, told_by).start, place(of, told_by).end)


def test_words_outside_the_clause_tell_nothing() -> None:
    of = passage("They hacked the bank and the weather was fine.")
    assert find_deed(of, place(of, "the weather was fine")) is None


@pytest.mark.parametrize(
    ("words", "carries"),
    [
        ("Hackers stole the data of the bank.", True),
        ("The gang was active in the campaign.", True),
        ("The campaign of the mayor was long.", False),
        ("The weather was fine.", False),
    ],
)
def test_weak_words_carry_a_claim_only_with_an_actor(words: str, carries: bool) -> None:
    of = passage(words)
    assert carries_claim(of, of.whole) is carries


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("the bank was shut", True),
        ("the bank closed", True),
        ("hackers stole data", True),
        ("the hacking of the bank", False),
        ("a theft of data", False),
    ],
)
def test_a_statement_has_a_verb(words: str, states: bool) -> None:
    of = passage(f"{words}.")
    assert has_verb(of, of.whole) is states


@pytest.mark.parametrize(
    ("clause", "hangs"),
    [
        ("stole the data", True),
        ("in order to sell it", True),
        ("even the data", True),
        ("seeking the data", True),
        ("the data were sold", False),
        ("hackers sold it", False),
    ],
)
def test_a_clause_may_hang_on_a_subject_before_it(clause: str, hangs: bool) -> None:
    of = passage(f"They hit the bank and {clause}.")
    assert begins_without_subject(of, place(of, clause).start) is hangs


@pytest.mark.parametrize(
    ("words", "passive"),
    [
        ("The bank was hacked.", True),
        ("Two men were charged.", True),
        ("The bank was hit by hackers.", True),
        ("They hacked the bank.", False),
        ("The firm was behind the attack.", False),
        ("They charged two men.", False),
    ],
)
def test_in_the_passive_it_is_done_to_the_subject(words: str, passive: bool) -> None:
    of = passage(words)
    deed = find_deed(of, of.whole)
    assert deed is not None
    assert is_done_to(of, deed.match) is passive


def test_an_authority_that_targets_does_what_the_sentence_says_before() -> None:
    words = "London sanctioned a firm, with the US Treasury Department targeting two officers."
    said = passage(words)
    deed = find_deed(said, place(said, "with the US Treasury Department targeting two officers"))
    assert deed is not None
    assert deed.act is Act.SANCTION
