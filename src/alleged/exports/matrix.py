"""A matrix for programs: one record a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alleged.dossiers.wording import tell_speaker
from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alleged.dossiers.matrix import Entry, Matrix, Row
    from alleged.exports.columns import Columns
    from alleged.model.wire import Wire


def _each(key: str) -> Callable[[Wire], list[Any]]:
    """What every claim of a cell has under `key`."""
    return lambda record: [entry[key] for entry in record["entries"]]


CELL_COLUMNS: Columns = {
    **keys("row", "proposition", "by", "column", "also_as", "why_joined", "cell"),
    "claims": _each("claim"),
    "speakers": _each("speaker"),
    "stances": _each("stance"),
    "hedges": lambda record: [", ".join(entry["hedges"]) for entry in record["entries"]],
    "dates": _each("date"),
    "why_answered": _each("reason"),
    "why_one_row": lambda record: record["reason"],
}


def table_matrix(matrix: Matrix, rows: Sequence[Row]) -> Table:
    """Every cell of these rows, also those in which nothing is said."""
    return Table(_record(matrix, rows), CELL_COLUMNS, is_dossier=True)


def _record(matrix: Matrix, rows: Sequence[Row]) -> Iterator[Wire]:
    for number, row in enumerate(rows, 1):
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            yield {
                "row": number,
                "proposition": row.proposition.label,
                "reason": row.proposition.reason,
                "by": matrix.by.value,
                "column": column.label,
                "also_as": list(column.names),
                "why_joined": column.reason or None,
                "cell": [manner.value for manner in cell.manners],
                "entries": [_record_entry(entry) for entry in cell.entries],
            }


def _record_entry(entry: Entry) -> Wire:
    claim = entry.claim
    return {
        "claim": claim.id,
        "manner": entry.manner.value,
        "speaker": tell_speaker(claim.speaker),
        "speaker_basis": claim.speaker.basis.value,
        "stance": claim.stance.value,
        "hedges": [hedge.exact for hedge in claim.hedges],
        "date": entry.date,
        "content_text": claim.content.exact,
        "reason": entry.reason,
    }
