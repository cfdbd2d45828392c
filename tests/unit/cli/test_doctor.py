from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from alleged.cli.messages import CONDITION_MET, DONE
from alleged.errors import Unreadable, WeightsError
from alleged.extract.neural.shipped import Weights
from alleged.flow import doctor
from alleged.flow.doctor import Finding, State, examine
from alleged.model.vocabulary import Reason
from alleged.text.children.child import Child
from alleged.text.children.limits import Guard

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


def find(what: str, ledger: Path) -> Finding:
    (found,) = [each for each in examine(ledger) if each.what == what]
    return found


def test_every_finding_that_is_not_well_has_a_cure(tmp_path: Path) -> None:
    findings = list(examine(tmp_path / "alleged.db"))
    assert [each.what for each in findings if each.state is not State.OK and not each.cure] == []
    assert [each.what for each in findings if not each.told] == []
    assert {"SQLite", "weights of neural", "lists of names", "ledger"} <= {each.what for each in findings}


def test_it_looks_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    result = run("doctor")
    assert result.exit_code == DONE
    assert "FTS5" in result.stdout
    assert sorted(tmp_path.iterdir()) == before
    rows = json.loads(run("doctor", "-f", "json").stdout)
    assert {"what", "state", "told", "cure"} == set(rows[0])


def test_guards_that_the_system_lacks_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Child, "find_missing", lambda _: (Guard.NETWORK,))
    found = {each.what: each.state for each in examine(tmp_path / "alleged.db")}
    assert found["readers without network"] is State.MISSING
    assert found["readers that write no file"] is State.OK


def test_strict_ends_with_1_where_something_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Child, "find_missing", lambda _: tuple(Guard))
    assert run("doctor").exit_code == DONE
    result = run("doctor", "--strict")
    assert result.exit_code == CONDITION_MET
    assert "4 missing" in result.stderr


def test_a_child_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_: Child) -> tuple[Guard, ...]:
        raise Unreadable(Reason.READER_BROKE, "broke")

    monkeypatch.setattr(Child, "find_missing", fail)
    assert find("process for readers", tmp_path / "alleged.db").state is State.MISSING


def test_damaged_weights_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("manifest.json", "a.onnx"):
        (tmp_path / name).write_text('{"files": {"a.onnx": "0"}}')
    monkeypatch.setattr(doctor, "shipped_weights", lambda: Weights(tmp_path))
    found = find("weights of neural", tmp_path / "alleged.db")
    assert found.state is State.MISSING
    assert "a.onnx: the weights are damaged" in found.told
    with pytest.raises(WeightsError):
        Weights(tmp_path).check()


def test_a_ledger_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    assert find("ledger", tmp_path / "alleged.db").state is State.OK
    assert find("ledger", tmp_path / "nowhere" / "alleged.db").state is State.MISSING


def test_little_disk_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "ENOUGH_DISK", 10**18)
    assert find("free disk", tmp_path / "alleged.db").state is State.MISSING


def test_an_extra_that_is_not_installed_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_EXTRAS", {"moon": "no_such_module"})
    result = run("doctor", "-f", "jsonl")
    (found,) = [row for row in map(json.loads, result.stdout.splitlines()) if row["what"] == "extra moon"]
    assert (found["state"], found["cure"]) == ("optional", "pip install 'alleged[moon]'")
