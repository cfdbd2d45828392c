"""A process that is killed while it erases leaves the ledger as it was, or as it is after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.durability.erasing import (
    AFTER,
    BEFORE,
    Moment,
    kill_in_the_middle,
    kill_while_erasing,
    make_named,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_named(tmp_path_factory.mktemp("named") / "named.db")


@pytest.mark.parametrize("statement", BEFORE)
def test_killed_up_to_the_commit_nothing_is_erased(statement: str, named: Path, tmp_path: Path) -> None:
    assert not kill_while_erasing(named, tmp_path / "killed.db", Moment(statement))


@pytest.mark.parametrize("statement", AFTER)
def test_killed_after_the_commit_it_is_erased(statement: str, named: Path, tmp_path: Path) -> None:
    assert kill_while_erasing(named, tmp_path / "killed.db", Moment(statement))


def test_killed_while_it_writes_the_file_it_is_done_or_not(tmp_path: Path) -> None:
    assert kill_in_the_middle(tmp_path, times=12).total() == 12
