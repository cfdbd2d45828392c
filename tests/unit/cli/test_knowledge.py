from __future__ import annotations

import csv
import io
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from alleged.cli.messages import DONE, SOME_FAILED, USAGE
from alleged.knowledge.store import open_knowledge
from tests.unit.knowledge.authorities import ACTORS, ATTACK, MICROSOFT, changed
from tests.unit.knowledge.sanctions import read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("knowledge")
    open_knowledge(folder).close()
    return folder


@pytest.fixture(autouse=True)
def folder(loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of our own for lists, the packaged ones loaded; our lists lie where the commands run."""
    own = shutil.copytree(loaded, tmp_path / "lists")
    monkeypatch.setenv("ALLEGED_KNOWLEDGE", str(own))
    for name, data in (("actors.json", ACTORS), ("attack.json", ATTACK), ("mapping.json", MICROSOFT)):
        (tmp_path / name).write_bytes(data)
    return own


def newer(cluster: Any) -> None:
    cluster["version"] = 8
    cluster["values"][0]["meta"]["synonyms"].append("New Kite")


def test_the_list_tells_authority_version_and_counts(run: Run) -> None:
    result = run("knowledge", "list")
    assert any(line.split()[:2] == ["misp-threat-actor", "336"] for line in result.stdout.splitlines())
    assert "MISP galaxy, Threat Actor" in result.stdout
    assert result.stderr.startswith("24 authorities with ")


def test_the_list_is_there_for_programs(run: Run) -> None:
    records = json.loads(run("knowledge", "list", "-f", "json").stdout)
    assert {"name", "title", "version", "source", "entities", "names"} == set(records[0])
    rows = list(csv.DictReader(io.StringIO(run("knowledge", "list", "-f", "csv").stdout)))
    lines = run("knowledge", "list", "-f", "jsonl").stdout.splitlines()
    assert [row["name"] for row in rows] == [record["name"] for record in records]
    assert [json.loads(line) for line in lines] == records


def test_an_added_list_is_listed_and_a_second_time_refused(run: Run) -> None:
    result = run("knowledge", "add", "attack.json")
    assert (result.exit_code, result.stdout) == (DONE, "")
    assert result.stderr == "added attack-enterprise (MITRE Enterprise ATT&CK), version 99.1: 4 entities\n"
    assert "attack-enterprise" in run("knowledge", "list").stdout
    again = run("knowledge", "add", "attack.json")
    assert again.exit_code == SOME_FAILED
    assert "which is loaded in version 99.1" in again.stderr


@pytest.mark.parametrize("data", [b"", b"nothing known", ATTACK[:-20], ACTORS.replace(b'"APT991"', b"1")])
def test_a_damaged_file_is_refused_whole(run: Run, tmp_path: Path, folder: Path, data: bytes) -> None:
    (tmp_path / "bad.json").write_bytes(data)
    result = run("knowledge", "add", "bad.json")
    assert result.exit_code == SOME_FAILED
    assert result.stderr.startswith("alleged: bad.json")
    assert [path.name for path in folder.iterdir()] == ["compiled.db"]


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    result = run("knowledge", "add", "gone.json")
    assert (result.exit_code, "gone.json: cannot be read" in result.stderr) == (SOME_FAILED, True)


def test_an_update_shows_what_it_changes(run: Run, tmp_path: Path) -> None:
    run("knowledge", "add", "actors.json")
    (tmp_path / "newer.json").write_bytes(changed(ACTORS, newer))
    result = run("knowledge", "update", "--from", "newer.json", "-f", "json")
    assert json.loads(result.stdout) == [
        {
            "change": "alias-added",
            "authority": "misp-paper-group",
            "id": "00000000-0000-4000-8000-000000000001",
            "name": "APT991",
            "detail": "New Kite",
        }
    ]
    assert result.stderr == "misp-paper-group: version 7 → 8: 1 alias-added\n"
    again = run("knowledge", "update", "--from", "newer.json")
    assert again.stdout == ""
    assert again.stderr == "misp-paper-group: version 8 → 8: nothing changes\n"


def test_a_dry_run_shows_the_same_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    run("knowledge", "add", "actors.json")
    (tmp_path / "newer.json").write_bytes(changed(ACTORS, newer))
    dry = run("knowledge", "update", "--from", "newer.json", "--dry-run")
    assert dry.stderr == "misp-paper-group: version 7 → 8: 1 alias-added; not kept\n"
    wet = run("knowledge", "update", "--from", "newer.json")
    assert dry.stdout == wet.stdout
    assert "New Kite" in wet.stdout


def test_a_packaged_list_is_updated_and_comes_back_when_that_is_removed(run: Run, tmp_path: Path) -> None:
    own = changed(ACTORS, lambda cluster: cluster.update(type="tds", version=999))
    (tmp_path / "tds.json").write_bytes(own)
    assert (
        "→ 999: 3 entity-added, 11 entity-removed" in run("knowledge", "update", "--from", "tds.json").stderr
    )
    assert run("knowledge", "remove", "misp-tds").stderr == "removed misp-tds\n"
    assert "entity-removed" in run("knowledge", "update", "--from", "tds.json", "--dry-run").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["update"], "say what to update"),
        (["update", "--from", "a", "--url", "b"], "say what to update"),
        (["update", "microsoft", "--all"], "say what to update"),
        (["update", "nobody"], "no authority named 'nobody'"),
        (["remove", "nobody"], "no list of 'nobody' was added"),
        (["remove", "misp-tds"], "no list of 'misp-tds' was added"),
    ],
)
def test_a_command_that_cannot_be_meant_is_refused(run: Run, arguments: list[str], told: str) -> None:
    result = run("knowledge", *arguments)
    assert (result.exit_code, told in result.stderr) == (USAGE, True), result.stderr


def test_an_address_that_does_not_answer_is_told(run: Run) -> None:
    result = run("knowledge", "update", "--url", "http://127.0.0.1:1/list.json")
    assert result.exit_code == SOME_FAILED
    assert "http://127.0.0.1:1/list.json: cannot be fetched" in result.stderr


def test_an_authority_without_an_address_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "uk.csv").write_bytes(read("uk-sanctions.csv"))
    run("knowledge", "add", "uk.csv")
    result = run("knowledge", "update", "uk-sanctions")
    assert (result.exit_code, "no address is known for uk-sanctions" in result.stderr) == (USAGE, True)


def test_parts_of_one_list_are_added_together(run: Run, tmp_path: Path) -> None:
    parts = ["ofac-sdn.csv", "ofac-alt.csv", "ofac-add.csv"]
    for part in parts:
        (tmp_path / part).write_bytes(read(part))
    assert run("knowledge", "add", *parts).stderr.startswith("added ofac-sdn (")
