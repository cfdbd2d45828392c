from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from alleged.errors import AnchorError
from alleged.model.claim import Speaker
from alleged.model.document import Place, Run, Text
from alleged.model.vocabulary import (
    Act,
    Basis,
    Ground,
    Kind,
    MediaType,
    Realis,
    RelationType,
    Role,
    Scope,
    Stance,
)
from alleged.model.wire import Provenance, Wire, claim_to_wire, find_stretches
from tests.unit.model.samples import accusation, claims, denial, link, make_text, relations, words

SCHEMA: dict[str, Any] = json.loads((files("alleged.model") / "claim.schema.json").read_text())


def wire_of(number: int, text: Text) -> Wire:
    return claim_to_wire(claims(text)[number], Provenance("report.txt", text), relations(text))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_claim_fits_the_published_schema(number: int) -> None:
    Draft202012Validator(SCHEMA).validate(wire_of(number, make_text()))


def test_the_schema_is_valid_and_asks_for_exactly_the_keys_that_are_written() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["required"] == list(SCHEMA["properties"])
    assert set(SCHEMA["required"]) == set(wire_of(0, make_text()))


@pytest.mark.parametrize(
    ("where", "codes"),
    [
        (SCHEMA["properties"]["stance"], Stance),
        (SCHEMA["properties"]["kind"], Kind),
        (SCHEMA["properties"]["act"], Act),
        (SCHEMA["properties"]["realis"]["anyOf"][0], Realis),
        (SCHEMA["properties"]["speaker_role"], Role),
        (SCHEMA["properties"]["speaker_basis"], Basis),
        (SCHEMA["properties"]["media_type"], MediaType),
        (SCHEMA["$defs"]["relation"]["properties"]["type"], RelationType),
        (SCHEMA["$defs"]["relation"]["properties"]["scope"], Scope),
        (SCHEMA["$defs"]["relation"]["properties"]["ground"], Ground),
    ],
)
def test_the_schema_lists_the_codes_of_the_vocabulary(where: dict[str, Any], codes: type[Stance]) -> None:
    assert where["enum"] == [code.value for code in codes]


@pytest.mark.parametrize("told", ["Actual", "", False, "asserts"])
def test_the_schema_knows_no_other_realis(told: object) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({**wire_of(0, make_text()), "realis": told})


@pytest.mark.parametrize(("number", "told"), [(0, "actual"), (1, None), (2, "other")])
def test_realis_is_a_plain_word_or_null(number: int, told: str | None) -> None:
    assert json.dumps(wire_of(number, make_text())["realis"]) == json.dumps(told)
    assert type(wire_of(0, make_text())["realis"]) is str


def test_a_schema_that_misses_the_speaker_is_refused() -> None:
    line = wire_of(0, make_text())
    del line["speaker_name"]
    assert not Draft202012Validator(SCHEMA).is_valid(line)


def test_the_scorers_keys() -> None:
    text = make_text()
    line = wire_of(0, text)
    start, end = line["content"]
    assert text.clean[start:end] == "seven hackers of breaking into the mail of Northwind lawmakers"
    assert line["speaker_name"] == "United States Department of Justice"
    assert (line["speaker_role"], line["stance"]) == ("law-enforcement", "alleges")
    assert (line["kind"], line["act"]) == ("operation", "intrusion")
    assert line["actor"] == ["GREY HERON"]
    assert line["target"] == ["Northwind lawmakers"]
    assert line["when"] is None
    assert line["responds_to"] == []


def test_spans_carry_their_words() -> None:
    text = make_text()
    line = wire_of(0, text)
    assert line["speaker"] == {**_at(text, "US prosecutors"), "text": "US prosecutors"}
    assert line["cue"] == {**_at(text, "accused"), "text": "accused"}
    assert line["said_words"] == {**_at(text, "On Monday"), "text": "On Monday"}


def _at(text: Text, exact: str) -> dict[str, int]:
    start = text.clean.index(exact)
    return {"start": start, "end": start + len(exact)}


def test_an_unnamed_passive_has_hedge_but_neither_speaker_nor_cue() -> None:
    line = wire_of(1, make_text())
    assert (line["speaker"], line["speaker_name"], line["cue"]) == (None, None, None)
    assert line["speaker_basis"] == "passive"
    assert [hedge["text"] for hedge in line["hedges"]] == ["purportedly"]


def test_the_documents_own_voice_has_no_speaker_name_even_if_the_engine_names_the_publisher() -> None:
    text = make_text()
    own = replace(link(text), speaker=Speaker(Role.MEDIA, Basis.NARRATOR, "Harbour Times"))
    line = claim_to_wire(own, Provenance("report.txt", text), ())
    assert line["speaker_name"] is None
    assert line["publisher"] == "Harbour Times"


def test_a_denial_names_the_claims_it_answers_and_why() -> None:
    text = make_text()
    line = wire_of(2, text)
    assert line["responds_to"] == [accusation(text).id, link(text).id]
    assert [relation["scope"] for relation in line["relations"]] == ["blanket", "blanket"]


def test_a_restatement_is_told_but_answers_nothing() -> None:
    text = make_text()
    again = [replace(relation, type=RelationType.RESTATES) for relation in relations(text)]
    line = claim_to_wire(denial(text), Provenance("report.txt", text), again)
    assert line["responds_to"] == []
    assert line["relations"]


def test_offsets_of_text_count_the_file_and_not_the_clean_text() -> None:
    text = make_text()
    start = text.clean.index("seven hackers of")
    moved = replace(
        text, runs=(Run(0, start + 5, Place(0, 7)), Run(start + 5, len(text.clean), Place(0, 100)))
    )
    line = claim_to_wire(claims(moved)[0], Provenance("report.txt", moved), ())
    assert line["offsets"] == "file"
    quote = words(text, "US prosecutors accused").start
    assert line["content"] == [
        start + 7,
        100 + len("seven hackers of breaking into the mail of Northwind lawmakers") - 5,
    ]
    assert line["quote"]["start"] == quote + 7


def test_offsets_of_html_count_the_clean_text_and_places_the_nodes() -> None:
    text = make_text(media_type=MediaType.HTML)
    cut = text.clean.index("accused")
    nodes = replace(text, runs=(Run(0, cut, Place(4, 2)), Run(cut, len(text.clean), Place(6, 0))))
    line = claim_to_wire(claims(nodes)[0], Provenance("report.html", nodes), ())
    quote = words(nodes, "US prosecutors accused").start
    assert line["offsets"] == "clean"
    assert line["quote"]["start"] == quote
    assert line["places"] == [
        {"node": 4, "start": quote + 2, "end": cut + 2},
        {"node": 6, "start": 0, "end": accusation(nodes).quote.end - cut},
    ]


def test_stretches_leave_out_what_the_reader_put_in_and_join_what_is_contiguous() -> None:
    text = make_text("ab\n\ncdef")
    runs = (Run(0, 2, Place(0, 0)), Run(4, 6, Place(0, 9)), Run(6, 8, Place(0, 11)))
    (before, after) = find_stretches(replace(text, runs=runs), words(text, "b\n\ncde"))
    assert (before.start, before.end) == (1, 2)
    assert (after.start, after.end) == (9, 12)


def test_words_that_the_file_does_not_hold_are_refused() -> None:
    text = replace(make_text(), runs=())
    with pytest.raises(AnchorError, match="the input file holds nothing of"):
        claim_to_wire(claims(text)[0], Provenance("report.txt", text), ())
