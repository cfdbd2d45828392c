"""A small ledger for the tests of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.settings import SEARCHES_VARIABLE
from tests.strategies.examples import read_examples

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def read_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of examples/, to be looked at only."""
    return read_examples(tmp_path_factory.mktemp("server") / "ledger.db")


@pytest.fixture(autouse=True)
def _own_searches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own saved searches play a part, and none are left behind."""
    monkeypatch.setenv(SEARCHES_VARIABLE, str(tmp_path / "searches.json"))
