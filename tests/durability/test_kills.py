from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.kills import Plan, check_kills

if TYPE_CHECKING:
    from pathlib import Path


def test_a_process_that_is_killed_loses_nothing_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    tally = check_kills(tmp_path, Plan(kills=50, documents=100, furthest=8))
    assert tally.places.total() >= 50
    assert tally.in_transaction >= 10, f"the kills must hit: {tally}"
    assert tally.documents >= 50, f"the children must get somewhere: {tally}"
