from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.cli.messages import DONE, SOME_FAILED
from alleged.server.team.passwords import Passwords
from alleged.settings import PASSWORDS_VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

PASSWORD = "correct horse battery"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of this user."""
    found = tmp_path / "own" / "passwords.json"
    monkeypatch.setenv(PASSWORDS_VARIABLE, str(found))
    return found


def test_a_password_is_set_listed_and_removed(run: Run, file: Path) -> None:
    result = run("passwords", "set", "anna", input=f"{PASSWORD}\n")
    assert result.exit_code == DONE, result.stderr
    assert PASSWORD not in result.stdout + result.stderr
    assert Passwords(file).fits("anna", PASSWORD)
    assert run("passwords", "list").stdout == "anna\n"
    assert run("passwords", "remove", "anna").exit_code == DONE
    assert run("passwords", "list").stdout == ""


def test_another_file_can_be_named(run: Run, file: Path, tmp_path: Path) -> None:
    there = str(tmp_path / "users.json")
    assert run("passwords", "set", "anna", "--users", there, input=f"{PASSWORD}\n").exit_code == DONE
    assert run("passwords", "list", "--users", there).stdout == "anna\n"
    assert not file.exists()


def test_a_short_password_is_refused(run: Run, file: Path) -> None:
    result = run("passwords", "set", "anna", input="short\n")
    assert result.exit_code == SOME_FAILED
    assert "a password has 12 to 1000 characters" in result.stderr
    assert not file.exists()
    assert run("passwords", "remove", "anna").exit_code == SOME_FAILED
