"""What is put together of short reports on invented operations, claim by claim."""

from __future__ import annotations

import pytest

from benchmarks.incidents import CASES, NONE, find_suggested, measure, read_cases

WHOLE = read_cases(CASES)


def test_nothing_is_put_together_that_does_not_belong_together() -> None:
    figures = measure(WHOLE)
    assert figures["precision"] == 1.0
    assert figures["recall"] >= 0.9


@pytest.mark.parametrize("operation", ["halvorsen", "cables", "quillon", "marwick"])
def test_an_operation_is_one_incident(operation: str) -> None:
    incidents = find_suggested(WHOLE)
    ids = {incidents[key] for case in WHOLE for key, name in case.operations.items() if name == operation}
    assert len(ids) == 1


def test_a_remark_on_something_else_is_in_none() -> None:
    incidents = find_suggested(WHOLE)
    assert not [
        key for case in WHOLE for key, name in case.operations.items() if name == NONE and key in incidents
    ]
