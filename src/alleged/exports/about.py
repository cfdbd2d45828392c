"""What is held about a person, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from alleged.dossiers.about import Dossier, Trace
    from alleged.model.wire import Wire

TRACE_COLUMNS = keys("name", "sort", "id", "where", "state", "document", "start", "end", "words")


def table_about(dossier: Dossier) -> Table:
    """Everything that names the person; the name itself is not masked."""
    records = [_record(dossier, trace) for trace in dossier.traces]
    return Table(records, TRACE_COLUMNS, is_dossier=True, bearer=dossier.name)


def _record(dossier: Dossier, trace: Trace) -> Wire:
    return {
        "name": dossier.name,
        "sort": trace.sort.value,
        "id": trace.id,
        "where": list(trace.where),
        "state": trace.state.value,
        "document": trace.document,
        "start": trace.start,
        "end": trace.end,
        "words": trace.words,
        "claim": trace.claim,
    }
