"""`alleged erase` tells what it touches, asks, and does it once."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from alleged.cli.main import app

STORY = """Jane Doe denies the charge

WASHINGTON, March 25, 2024 - The U.S. Justice Department
accused Jane Doe of hacking Acme Corp. "I did not hack
anybody," Jane
Doe said. Doe declined to say more.
"""
WHY = ("--why", "request 12", "--who", "The admin")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("jane-doe.txt").write_text(STORY, encoding="utf-8")
    other = STORY.replace("Jane\nDoe", "Jane Doe").replace("Jane Doe", "Ann Lee").replace("Doe", "Lee")
    Path("other.txt").write_text(other, encoding="utf-8")
    assert run("read", "jane-doe.txt", "other.txt").exit_code == 0


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=typed)


def test_a_dry_run_tells_and_does_nothing() -> None:
    told = run("erase", "jane doe", *WHY, "--dry-run")
    assert told.exit_code == 0
    assert "touches 1 of 2 documents, " in told.stderr
    assert "Jane Doe" in told.stderr
    assert "Doe (1)" in told.stderr
    assert "Jane Doe" in run("claims", "-f", "jsonl").stdout


def test_a_dry_run_tells_what_it_touches_without_zeros() -> None:
    told = run("erase", "jane doe", *WHY, "--dry-run").stderr.splitlines()[0]
    assert told == "touches 1 of 2 documents, 3 of 6 claims, 1 link, 1 input"
    run("decide", "name", "Jon Roe", "threat-actor:APT31", "--why", "he said so", "--by", "anna")
    told = run("erase", "Jon Roe", *WHY, "--dry-run").stderr
    assert told.splitlines()[0] == "touches 1 decision"
    assert "the bytes of these documents" not in told


def test_who_does_not_say_yes_erases_nothing() -> None:
    told = run("erase", "jane doe", *WHY, typed="n\n")
    assert told.exit_code == 3
    assert "nothing was erased" in told.stderr
    assert "Jane Doe" in run("claims", "-f", "jsonl").stdout


def test_it_is_gone_and_does_not_come_back() -> None:
    others = run("claims", "--document", "other.txt", "-f", "jsonl").stdout
    run("head", "--out", "head.txt")
    assert run("erase", "jane doe", "--also", "doe", *WHY, typed="y\n").exit_code == 0
    assert b"doe" not in Path("alleged.db").read_bytes().lower().replace(b"does", b"")
    listed = "".join(run(each, "-f", "jsonl").stdout for each in ("claims", "documents", "decisions"))
    assert "Doe" not in listed
    assert "████ ███" in listed
    assert others == run("claims", "--document", "other.txt", "-f", "jsonl").stdout
    verified = run("verify", "--head", "head.txt")
    assert (verified.exit_code, "erased on purpose" in verified.stderr) == (0, True)
    again = run("read", "jane-doe.txt")
    assert (again.exit_code, "refused" in again.stderr, "erased" in again.stderr) == (3, True, True)
    assert b"doe" not in Path("alleged.db").read_bytes().lower().replace(b"does", b"")
    assert "stands nowhere" in run("erase", "Jane Doe", *WHY, "--yes").stderr
