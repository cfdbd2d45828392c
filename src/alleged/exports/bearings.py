"""Whom names may stand for, as records have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.bearing import Bearing
    from alleged.model.wire import Wire
    from alleged.resolve.candidates import Candidate


def record_bearings(bearings: Sequence[Bearing]) -> list[Wire]:
    """The names as JSON objects, each with its candidates, the likest first."""
    return [_record(bearing) for bearing in bearings]


def _record(bearing: Bearing) -> Wire:
    found = bearing.resolution
    return {
        "part": bearing.part,
        "name": found.name,
        "chosen": found.chosen.id if found.chosen else None,
        "reason": found.reason,
        "flags": [flag.value for flag in found.flags],
        "candidates": [_record_candidate(one) for one in found.candidates],
    }


def _record_candidate(candidate: Candidate) -> Wire:
    entity = candidate.entity
    return {
        "id": candidate.id,
        "version": entity.version,
        "name": entity.name,
        "kind": entity.kind.value,
        "score": round(candidate.score, 3),
        "reason": candidate.reason,
    }
