from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from alleged.knowledge.store import open_knowledge

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("knowledge")
    open_knowledge(folder).close()
    return folder


@pytest.fixture(autouse=True)
def lists(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packaged lists, and room for long rows."""
    monkeypatch.setenv("ALLEGED_KNOWLEDGE", str(loaded))
    monkeypatch.setenv("COLUMNS", "160")


def test_each_authority_says_what_it_says(run: Run) -> None:
    result = run("alias", "apt 31")
    assert result.exit_code == 0
    shown = result.stdout
    assert shown.startswith("apt 31 · 3 authorities list it, for 3 groups\n")
    for told in (
        "misp-threat-actor",
        "version 336",
        "MISP galaxy says: China",
        "JUDGMENT PANDA",
        "id 6bf7e6b6",
    ):
        assert told in shown
    apart = shown[shown.index("where they disagree") :].splitlines()
    assert any(line.split()[:3] == ["ZIRCONIUM", "all", "3"] for line in apart)
    assert result.stderr.splitlines() == [
        "3 of 24 authorities list apt 31; no ledger at alleged.db, so no claims are counted",
        "next: alleged actor 'apt 31' --authority misp-threat-actor",
    ]


def test_one_list_that_means_several_is_warned_of(run: Run) -> None:
    told = run("alias", "Grizzly Steppe")
    assert "misp-threat-actor gives this name to 2 of its entries: APT28 and APT29\n" in told.stdout
    assert "the name alone does not tell which is meant\n" in told.stdout
    assert "next:" not in told.stderr


def test_an_unknown_name_ends_well_and_tells_near_ones(run: Run) -> None:
    result = run("alias", "Turlla")
    assert (result.exit_code, result.stdout) == (
        0,
        "Turlla · no authority lists it\n\nnear names: Turla\n",
    )


def test_a_name_in_other_letters_is_flagged_and_linked_to_nothing(run: Run) -> None:
    shown = run("alias", "АРТ31").stdout
    assert shown.startswith(
        "АРТ31 · no authority lists it\nlooks like 'APT31': letters of Cyrillic for Latin"
    )
    (record,) = json.loads(run("alias", "АРТ31", "-f", "json").stdout)
    assert (record["part"], record["name"]) == ("looks-like", "APT31")


@pytest.mark.usefixtures("sample")
def test_the_ledger_is_counted_where_there_is_one(run: Run) -> None:
    result = run("alias", "Turla")
    assert "claims of the ledger with these names: none" in result.stdout
    assert "no ledger" not in result.stderr


def test_programs_get_one_record_an_entry(run: Run) -> None:
    records = json.loads(run("alias", "APT31", "-f", "json").stdout)
    assert [record["part"] for record in records] == ["listed"] * 3 + ["kept-apart"]
    assert records[0]["says"] == "MISP galaxy says: China"
    assert {each["name"] for each in records[1]["other_names"]} == {"ZIRCONIUM", "APT31"}
    assert len({tuple(record) for record in records}) == 1
    lines = [json.loads(line) for line in run("alias", "APT31", "-f", "jsonl").stdout.splitlines()]
    assert lines == records
    rows = list(csv.DictReader(io.StringIO(run("alias", "APT31", "-f", "csv").stdout)))
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert rows[3]["shared_names"] == "ZIRCONIUM"
