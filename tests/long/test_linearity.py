"""Ten times the text takes at most twelve times as long, up to ten million characters."""

from __future__ import annotations

import pytest

from benchmarks.linearity import STAGES, UNITS, measure

SIZE = 10_000_000
AT_MOST = 12


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str, stage: str) -> None:
    measure("reports", stage, 10_000)
    grown = [measure(unit, stage, SIZE).growth]
    while grown[-1] > AT_MOST and len(grown) < 3:
        grown.append(measure(unit, stage, SIZE).growth)
    assert min(grown) <= AT_MOST, grown
