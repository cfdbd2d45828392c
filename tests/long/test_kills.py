from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.kills import Plan, check_kills

if TYPE_CHECKING:
    from pathlib import Path


def test_a_process_that_is_killed_loses_nothing_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    tally = check_kills(tmp_path, Plan(kills=500, documents=300, furthest=12))
    print(tally)
    assert tally.places.total() >= 500
    assert tally.in_transaction >= 100, f"the kills must hit: {tally}"
    assert tally.documents >= 500, f"the children must get somewhere: {tally}"
