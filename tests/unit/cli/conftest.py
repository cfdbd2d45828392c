from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

import pytest
from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.ledger import open_ledger
from tests.unit.model.samples import make_entry, make_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

Run: TypeAlias = "Callable[..., Result]"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `alleged` in an empty folder; the result has stdout, stderr and exit_code."""
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
