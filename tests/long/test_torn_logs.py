from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.torn_logs import DOCUMENTS, damage_logs, make_logged

if TYPE_CHECKING:
    from pathlib import Path


def test_a_damaged_log_leaves_a_prefix_of_the_history(tmp_path: Path) -> None:
    outcome = damage_logs(make_logged(tmp_path), tmp_path, cases=1_000)
    assert outcome.refused == []
    assert outcome.lengths.total() == 1_000
    assert set(outcome.lengths) == set(range(DOCUMENTS))
