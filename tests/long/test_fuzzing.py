from __future__ import annotations

import pytest

from tests.hostile.fuzzing import SEEDS, fuzz


@pytest.mark.parametrize("reader", SEEDS)
def test_damaged_documents_are_read_or_refused(reader: str) -> None:
    outcome = fuzz(reader, 200_000)
    assert outcome.faults == []
    assert outcome.counts.total() == 200_000
