from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.voices import (
    Body,
    count_named_speakers,
    find_fuller_names,
    group_by_each_speaker,
    group_by_speaker,
    list_names,
    tell_names,
)
from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Role
from alleged.resolve.bodies import ACRONYM, DECIDED
from alleged.resolve.grouping import Edge
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


def one_body(*names: str, strength: float = ACRONYM) -> dict[str, Body]:
    edges = tuple(Edge(names[0], other, strength, f"a.txt introduces {other}") for other in names[1:])
    return dict.fromkeys(names, Body(names, edges))


def test_names_of_one_body_are_one_voice_that_tells_them_all() -> None:
    claims = [said_by("HSO"), said_by("Harbour Survey Office", "b" * 64), said_by("HSO", "c" * 64)]
    voice, other = group_by_each_speaker(
        [*claims, said_by("Norway")], one_body("HSO", "Harbour Survey Office")
    )
    assert (voice.speaker.name, voice.names) == ("HSO", ("Harbour Survey Office",))
    assert voice.reason == "suggested: a.txt introduces Harbour Survey Office"
    assert tell_names(voice.names, voice.reason) == f"also as: Harbour Survey Office ({voice.reason})"
    assert voice.claims == tuple({claim.id: claim for claim in claims}.values())
    assert (other.speaker.name, other.names, other.reason) == ("Norway", (), "")


def test_the_name_that_is_used_most_goes_first_then_the_longest() -> None:
    bodies = one_body("HSO", "Harbour Survey Office")
    (voice,) = group_by_each_speaker([said_by("HSO"), said_by("Harbour Survey Office")], bodies)
    assert voice.speaker.name == "Harbour Survey Office"


def test_a_voice_with_one_of_the_names_tells_no_other() -> None:
    (voice,) = group_by_each_speaker([said_by("HSO")], one_body("HSO", "Harbour Survey Office"))
    assert (voice.speaker.name, voice.names, voice.reason) == ("HSO", (), "")


def test_what_a_person_decided_is_not_called_a_suggestion() -> None:
    bodies = one_body("HSO", "Harbour Survey Office", strength=DECIDED)
    (voice,) = group_by_each_speaker([said_by("HSO"), said_by("Harbour Survey Office")], bodies)
    assert not voice.reason.startswith("suggested")


def test_who_speaks_for_somebody_or_has_no_name_is_joined_to_nobody() -> None:
    bodies = one_body("HSO", "Harbour Survey Office")
    speaker = said_by("HSO").speaker
    for other in (
        replace(speaker, on_behalf_of="Norway"),
        replace(speaker, basis=Basis.ANONYMOUS),
        replace(speaker, basis=Basis.NARRATOR),
    ):
        claims = [said_by("Harbour Survey Office"), replace(said_by("HSO"), speaker=other)]
        assert len(group_by_each_speaker(claims, bodies)) == 2
        assert list(list_names(claims)) == ["Harbour Survey Office"]


def test_what_a_body_says_together_with_itself_is_said_once() -> None:
    together = said_by("HSO; Harbour Survey Office")
    (voice,) = group_by_each_speaker([together], one_body("HSO", "Harbour Survey Office"))
    assert voice.claims == (together,)


def test_a_ministry_without_a_state_is_one_of_its_own_in_each_document() -> None:
    here, there = said_by("Foreign Ministry"), said_by("Foreign Ministry", "f" * 64)
    assert len(group_by_each_speaker([here, there])) == len(group_by_speaker([here, there])) == 2
    named = [said_by("Norway's Foreign Ministry"), said_by("Norway's Foreign Ministry", "f" * 64)]
    assert len(group_by_each_speaker(named)) == 1
