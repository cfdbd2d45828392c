from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import httpx
import pytest

from alleged.cli.messages import DONE, SOME_FAILED, USAGE
from tests.unit.cli.processes import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

PATIENCE = 60


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--host", "0.0.0.0"), SOME_FAILED, "add --team, which asks everybody to sign in"),
        (("--team",), SOME_FAILED, "this ledger has no members"),
        (("--team", "--public-address", "claims"), SOME_FAILED, "is no address of a server"),
        (("--secure-cookie",), USAGE, "go with --team"),
        (("--users", "x.json"), USAGE, "go with --team"),
        (("--team", "--oidc-issuer", "https://login.example"), USAGE, "go together"),
        (("--port", "70000"), USAGE, "65535"),
    ],
)
def test_what_cannot_be_served_is_told(
    run: Run, sample: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    result = run("serve", str(sample), "--no-browser", *arguments)
    assert result.exit_code == code
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_there_must_be_a_ledger(run: Run) -> None:
    result = run("serve", "none.db", "--no-browser")
    assert result.exit_code == SOME_FAILED
    assert "there is no ledger at none.db" in result.stderr


@pytest.mark.parametrize("is_team", [False, True])
def test_the_start_address_is_the_first_line(run: Run, sample: Path, tmp_path: Path, is_team: bool) -> None:
    if is_team:
        assert run("--as", "anna", "members", "add", "anna", "--role", "admin").exit_code == DONE
    arguments = ["serve", str(sample), "--no-browser", "--port", "0", *(["--team"] if is_team else [])]
    environment = {**os.environ, "ALLEGED_PASSWORDS": str(tmp_path / "passwords.json")}
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        answer = httpx.get(address, timeout=PATIENCE)
        process.terminate()
    assert ("/open?token=" in address) is not is_team
    assert answer.status_code == (401 if is_team else 303)
