"""Ten times the text takes at most twelve times as long, up to ten million characters."""

from __future__ import annotations

from time import process_time

import pytest

from benchmarks.linearity import TEXT_STAGES, UNITS, Growth, collector_at_rest, measure

SIZES = (1_000_000, 10_000_000)
"""Each is compared with its tenth."""

CHEAP = 0.3
"""CPU seconds, preparation and all, that one size may take for the next one to be run."""

AT_MOST = 12
QUICK = 50e-9
"""CPU seconds a character that are not compared: text larger than the processor's cache takes most of it."""

TRIES = 4
"""How often a stage is measured that seemed too slow: the machine may have been busy."""


@pytest.mark.parametrize("stage", TEXT_STAGES)
def test_time_grows_with_the_text(stage: str) -> None:
    measure("reports", stage, 10_000)
    slow, sizes = [], set[int]()
    for unit in UNITS:
        size, grown = _measure_largest(unit, stage)
        sizes.add(size)
        print(f"{stage:12} {unit:18} {size:>11,} x{grown.growth:5.1f} {grown.seconds:7.2f} s")
        if _is_too_slow(grown, size):
            slow.append((size, grown))
    assert slow == []
    assert max(sizes) == SIZES[-1], "the largest size must be run for some"


def _measure_largest(unit: str, stage: str) -> tuple[int, Growth]:
    """The growth to the largest size that is cheap enough."""
    for size in SIZES:
        start = process_time()
        grown = _measure(unit, stage, size)
        if process_time() - start > CHEAP:
            break
    return size, grown


def _measure(unit: str, stage: str, size: int) -> Growth:
    """The least growth of some tries, if the first is too large."""
    grown: list[Growth] = []
    while not grown or (_is_too_slow(grown[-1], size) and len(grown) < TRIES):
        with collector_at_rest():
            grown.append(measure(unit, stage, size))
    return min(grown, key=lambda each: each.growth)


def _is_too_slow(grown: Growth, size: int) -> bool:
    return grown.growth > AT_MOST and grown.seconds > QUICK * size
