from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


def test_there_and_back(run: Run, sample: Path) -> None:
    before = run("claims", "-f", "jsonl").stdout
    made = run("backup", "kept.db")
    assert (made.exit_code, made.stdout) == (0, "")
    manifest = json.loads(Path("kept.db.manifest.json").read_text())
    assert (
        f"1 document · 3 claims · checked · sha256 {manifest['sha256']} · kept.db.manifest.json"
        in made.stderr
    )
    sample.unlink()
    back = run("restore", "kept.db")
    assert (back.exit_code, back.stderr) == (0, "1 document · 3 claims · checked · restored to alleged.db\n")
    assert run("claims", "-f", "jsonl").stdout == before


def test_the_ledger_that_was_there_is_named(run: Run, sample: Path) -> None:
    run("backup", "kept.db")
    told = run("restore", "kept.db").stderr.splitlines()[1]
    assert told.startswith("the ledger that was there is kept in alleged.db.before-")
    assert Path(told.split()[-1]).is_file()


def test_another_place(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLEGED_LEDGER", str(sample))
    run("backup", "kept.db")
    assert run("restore", "kept.db", "--to", "other.db").exit_code == 0
    assert run("claims", "--ledger", "other.db", "-f", "jsonl").stdout == run("claims", "-f", "jsonl").stdout
    assert run("restore", "kept.db", "--ledger", "third.db").exit_code == 0
    assert Path("third.db").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("backup", "kept.db"), "alleged: kept.db is there already and is left as it is"),
        (("backup", "new.db", "--ledger", "none.db"), "alleged: there is no ledger at none.db"),
        (("restore", "none.db"), "alleged: there is no backup at none.db"),
        (("backup", "new.db", "--ledger", "postgresql://h/d"), "pg_dump and pg_restore"),
        (("restore", "kept.db", "--to", "postgresql://h/d"), "pg_dump and pg_restore"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run: Run, sample: Path, arguments: tuple[str, ...], told: str
) -> None:
    run("backup", "kept.db")
    result = run(*arguments)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_force(run: Run, sample: Path) -> None:
    Path("kept.db").write_text("something else")
    assert run("backup", "kept.db").exit_code == 3
    assert run("backup", "kept.db", "--force").exit_code == 0
    assert run("restore", "kept.db").exit_code == 0
