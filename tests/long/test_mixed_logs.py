from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.mixed_logs import all_pairs, make_history, mix

if TYPE_CHECKING:
    from pathlib import Path


def test_a_log_of_another_time_leaves_a_beginning_or_is_told(tmp_path: Path) -> None:
    history = make_history(tmp_path)
    outcome = mix(history, tmp_path, all_pairs(history))
    print(outcome)
    assert outcome.total() == len(history.moments) ** 2
    assert outcome["named"] >= outcome.total() / 5
