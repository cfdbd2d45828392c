from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

import pytest
from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.ledger import open_ledger
from alleged.settings import KNOWLEDGE_VARIABLE
from tests.unit.model.samples import make_entry, make_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

Run: TypeAlias = "Callable[..., Result]"


@pytest.fixture(scope="session")
def lists_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the lists of names are made ready, the first time that a command needs them."""
    return tmp_path_factory.mktemp("lists")


@pytest.fixture
def run(tmp_path: Path, lists_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `alleged` in an empty folder; the result has stdout, stderr and exit_code."""
    if KNOWLEDGE_VARIABLE not in os.environ:
        monkeypatch.setenv(KNOWLEDGE_VARIABLE, str(lists_folder))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLEGED_LEDGER", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def call(*arguments: str, **options: object) -> Result:
        return CliRunner().invoke(app, [*arguments], **options)  # type: ignore[arg-type]

    return call


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The default ledger of that folder, with the sample report in it."""
    path = tmp_path / "alleged.db"
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(make_entry(make_text()))
    return path
