from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.dossiers.wording import (
    tell_deed,
    tell_duration,
    tell_realis,
    tell_role,
    tell_speaker,
    tell_stance,
    tell_time,
)
from alleged.model.claim import Mention, Speaker, When
from alleged.model.vocabulary import Basis, Realis, Role, Stance
from tests.unit.model.samples import accusation, denial, link, make_text, words

TEXT = make_text()


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        (Speaker(Role.VENDOR, Basis.EXPLICIT, "ESET"), "ESET"),
        (Speaker(Role.VENDOR, Basis.INHERITED, "ESET"), "ESET"),
        (Speaker(Role.MEDIA, Basis.NARRATOR, "Harbour Times"), "own voice"),
        (Speaker(Role.MEDIA, Basis.PASSIVE), "nobody named"),
        (Speaker(Role.OTHER, Basis.ANONYMOUS, None, words(TEXT, "The embassy")), "The embassy (not named)"),
        (Speaker(Role.OTHER, Basis.ANONYMOUS, "two officials"), "two officials (not named)"),
        (Speaker(Role.OTHER, Basis.ANONYMOUS), "somebody (not named)"),
        (Speaker(Role.ACCUSED, Basis.EXPLICIT, "Liu", None, "China"), "Liu for China"),
        (Speaker(Role.ACCUSED, Basis.EXPLICIT, "China", None, "China"), "China"),
        (Speaker(Role.OTHER, Basis.EXPLICIT, "A", None, None, ("B", "C")), "A, via B, via C"),
    ],
)
def test_a_speaker_in_words(speaker: Speaker, told: str) -> None:
    assert tell_speaker(speaker) == told


def test_nobody_has_no_role() -> None:
    assert tell_role(link(TEXT).speaker) == ""
    assert tell_role(denial(TEXT).speaker) == "accused"


def test_a_stance_is_never_without_its_hedges() -> None:
    assert tell_stance(accusation(TEXT)) == "alleges"
    assert tell_stance(link(TEXT)) == "alleges (purportedly)"
    twice = replace(link(TEXT), hedges=(words(TEXT, "purportedly"), words(TEXT, "called")))
    assert tell_stance(replace(twice, stance=Stance.ASSESSES)) == "assesses (purportedly, called)"


def test_a_deed_in_codes_and_names() -> None:
    claim = accusation(TEXT)
    assert tell_deed(claim) == "intrusion: GREY HERON → Northwind lawmakers"
    assert tell_deed(replace(claim, actors=())) == "intrusion → Northwind lawmakers"
    assert tell_deed(replace(claim, targets=())) == "intrusion: GREY HERON"
    assert tell_deed(replace(claim, actors=(), targets=())) == "intrusion"
    two = (Mention("A"), Mention("A"), Mention("B"))
    assert tell_deed(replace(claim, actors=(), targets=two)) == "intrusion → A; B"


@pytest.mark.parametrize(
    ("realis", "told"),
    [
        (None, ""),
        (Realis.ACTUAL, ""),
        (Realis.OTHER, "not said to have happened"),
        (Realis.GENERIC, "in general"),
    ],
)
def test_only_what_is_not_told_as_having_happened_is_noted(realis: Realis | None, told: str) -> None:
    assert tell_realis(realis) == told


def test_a_time_keeps_its_words_and_stays_open_where_it_is_open() -> None:
    monday = words(TEXT, "On Monday")
    assert tell_time(When()) == ""
    assert tell_time(When(None, monday)) == "“On Monday”, date open"
    assert tell_time(When("2024-03-25", monday)) == "2024-03-25 (“On Monday”)"
    assert tell_time(When("2021")) == "2021"
    assert tell_time(When(None, None, "P10Y")) == "at least 10 years"
    assert tell_time(When(None, monday, "P10Y")) == "“On Monday”, date open, at least 10 years"


@pytest.mark.parametrize(
    ("duration", "told"),
    [("P10Y", "10 years"), ("P1M", "1 month"), ("P3W", "3 weeks"), ("P1Y6M", "P1Y6M"), ("PT5H", "PT5H")],
)
def test_a_duration_in_words(duration: str, told: str) -> None:
    assert tell_duration(duration) == told
