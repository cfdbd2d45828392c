from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.cli.messages import CONDITION_MET, DONE, USAGE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("sample")


def tamper(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER claims_no_update")
        connection.execute("UPDATE claims SET stance = 'confirms' WHERE number = 1")
        connection.commit()


def test_a_sound_ledger(run: Run) -> None:
    result = run("verify")
    assert (result.exit_code, result.stdout) == (DONE, "")
    assert "all as it was stored" in result.stderr
    assert "alleged head" in result.stderr


def test_damage_is_named_and_counts_for_the_exit_code(run: Run, sample: Path) -> None:
    tamper(sample)
    result = run("verify", "-f", "json")
    assert result.exit_code == CONDITION_MET
    guard, claim = json.loads(result.stdout)
    assert (guard["table"], guard["row"]) == ("triggers", "claims_no_update")
    assert (claim["table"], claim["row"], claim["harm"]) == ("claims", "1", "changed")
    assert len(claim["id"]) == 24
    assert "2 things wrong" in result.stderr
    table = run("verify")
    assert table.exit_code == CONDITION_MET
    assert claim["id"][:8] in table.stdout


def test_a_head_in_every_form(run: Run, tmp_path: Path) -> None:
    line = run("head").stdout
    assert run("head", "--out", "head.txt").exit_code == DONE
    assert (tmp_path / "head.txt").read_text().split()[:3] == line.split()[:3]
    for head in (line, "head.txt", line.split()[2]):
        result = run("verify", "--head", head)
        assert result.exit_code == DONE
        assert "goes on from that head" in result.stderr
    other = run("verify", "--head", "0" * 64)
    assert other.exit_code == CONDITION_MET
    assert "some of them are gone" in " ".join(other.stdout.split())


def test_what_is_no_head(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for head in ("no-such-file.txt", "empty.txt", "", "."):
        result = run("verify", "--head", head)
        assert result.exit_code == USAGE
        assert "is no head" in result.stderr


def test_a_head_that_cannot_be_written(run: Run) -> None:
    assert "cannot be written" in run("head", "--out", "no/such/folder").stderr
