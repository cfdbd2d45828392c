from __future__ import annotations

import pytest

from alleged.text import READERS
from alleged.text.children.child import Child
from alleged.text.children.limits import Limits
from tests.hostile.fuzzing import SEEDS, fuzz, make_input, read
from tests.unit.text.children.misbehaviour import READER_SERVICE

COUNT = 1_000


def test_every_reader_is_fuzzed() -> None:
    assert set(SEEDS) == set(READERS.own)


@pytest.mark.parametrize("reader", SEEDS)
def test_damaged_documents_are_read_or_refused(reader: str) -> None:
    outcome = fuzz(reader, COUNT)
    assert outcome.faults == []
    assert outcome.counts.total() == COUNT
    assert outcome.counts["read"] > COUNT // 4
    assert len(outcome.counts) > 1


def test_an_input_can_be_made_again() -> None:
    assert make_input("pdf", 7) == make_input("pdf", 7) != make_input("pdf", 8)


def test_a_fault_is_noticed() -> None:
    with Child(READER_SERVICE, Limits(seconds=1)) as child:
        assert read(child, "text", b"crash").startswith("fault: broke its reader")
