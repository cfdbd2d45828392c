from __future__ import annotations

from dataclasses import replace

from alleged.model.addition import find_adder, name_addition
from alleged.model.vocabulary import Stance
from tests.unit.model.samples import accusation, denial, make_text

TEXT = make_text()


def test_an_addition_tells_who_made_it_whatever_they_are_called() -> None:
    for who in ("anna", "Anna: the second", "Åsa 🦉"):
        assert find_adder(name_addition(who, denial(TEXT))) == who


def test_engines_are_no_additions() -> None:
    names = ("neural", "lexicon", "by-hand", "by-hand:", "by-hand:anna", "by-hand::3fa81c2e91bc")
    assert [find_adder(name) for name in names] == [None] * len(names)


def test_each_claim_has_an_extractor_of_its_own_and_the_same_claim_the_same() -> None:
    claim = denial(TEXT)
    other = replace(claim, stance=Stance.DECLINES)
    names = {name_addition("anna", each) for each in (claim, other, accusation(TEXT), replace(claim))}
    assert len(names) == 3
    assert name_addition("ben", claim) not in names
