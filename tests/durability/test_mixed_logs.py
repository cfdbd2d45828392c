from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.mixed_logs import all_pairs, make_history, mix

if TYPE_CHECKING:
    from pathlib import Path


def test_a_log_of_another_time_leaves_a_beginning_or_is_told(tmp_path: Path) -> None:
    history = make_history(tmp_path)
    pairs = all_pairs(history)
    newer = [(main, log) for main, log in pairs if main < log][:25]
    older = [(main, log) for main, log in pairs if main > log][:25]
    for mixed in (newer, older):
        outcome = mix(history, tmp_path, mixed)
        assert outcome.total() == 25
        assert outcome["named"] >= 5, outcome
        assert outcome["beginning"] >= 2, outcome


def test_a_file_and_its_own_log_are_whole(tmp_path: Path) -> None:
    history = make_history(tmp_path)
    own = [(number, number) for number in range(len(history.moments))]
    assert mix(history, tmp_path, own) == {"beginning": len(own) - 2, "all": 2}
