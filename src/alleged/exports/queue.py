"""A queue of review for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alleged.dossiers.coding import Coding
    from alleged.dossiers.queue import Queue

QUEUE_COLUMNS = keys("place", "claim", "verdict", "corrected")


def table_queue(queue: Queue, codings: Mapping[str, Coding]) -> Table:
    """The claims in their order, each with what whoever reviews them said of it."""
    rows = [
        {
            "place": place,
            "claim": claim,
            "verdict": codings[claim].verdict.value if claim in codings else None,
            "corrected": sorted(codings[claim].corrections) if claim in codings else [],
        }
        for place, claim in enumerate(queue.claims, 1)
    ]
    return Table(rows, QUEUE_COLUMNS)
