from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.voices import (
    count_named_speakers,
    find_fuller_names,
    group_by_each_speaker,
    group_by_speaker,
)
from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Role
from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from alleged.model.claim import Claim

TEXT = make_text()


def said_by(name: str, document: str = "a" * 64) -> Claim:
    return replace(link(TEXT), speaker=Speaker(Role.GOVERNMENT, Basis.EXPLICIT, name), document=document)


def test_speakers_are_grouped_by_name_whatever_the_ground() -> None:
    again = replace(accusation(TEXT), speaker=replace(accusation(TEXT).speaker, basis=Basis.INHERITED))
    (voice,) = group_by_speaker([accusation(TEXT), again])
    assert voice.claims == (accusation(TEXT), again)


def test_own_voices_and_anonymous_speakers_of_two_documents_are_not_one() -> None:
    for speaker in (
        Speaker(Role.MEDIA, Basis.NARRATOR),
        Speaker(Role.OTHER, Basis.ANONYMOUS, "two officials"),
        Speaker(Role.MEDIA, Basis.PASSIVE),
    ):
        here = replace(link(TEXT), speaker=speaker)
        there = replace(here, document="f" * 64)
        assert len(group_by_speaker([here, there, here])) == 2


def test_one_name_for_two_principals_is_two_voices() -> None:
    speaker = denial(TEXT).speaker
    other = replace(denial(TEXT), speaker=replace(speaker, on_behalf_of="Northwind"))
    assert len(group_by_speaker([denial(TEXT), other])) == 2


def test_named_speakers_are_counted_and_nobody_else() -> None:
    own = replace(link(TEXT), speaker=Speaker(Role.MEDIA, Basis.NARRATOR, "Harbour Times"))
    assert count_named_speakers([accusation(TEXT), link(TEXT), denial(TEXT), accusation(TEXT), own]) == 2


def test_what_several_say_together_is_said_by_each() -> None:
    together, alone = said_by("Norway; Iceland"), said_by("Iceland")
    assert [voice.speaker.name for voice in group_by_speaker([together, alone])] == [
        "Norway; Iceland",
        "Iceland",
    ]
    norway, iceland = group_by_each_speaker([together, alone])
    assert (norway.speaker.name, norway.claims) == ("Norway", (together,))
    assert (iceland.speaker.name, iceland.claims) == ("Iceland", (together, alone))
    assert count_named_speakers([together, alone]) == 2


def test_a_name_with_its_state_and_without_it_is_one_voice() -> None:
    claims = [said_by("embassy in Riga"), said_by("Chinese embassy in Riga")]
    (voice,) = group_by_speaker(claims)
    assert voice.speaker.name == "Chinese embassy in Riga"
    assert voice.claims == tuple(claims)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Harbour Office", ["Norway's Harbour Office", "Finland's Harbour Office"]),
        ("Harbour Office", ["National Harbour Office"]),
        ("Harbour Office", ["Head of Norway's Harbour Office"]),
        ("Norway", ["New Norway"]),
        ("Norway's Harbour Office", ["Harbour Office of Norway"]),
    ],
)
def test_names_that_may_be_of_others_stay_apart(name: str, others: list[str]) -> None:
    claims = [said_by(each) for each in (name, *others)]
    assert find_fuller_names(claims) == {}
    assert len(group_by_speaker(claims)) == len(claims)


def test_another_document_makes_no_name_longer() -> None:
    claims = [said_by("Harbour Office"), said_by("Norway's Harbour Office", "b" * 64)]
    assert len(group_by_speaker(claims)) == 2
