"""Ten times the text takes at most twelve times as long: the short form, with room for noise."""

from __future__ import annotations

import pytest

from benchmarks.linearity import STAGES, UNITS, measure

pytestmark = pytest.mark.alone

SIZE = 30_000
ROOM = 30
"""A stage that took the square would take a hundred times as long for ten times the text."""


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_takes_the_square_of_any_text(stage: str) -> None:
    measure("reports", stage, 2_000)
    for unit in UNITS:
        grown = [measure(unit, stage, SIZE).growth]
        while grown[-1] > ROOM and len(grown) < 4:
            grown.append(measure(unit, stage, SIZE, runs=2).growth)
        assert min(grown) <= ROOM, (unit, grown)
