from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.dossiers.library import LIBRARY, add_stories
from tests.unit.dossiers.test_forms import OWN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY)


def find_incident(run: Run) -> str:
    records = [json.loads(line) for line in run("codebook", "-f", "jsonl").stdout.splitlines()]
    return str(records[0]["incident"])[:8]


def test_incidents_are_listed_with_how_much_is_decided(run: Run) -> None:
    result = run("codebook")
    assert result.exit_code == 0
    assert "0 of 23" in result.stdout
    assert "cells decided" in result.stderr


def test_one_incident_shows_values_with_who_says_so(run: Run) -> None:
    told = " ".join(run("codebook", find_incident(run), "--form", "cfr").stdout.split())
    assert "CFR Cyber Operations Tracker" in told
    assert "United Kingdom" in told
    assert "the coder writes it" in told


def test_a_cell_is_decided_and_taken_back(run: Run) -> None:
    incident = find_incident(run)
    decided = run("decide", "code", incident, "start_date", "2021", "--why", "both say so", "--by", "anna")
    assert decided.exit_code == 0
    assert "eurepoc of the incident of claim" in decided.stderr
    (row,) = csv.DictReader(io.StringIO(run("codebook", incident, "-f", "csv").stdout))
    assert (row["start_date"], row["start_date_decided_by"]) == ("2021", "anna")
    assert run("undo", "--why", "a mistake", "--by", "anna").exit_code == 0
    (row,) = csv.DictReader(io.StringIO(run("codebook", incident, "-f", "csv").stdout))
    assert row["start_date_decided_by"] == ""


def test_a_value_that_the_form_does_not_know_is_refused(run: Run) -> None:
    result = run("decide", "code", find_incident(run), "incident_type", "Fun", "--why", "x", "--by", "anna")
    assert result.exit_code == 3
    assert "incident_type cannot be 'Fun'; it can be: " in result.stderr


def test_ones_own_form_is_used_and_a_wrong_one_says_what_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "harbour.toml").write_text(OWN, "utf-8")
    records = [
        json.loads(line)
        for line in run("codebook", "--form", "harbour.toml", "-f", "jsonl").stdout.splitlines()
    ]
    assert list(records[0]["cells"]) == ["begun", "sort"]
    (tmp_path / "wrong.toml").write_text(OWN.replace('"date"', '"day"'), "utf-8")
    wrong = run("codebook", "--form", "wrong.toml")
    assert wrong.exit_code == 3
    assert "wrong.toml: variable 'begun': kind is 'day'; it can be text, date, code, list" in wrong.stderr
    assert run("codebook", "--form", "nothing").exit_code == 2
