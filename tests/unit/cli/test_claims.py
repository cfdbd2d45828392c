from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.cli.tables import make_stance, tell_about
from alleged.model.vocabulary import Realis, Stance
from tests.unit.model.samples import accusation, denial, link, make_text, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

TEXT = make_text()


@pytest.mark.usefixtures("sample")
def test_every_row_says_who_how_surely_and_what(run: Run) -> None:
    shown = run("claims").stdout
    for claim, who, stance in (
        (accusation(TEXT), "United States", "alleges"),
        (link(TEXT), "nobody named", "alleges"),
        (denial(TEXT), "Embassy of Tidewater", "denies"),
    ):
        row = next(line for line in shown.splitlines() if line.startswith(claim.id[:8]))
        assert who in row
        assert stance in row
    assert "(purportedly)" in shown
    assert "report.txt · Prosecutors charge seven · Harbour Times · no date · 3 claims" in shown


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--speaker", "embassy"], [denial]),
        (["--actor", "grey heron"], [accusation, link, denial]),
        (["--target", "Ministry of Tides"], [link]),
        (["--stance", "denies"], [denial]),
        (["--kind", "attribution"], [link]),
        (["--search", "baseless"], [denial]),
        (["--document", "report.txt"], [accusation, link, denial]),
        (["--document", TEXT.document.id[:8]], [accusation, link, denial]),
        (["--document", "other.txt"], []),
        (["--limit", "1"], [accusation]),
        (["--actor", "grey heron", "--stance", "alleges"], [accusation, link]),
        (["--speaker", "nobody knows"], []),
    ],
)
def test_options_narrow_the_list(run: Run, options: list[str], found: list[type]) -> None:
    result = run("claims", *options, "-f", "jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == [claim(TEXT).id for claim in found]
    assert result.exit_code == 0


@pytest.mark.usefixtures("sample")
def test_how_many_of_how_many_is_said_on_stderr(run: Run) -> None:
    result = run("claims", "--limit", "1", "-f", "jsonl")
    assert result.stderr == "1 of 3 claims · 1 document\n"
    for nothing in (["--search", "zebra"], ["--document", "nope"]):
        assert run("claims", *nothing).stderr == "0 of 3 claims\n"


@pytest.mark.usefixtures("sample")
def test_json_and_csv_hold_the_same_claims(run: Run) -> None:
    lines = [json.loads(line) for line in run("claims", "-f", "jsonl").stdout.splitlines()]
    assert json.loads(run("claims", "-f", "json").stdout) == lines
    rows = list(csv.DictReader(io.StringIO(run("claims", "-f", "csv").stdout)))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert [row["stance"] for row in rows] == ["alleges", "alleges", "denies"]
    assert [row["hedges"] for row in rows] == ["", "purportedly", ""]
    assert [row["realis"] for row in rows] == ["actual", "", "other"]
    assert [line["realis"] for line in lines] == ["actual", None, "other"]
    assert rows[1]["speaker_name"] == ""
    assert rows[1]["speaker_basis"] == "passive"
    assert rows[2]["responds_to"] == "; ".join(lines[2]["responds_to"])
    assert rows[0]["said_words"] == "On Monday"


@pytest.mark.usefixtures("sample")
def test_what_is_not_said_to_have_happened_is_noted_once_and_nothing_else(run: Run) -> None:
    note = "intrusion: GREY HERON · not said to have happened"
    shown = run("claims", env={"COLUMNS": "200"}).stdout
    assert note in shown
    assert shown.count("not said to have happened") == 1
    assert "actual" not in shown


@pytest.mark.parametrize(
    ("realis", "told"),
    [
        (None, "intrusion: GREY HERON → Northwind lawmakers · said “On Monday”, date open"),
        (Realis.ACTUAL, "intrusion: GREY HERON → Northwind lawmakers · said “On Monday”, date open"),
        (
            Realis.GENERIC,
            "intrusion: GREY HERON → Northwind lawmakers · in general · said “On Monday”, date open",
        ),
    ],
)
def test_a_claim_tells_how_its_deed_is_told_before_its_times(realis: Realis | None, told: str) -> None:
    assert tell_about(replace(accusation(TEXT), realis=realis)) == told


@pytest.mark.usefixtures("sample")
def test_nothing_found_is_not_an_error_and_still_well_formed(run: Run) -> None:
    for form, nothing in (("json", "[]\n"), ("jsonl", ""), ("table", "")):
        result = run("claims", "--search", "zebra", "-f", form)
        assert (result.exit_code, result.stdout) == (0, nothing)
    assert run("claims", "--search", "zebra", "-f", "csv").stdout.startswith("id,document,")


@pytest.mark.parametrize("width", ["40", "60", "72", "80", "100", "200"])
@pytest.mark.usefixtures("sample")
def test_no_width_loses_a_word(run: Run, width: str) -> None:
    shown = " ".join(run("claims", env={"COLUMNS": width}).stdout.split())
    wide = run("claims", env={"COLUMNS": "400"}).stdout.split()
    for word in wide:
        assert word in shown


@pytest.mark.parametrize("width", ["40", "60", "72", "80", "100", "200"])
@pytest.mark.usefixtures("sample")
def test_no_line_is_wider_than_the_terminal(run: Run, width: str) -> None:
    for command in (["claims"], ["documents"], ["actor", "grey heron"], ["show", accusation(TEXT).id]):
        for line in run(*command, env={"COLUMNS": width}).stdout.splitlines():
            assert len(line) <= int(width)


def test_a_missing_ledger_is_one_line_with_a_hint_and_stays_missing(run: Run, tmp_path: Path) -> None:
    for command in (["claims"], ["documents"], ["actor", "x"], ["show", "abcd"]):
        result = run(*command)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert "there is no ledger at alleged.db; 'alleged read' makes one" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no ledger at all, but long enough to look at " * 30)
    result = run("claims", "--ledger", "notes.txt")
    assert result.exit_code == 3
    assert "notes.txt" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_ledger_is_named_by_option_or_environment(run: Run, sample: Path, tmp_path: Path) -> None:
    other = sample.rename(tmp_path / "other.db")
    assert run("claims", "--ledger", str(other)).exit_code == 0
    assert run("claims", env={"ALLEGED_LEDGER": str(other)}).exit_code == 0
    assert run("claims").exit_code == 2


@pytest.mark.parametrize("options", [["--stance", "says"], ["--limit", "0"], ["-f", "xml"], ["--nonsense"]])
@pytest.mark.usefixtures("sample")
def test_wrong_options_are_usage_errors(run: Run, options: list[str]) -> None:
    result = run("claims", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Value error" not in result.stderr


DENIED = make_text(
    "The embassy told us the charges were baseless. It denied them. It said, falsely, this: no.\n"
)


@pytest.mark.parametrize(
    ("content", "cues", "hedges", "told"),
    [
        ("the charges were baseless", ["told"], ["baseless"], "denies, saying (baseless)"),
        ("the charges were baseless", ["said"], [], "denies, saying"),
        ("the charges were baseless", ["denied"], ["baseless"], "denies (baseless)"),
        ("the charges were baseless", ["told", "denied"], [], "denies"),
        ("the charges were baseless", [], [], "denies"),
        ("no", ["said"], ["falsely"], "denies (falsely)"),
    ],
)
def test_a_denial_whose_content_rejects_is_shown_as_saying_it(
    content: str, cues: list[str], hedges: list[str], told: str
) -> None:
    cue_spans, hedge_spans = (tuple(words(DENIED, part) for part in parts) for parts in (cues, hedges))
    claim = replace(denial(TEXT), content=words(DENIED, content), cues=cue_spans, hedges=hedge_spans)
    assert make_stance(claim).plain == told
    assert "saying" not in make_stance(replace(claim, stance=Stance.ALLEGES)).plain
