from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.vocabulary import Act, Basis, Kind, Realis, Role, Stance
from tests.unit.model.samples import accusation, make_text, words

TEXT = make_text()
CLAIM = accusation(TEXT)


def test_the_kind_follows_from_the_act() -> None:
    assert CLAIM.kind is Kind.OPERATION
    assert replace(CLAIM, act=Act.SANCTION).kind is Kind.RESPONSE


def test_a_claim_tells_all_its_spans() -> None:
    claim = replace(
        CLAIM,
        hedges=(words(TEXT, "purportedly"),),
        event_time=When("2024", words(TEXT, "Northwind")),
        actors=(*CLAIM.actors, Mention("implied")),
    )
    assert {span.exact for span in claim.spans()} == {
        claim.quote.exact,
        claim.content.exact,
        "accused",
        "purportedly",
        "US prosecutors",
        "seven hackers",
        "Northwind lawmakers",
        "On Monday",
        "Northwind",
    }


def test_the_same_reading_gives_the_same_id() -> None:
    assert accusation(make_text()).id == CLAIM.id


@pytest.mark.parametrize(
    "changes",
    [
        {"document": "0" * 64},
        {"text": "0" * 24},
        {"quote": words(TEXT, "US prosecutors accused")},
        {"content": words(TEXT, "seven hackers")},
        {"speaker": Speaker(Role.LAW_ENFORCEMENT, Basis.EXPLICIT, "Federal Bureau of Investigation")},
        {"speaker": replace(CLAIM.speaker, basis=Basis.INHERITED)},
        {"stance": Stance.ASSERTS},
        {"act": Act.ESPIONAGE},
        {"extractor": "other"},
        {"extractor_version": "2"},
    ],
)
def test_a_reading_that_differs_has_an_id_of_its_own(changes: dict[str, Any]) -> None:
    assert replace(CLAIM, **changes).id != CLAIM.id


@pytest.mark.parametrize(
    "changes",
    [
        {"hedges": ()},
        {"actors": ()},
        {"targets": ()},
        {"confidence": 0.5},
        {"said_time": When()},
        *({"realis": each} for each in (None, *Realis)),
    ],
)
def test_what_hangs_on_a_claim_does_not_change_which_claim_it_is(changes: dict[str, Any]) -> None:
    assert replace(CLAIM, **changes).id == CLAIM.id


def test_nobody_and_an_empty_name_are_one_in_the_id() -> None:
    nobody = replace(CLAIM, speaker=Speaker(Role.MEDIA, Basis.NARRATOR))
    empty: Claim = replace(CLAIM, speaker=Speaker(Role.MEDIA, Basis.NARRATOR, ""))
    assert nobody.id == empty.id
