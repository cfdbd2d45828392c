from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.crowds import DOCUMENTS, check_crowd

if TYPE_CHECKING:
    from pathlib import Path


def test_processes_that_read_the_same_folder_make_the_ledger_of_one(tmp_path: Path) -> None:
    met = 0
    for number in range(6):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        first = check_crowd(folder, crowd=8)
        assert sum(first) == DOCUMENTS
        met += max(first) < DOCUMENTS
    print(met)
    assert met >= 3, "they must meet: no process may come before all others"
