from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.migrations import kill_migrations

if TYPE_CHECKING:
    from pathlib import Path


def test_a_killed_migration_is_done_again_and_loses_nothing(tmp_path: Path) -> None:
    hit = kill_migrations(tmp_path, kills=100)
    print(hit)
    assert hit.total() >= 100
    assert hit.total() - hit["done"] >= 40, f"the kills must hit: {hit}"
