from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY)


def first_id(run: Run) -> str:
    identity: str = json.loads(run("incidents", "-f", "jsonl").stdout.splitlines()[0])["id"]
    return identity


def test_the_list_tells_documents_origins_stances_and_denials(run: Run) -> None:
    result = run("incidents", "--limit", "1")
    assert "3 documents, 3 origins; independence not" in result.stdout
    assert "denied (specific, blanket)" in result.stdout
    assert "2024-03-25 to 2024-03-26" in result.stdout
    assert "United Kingdom" in result.stdout
    assert "denies 2" in result.stdout
    assert result.stderr == "1 of 2 incidents; alleged incident ID shows one\n"


def test_the_list_for_programs(run: Run) -> None:
    first, counter = json.loads(run("incidents", "-f", "json").stdout)
    assert (first["documents"], first["origins"], first["suspected_of_flood"]) == (3, 3, 0)
    assert first["independence"] == "independence not established"
    assert first["denied"] == ["specific", "blanket"]
    assert len(first["claim_ids"]) == first["claims"]
    assert counter["denied"] == []
    (row, _) = csv.DictReader(io.StringIO(run("incidents", "-f", "csv").stdout))
    assert row["stances"].startswith("asserts ")


def test_an_incident_shows_every_answer_with_who_gives_it(run: Run) -> None:
    told = run("incident", first_id(run)).stdout
    for words in ("thousands of voters", "millions of voters", "over a decade", "14 years"):
        assert words in told
    who = told[told.index("who did it") : told.index("to whom")]
    for words in ("United Kingdom", "alleges", "Norway", "assesses", "denies", "own voice", "asserts"):
        assert words in who
    assert told.index("who did it") < told.index("who answers") < told.index("why these claims")
    assert "(specific)" in told
    assert "(blanket)" in told
    assert "--reject --why" in told


def test_how_to_undo_it_names_two_claims_and_works(run: Run) -> None:
    told = run("incident", first_id(run)).stdout
    _, _, undo = told.partition("to take two claims apart: alleged ")
    command = [*undo.split()[:5], "--why", "two thefts"]
    assert run(*command).exit_code == 0
    one, other = command[2:4]
    held = [record["claim_ids"] for record in json.loads(run("incidents", "-f", "json").stdout)]
    assert not any({one, other} <= {claim[:8] for claim in ids} for ids in held)


def test_an_incident_for_programs_keeps_stance_and_hedge(run: Run) -> None:
    records = json.loads(run("incident", first_id(run), "-f", "json").stdout)
    assert all(record["stance"] and "hedges" in record and record["claim"] for record in records)
    assert {"who did it", "who answers", "why it is here"} <= {record["question"] for record in records}
    denial = next(record for record in records if record["scope"] == "specific")
    assert denial["answers"]
    assert denial["reason"]


def test_a_claim_of_it_names_an_incident(run: Run) -> None:
    claims = [json.loads(line) for line in run("claims", "-f", "jsonl").stdout.splitlines()]
    claim = next(record["id"] for record in claims if record["content_text"] == REGISTER)
    assert run("incident", claim[:8]).stdout == run("incident", first_id(run)).stdout


def test_one_that_is_not_there_ends_with_a_line(run: Run) -> None:
    result = run("incident", "ffffffff")
    assert result.exit_code == 3
    assert "'alleged incidents' lists them" in result.stderr


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_no_line_is_wider_than_the_screen(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for told in (run("incidents").stdout, run("incident", first_id(run)).stdout):
        assert max(map(len, told.splitlines())) <= int(width)
