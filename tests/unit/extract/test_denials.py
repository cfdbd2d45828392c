"""An accused speaker who contradicts goes on denying."""

from __future__ import annotations

import pytest

from alleged.model.vocabulary import Role, Stance
from tests.unit.extract.reading import claim, claim_of, claims

DENIAL = "The embassy denied the allegations. "


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("The report has no value", Stance.DENIES),
        ("Nothing in it is true", Stance.DENIES),
        ("The state isn't a hacker", Stance.DENIES),
        ("The report is not only about the bank", Stance.ASSERTS),
        ("The US hacked the bank", Stance.ASSERTS),
    ],
)
def test_what_a_denying_speaker_says_with_a_no_is_a_denial(content: str, stance: Stance) -> None:
    found = claim_of(content, f"{DENIAL}“{content},” the embassy said.")
    assert found.stance is stance


def test_a_no_of_anybody_else_is_no_denial() -> None:
    content = "The report has no value"
    found = claim_of(content, f"{DENIAL}“{content},” the police said.")
    assert found.stance is Stance.ASSERTS


def test_who_denies_an_accusation_is_accused() -> None:
    found = claim_of("the allegations", f"Latvia accused China of espionage. {DENIAL}")
    assert (found.speaker.role, found.stance) == (Role.ACCUSED, Stance.DENIES)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("The police denied the report of the bank.", Role.LAW_ENFORCEMENT),
        ("The embassy said the bank was not hacked.", Role.DIPLOMAT),
    ],
)
def test_others_keep_their_role(words: str, role: Role) -> None:
    found = claim(words)
    assert (found.stance, found.speaker.role) == (Stance.DENIES, role)


def test_a_denying_speaker_who_accuses_does_so_in_the_role_of_the_office() -> None:
    found = claim_of("the US hacked the bank", f"{DENIAL}The embassy said the US hacked the bank.")
    assert (found.stance, found.speaker.role) == (Stance.ASSERTS, Role.DIPLOMAT)


@pytest.mark.parametrize(
    "words",
    [
        "Anna Holt said that the arrests were politically motivated.",
        "APT31 ran politically motivated attacks.",
    ],
)
def test_a_motive_is_no_denial(words: str) -> None:
    assert [found.stance for found in claims(words)] == [Stance.ASSERTS]
