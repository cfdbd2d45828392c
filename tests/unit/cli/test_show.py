from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.unit.model.samples import accusation, denial, link, make_text
from tests.unit.model.test_wire import SCHEMA

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

TEXT = make_text()

pytestmark = pytest.mark.usefixtures("sample")


def shown(run: Run, claim_id: str) -> str:
    return " ".join(run("show", claim_id).stdout.split())


def test_the_words_stand_in_their_paragraph_with_their_pieces_marked(run: Run) -> None:
    assert (
        "On Monday, ⟦[speaker: US prosecutors] [cue: accused] [content: seven hackers of breaking into the "
        "mail of Northwind lawmakers]⟧. The group, called GREY HERON"
    ) in shown(run, accusation(TEXT).id)


def test_a_hedge_is_marked_inside_the_content(run: Run) -> None:
    told = shown(run, link(TEXT).id)
    assert "[content: The group, called GREY HERON, is [hedge: purportedly] linked" in told
    assert "nobody named (told in the passive)" in told
    assert "alleges (purportedly)" in told


def test_everything_known_is_told(run: Run) -> None:
    told = shown(run, accusation(TEXT).id)
    quote = accusation(TEXT).quote
    for known in (
        "report.txt · Prosecutors charge seven · Harbour Times · no date",
        "United States Department of Justice (law-enforcement, named at the cue, “US prosecutors”)",
        "alleges, without a hedge",
        "operation / intrusion",
        "GREY HERON (“seven hackers”)",
        "Northwind lawmakers (“Northwind lawmakers”)",
        "when not said",
        "said “On Monday”, date open",
        f"characters {quote.start} to {quote.end} of the file",
        "engine hand 1",
        TEXT.document.id,
        accusation(TEXT).id,
    ):
        assert known in told


def test_it_says_who_answers_and_what_is_answered(run: Run) -> None:
    answered = shown(run, accusation(TEXT).id)
    assert "answered by 1 claim of the ledger" in answered
    assert denial(TEXT).id[:8] in answered
    assert "disputes (blanket): “the allegations” are those told before" in answered
    answer = shown(run, denial(TEXT).id)
    assert "disputes 2 claims (blanket): “the allegations” are those told before" in answer
    assert accusation(TEXT).id[:8] in answer
    assert link(TEXT).id[:8] in answer
    assert "answered by no claim of the ledger" in answer


def test_what_is_not_said_to_have_happened_is_told_beside_its_codes(run: Run) -> None:
    assert "what operation / intrusion · not said to have happened" in shown(run, denial(TEXT).id)
    assert "what operation / intrusion actor" in shown(run, accusation(TEXT).id)


def test_a_prefix_is_enough(run: Run) -> None:
    assert run("show", link(TEXT).id[:8]).stdout == run("show", link(TEXT).id).stdout


def test_an_id_that_is_unknown_is_one_line(run: Run) -> None:
    result = run("show", "ffffffff")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "ffffffff" in result.stderr


def test_json_holds_the_claim_its_passage_and_its_answers(run: Run) -> None:
    (record,) = json.loads(run("show", link(TEXT).id, "-f", "json").stdout)
    contract = {key: value for key, value in record.items() if key in SCHEMA["properties"]}
    Draft202012Validator(SCHEMA).validate(contract)
    assert record["sources"] == ["report.txt"]
    marked = [piece["text"] for piece in record["passage"] if "hedge" in piece["labels"]]
    assert marked == ["purportedly"]
    (answer,) = record["answered_by"]
    assert (answer["id"], answer["stance"], answer["speaker_name"]) == (
        denial(TEXT).id,
        "denies",
        "Embassy of Tidewater",
    )


def test_names_are_looked_up_when_asked_for(run: Run) -> None:
    plain = run("show", accusation(TEXT).id).stdout
    told = run("show", accusation(TEXT).id, "--names").stdout
    assert told.startswith(plain)
    assert "GREY HERON (actor)" in told
    assert "GREY HERON (actor)" not in plain


def test_programs_get_every_name_with_its_candidates(run: Run) -> None:
    (record,) = json.loads(run("show", accusation(TEXT).id, "--names", "-f", "json").stdout)
    names = {one["name"]: one for one in record["names"]}
    assert names["GREY HERON"]["part"] == "actor"
    assert names["GREY HERON"]["chosen"] is None
    assert "names" not in json.loads(run("show", accusation(TEXT).id, "-f", "json").stdout)[0]
