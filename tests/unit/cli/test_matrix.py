from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.dossiers.library import AUTHORITY, BODIES, LIBRARY, REGISTER, add_stories

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY)


def test_many_columns_are_folded_row_by_row(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    result = run("matrix")
    first = result.stdout[result.stdout.index("1  “") : result.stdout.index("2  “")]
    lines = [line.split() for line in first.splitlines()]
    assert any(line[:2] == ["United", "Kingdom"] and "alleges," in line for line in lines)
    assert any(line[:1] == ["Norway"] and "assesses," in line for line in lines)
    assert any(line[:1] == ["China"] for line in lines)
    assert "specific denial" in first
    assert "blanket denial" in first
    assert "silent: " in first
    assert first.index("alleges") < first.index("denial")
    assert "speaks here, says nothing of this" in " ".join(result.stdout.split())


def test_few_columns_are_a_grid(run: Run) -> None:
    told = run("matrix", "China", "--by", "origin").stdout
    heading = next(line for line in told.splitlines() if line.startswith("what is said"))
    assert "Harbour Courier" in heading
    assert "Evening Post" in heading
    words = " ".join(told.split())
    assert "no document: has none on this incident" in words
    assert "alleges, 2024-03-25" in words
    assert "specific" in words


def test_programs_get_every_cell_with_its_claims(run: Run) -> None:
    records = [json.loads(line) for line in run("matrix", "-f", "jsonl").stdout.splitlines()]
    rows, columns = {r["row"] for r in records}, {r["column"] for r in records}
    assert len(records) == len(rows) * len(columns)
    for record in records:
        silent = record["cell"] == ["silent"]
        assert silent == (not record["entries"])
        assert all(entry["claim"] and entry["stance"] and "hedges" in entry for entry in record["entries"])
    table = list(csv.DictReader(io.StringIO(run("matrix", "-f", "csv").stdout)))
    assert len(table) == len(records)
    (row,) = [r for r in table if r["column"] == "United Kingdom" and r["cell"] == "says"]
    assert (row["stances"], row["dates"], len(row["claims"])) == ("alleges", "2024-03-25", 24)


def test_a_denial_is_never_told_as_silence(run: Run) -> None:
    records = [json.loads(line) for line in run("matrix", "-f", "jsonl").stdout.splitlines()]
    told = {tuple(record["cell"]) for record in records if record["column"] == "China"}
    assert ("specific denial", "blanket denial") in told
    assert ("silent",) in told
    assert not any("silent" in cell and len(cell) > 1 for cell in told)


def test_of_an_incident_and_of_a_name_nobody_mentions(run: Run) -> None:
    identity = json.loads(run("incidents", "-f", "jsonl").stdout.splitlines()[0])["id"]
    assert run("matrix", identity[:8]).stdout.startswith("incident ")
    result = run("matrix", "BLUE TIT")
    assert result.exit_code == 0
    assert result.stderr == "0 of 0 rows, 0 speakers\n"


def test_limit_shows_the_first_rows(run: Run) -> None:
    whole, result = run("matrix").stdout, run("matrix", "--limit", "1")
    assert len(result.stdout) < len(whole)
    assert " · 1 row · " in result.stdout
    assert result.stderr.startswith("1 of ")


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("by", ["speaker", "origin"])
def test_no_line_is_wider_than_the_screen(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str, by: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    told = run("matrix", "--by", by).stdout
    assert max(map(len, told.splitlines())) <= int(width)
    assert REGISTER.split()[0] in told


@pytest.fixture
def bodies(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=False)) as ledger:
        add_stories(ledger, *BODIES)


@pytest.mark.usefixtures("bodies")
def test_a_column_with_two_names_says_so_and_why_until_somebody_parts_them(run: Run) -> None:
    why = f"suggested: paper-0.txt introduces “{AUTHORITY} (NPA)”"
    assert f"{AUTHORITY} also as: NPA ({why})" in " ".join(run("matrix").stdout.split())
    records = [json.loads(line) for line in run("matrix", "-f", "jsonl").stdout.splitlines()]
    joined = {(r["column"], *r["also_as"], r["why_joined"]) for r in records if "NPA" in r["also_as"]}
    assert joined == {(AUTHORITY, "NPA", why)}
    assert any("NPA" in entry["speaker"] for r in records for entry in r["entries"] if r["also_as"])
    why_not = ("--why", "another body", "--by", "R. Reader")
    parted = run("decide", "alias", "npa", AUTHORITY, "--reject", *why_not)
    assert f"npa and {AUTHORITY} are not one speaker" in parted.stderr
    assert "also as: NPA" not in run("matrix").stdout


@pytest.mark.usefixtures("bodies")
def test_an_incident_tells_under_which_names_somebody_speaks(run: Run) -> None:
    told = f"{AUTHORITY} also as: NPA (suggested: paper-0.txt introduces “{AUTHORITY} (NPA)”)"
    records = [json.loads(line) for line in run("incidents", "-f", "jsonl").stdout.splitlines()]
    (joined,) = [j for r in records for j in r["joined_speakers"] if "NPA" in j["also_as"]]
    assert joined["speaker"] == AUTHORITY
    identity = next(r["id"] for r in records if joined in r["joined_speakers"])
    assert told in " ".join(run("incident", identity).stdout.split())
    table = csv.DictReader(io.StringIO(run("incidents", "-f", "csv").stdout))
    assert any(row["joined_speakers"].startswith(told) for row in table)


def test_of_a_larger_ledger_the_newest_are_put_side_by_side_and_it_says_of_how_many(run: Run) -> None:
    result = run("matrix", "--most", "3")
    assert "3 of 9 claims were put side by side, those of 1 of 3 documents, the newest first" in result.stderr
    assert "--most" not in run("matrix").stderr


def test_a_part_of_an_incident_says_so(run: Run) -> None:
    told = run("incidents", "--most", "6").stderr
    assert "6 of 9 claims were put side by side" in told
