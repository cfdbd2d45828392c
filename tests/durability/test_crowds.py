from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.crowds import DOCUMENTS, check_crowd

if TYPE_CHECKING:
    from pathlib import Path


def test_four_processes_that_read_the_same_folder_make_the_ledger_of_one(tmp_path: Path) -> None:
    assert sum(check_crowd(tmp_path, crowd=4)) == DOCUMENTS
