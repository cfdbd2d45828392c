"""What the commands print, to the letter: FILE.txt is the output of the command in its first line.

After a change that is meant, write them anew with `ALLEGED_WRITE_GOLDEN=1 pytest tests/golden/cli` and read
the difference.
"""

from __future__ import annotations

import os
import re
import shlex
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.ledger import open_ledger
from alleged.settings import KNOWLEDGE_VARIABLE
from tests.unit.dossiers.library import BODIES, add_stories
from tests.unit.model.samples import denial, make_entry, make_text

if TYPE_CHECKING:
    from typer.testing import Result

FILES = sorted(Path(__file__).parent.glob("*.txt"))
PROMPT = "$ COLUMNS="
SOMETIMES = {
    r"alleged-head \d+ [0-9a-f]{64} [0-9T:.+-]+": f"alleged-head 2 {'0' * 64} 2026-01-05T09:30:00+00:00",
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00": "2026-01-05T09:30:00+00:00",
    r"As of \d{4}-\d\d-\d\d": "As of 2026-01-05",
}
"""What stands for the head of the ledger, and for when it was written to last, which differ each time."""


@pytest.fixture(scope="module")
def lists_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the lists of names, compiled once."""
    return tmp_path_factory.mktemp("lists")


@pytest.fixture
def folder(tmp_path: Path, lists_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a ledger of the sample report, and one of bodies that have two names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(KNOWLEDGE_VARIABLE, str(lists_folder))
    monkeypatch.delenv("ALLEGED_LEDGER", raising=False)
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        ledger.append(make_entry(make_text()))
    with closing(open_ledger(tmp_path / "bodies.db", create=True)) as ledger:
        add_stories(ledger, *BODIES)
    return tmp_path


def run(line: str) -> Result:
    """Runs `$ COLUMNS=80 alleged ...`, in which DENIAL stands for the id of the denial."""
    columns, _, command = line.removeprefix(PROMPT).partition(" alleged ")
    arguments = shlex.split(command.replace("DENIAL", denial(make_text()).id[:8]))
    return CliRunner().invoke(app, arguments, env={"COLUMNS": columns})


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_output(path: Path) -> None:
    line, _, expected = path.read_text(encoding="utf-8").partition("\n")
    result = run(line)
    printed = result.stdout
    for pattern, constant in SOMETIMES.items():
        printed = re.sub(pattern, constant, printed)
    if "ALLEGED_WRITE_GOLDEN" in os.environ:
        path.write_text(f"{line}\n{printed}", encoding="utf-8")
        expected = printed
    assert result.exit_code == 0
    assert printed == expected


def test_there_are_cases() -> None:
    assert len(FILES) >= 8
