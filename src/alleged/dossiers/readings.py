"""What a ledger says of its own growth: which document was read when, by its own clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.document import Input

READ = (Status.OK, Status.DEGRADED)
"""How an input ends that brings a text."""


def group_readings(inputs: Iterable[Input]) -> dict[str, list[Input]]:
    """By document id, the inputs by which it was read, in the order given; other inputs are left out."""
    readings: dict[str, list[Input]] = {}
    for attempt in inputs:
        if attempt.document and attempt.status in READ:
            readings.setdefault(attempt.document, []).append(attempt)
    return readings
