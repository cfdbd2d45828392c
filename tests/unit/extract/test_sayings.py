"""Propositions: what each voice says, cut into clauses."""

from __future__ import annotations

import pytest

from alleged.extract.passages import Stretch
from alleged.extract.sayings import trimmed
from alleged.model.vocabulary import Act, Basis, Genre, Role, Stance
from tests.unit.extract.reading import claims, contents, passage, place


def test_a_report_of_two_deeds_is_two_claims() -> None:
    words = "The bank said hackers broke into its network and stole the data of its customers."
    found = claims(words)
    assert contents(found) == ["hackers broke into its network", "stole the data of its customers"]
    assert {claim.speaker.name for claim in found} == {"bank"}


def test_a_report_without_a_deed_is_a_comment() -> None:
    (found,) = claims("The bank said the winter was long.")
    assert (found.content.exact, found.act) == ("the winter was long", Act.COMMENT)


def test_a_find_without_a_deed_is_no_claim() -> None:
    assert claims("Researchers found a coin in the garden.") == ()


def test_the_document_speaks_where_nobody_is_reported() -> None:
    (found,) = claims("Hackers stole the data of the bank.")
    assert found.speaker.basis is Basis.NARRATOR
    assert found.cues == ()


@pytest.mark.parametrize(
    "words",
    [
        "The garden was green in the spring.",
        "They stole it.",
        "The theft of data from the bank.",
        "Data theft, phishing, spyware and ransomware, " + ", ".join(["malware"] * 60) + " were stolen.",
    ],
)
def test_the_document_makes_no_claim_of_other_words(words: str) -> None:
    assert claims(words) == ()


def test_a_charge_is_told_and_its_ground_is_alleged() -> None:
    charge, ground = claims("Prosecutors charged two men with hacking the bank.")
    assert (charge.content.exact, charge.act) == ("Prosecutors charged two men", Act.INDICT)
    assert (charge.speaker.basis, charge.stance) == (Basis.NARRATOR, Stance.ASSERTS)
    assert (ground.content.exact, ground.act) == ("hacking the bank", Act.INTRUSION)
    assert (ground.speaker.name, ground.stance) == ("Prosecutors", Stance.ALLEGES)


def test_what_the_accuser_did_is_told_by_the_document() -> None:
    words = "Latvia accused the firm of espionage and imposed sanctions on two of its officers."
    accusation, sanction = claims(words, genre=Genre.VENDOR_BLOG)
    assert (accusation.speaker.name, accusation.stance) == ("Latvia", Stance.ALLEGES)
    assert (sanction.act, sanction.stance) == (Act.SANCTION, Stance.ASSERTS)
    assert (sanction.speaker.basis, sanction.speaker.role) == (Basis.NARRATOR, Role.VENDOR)


def test_a_second_report_is_not_said_by_the_first_speaker() -> None:
    words = "The bank said hackers stole its data, and the police said they had left the city."
    found = claims(words)
    assert [(c.content.exact, c.speaker.name) for c in found] == [
        ("hackers stole its data", "bank"),
        ("they had left the city", "police"),
    ]


@pytest.mark.parametrize("quoted", ["“They broke in.”", "“They broke in,”"])
def test_marks_are_no_part_of_a_content(quoted: str) -> None:
    found = claims(f"Anna Holt said: {quoted}")
    assert contents(found) == ["They broke in"]


@pytest.mark.parametrize(
    ("stretch", "left"),
    [
        (", hackers stole data,", "hackers stole data"),
        ("hackers stole data and", "hackers stole data"),
        ("stole data, (all of it)", "stole data, (all of it)"),
        ("and they broke in", "and they broke in"),
        ("broke in", "broke in"),
    ],
)
def test_what_a_cut_leaves_over_is_trimmed(stretch: str, left: str) -> None:
    of = passage("So, hackers stole data, (all of it) and hackers stole data and they broke in.")
    inside = trimmed(of, place(of, stretch))
    assert of.said(inside) == left


def test_a_stretch_of_marks_is_trimmed_to_nothing() -> None:
    of = passage("So – it – ends.")
    assert len(trimmed(of, Stretch(1, 2))) == 0
