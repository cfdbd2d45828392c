from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.backups import check_backups

if TYPE_CHECKING:
    from pathlib import Path


def test_backups_made_while_a_process_reads_documents(tmp_path: Path) -> None:
    held = check_backups(tmp_path, rounds=8)
    assert len(set(held)) >= 4, f"the ledger must grow between the backups: {held}"
