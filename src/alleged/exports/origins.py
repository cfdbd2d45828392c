"""What documents go back to, as records have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.columns import keys

if TYPE_CHECKING:
    from alleged.dossiers.origins import Descent
    from alleged.exports.columns import Columns
    from alleged.model.wire import Wire
    from alleged.resolve.lineage import Dependence

ORIGIN_COLUMNS: Columns = {
    **keys("origins", "adds_origin"),
    "depends_on": lambda record: [found["reason"] for found in record["depends_on"]],
    **keys("suspected_flood"),
}


def record_descent(document: str | None, descent: Descent | None) -> Wire:
    """What a document goes back to as JSON keys; none are known of one that was not read."""
    if descent is None:
        return {"origins": [], "adds_origin": None, "depends_on": [], "suspected_flood": None}
    return {
        "origins": list(descent.origins),
        "adds_origin": descent.origins == (document,) and not descent.is_suspect,
        "depends_on": [_record(dependence) for dependence in descent.dependences],
        "suspected_flood": descent.is_suspect,
    }


def _record(dependence: Dependence) -> Wire:
    return {
        "document": dependence.on,
        "evidence": dependence.evidence.value,
        "whole": dependence.whole,
        "reason": dependence.reason,
    }
