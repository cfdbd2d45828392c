"""Tables written as JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, TextIO

from alleged.exports.safety import escape_json, guard_cell

if TYPE_CHECKING:
    from alleged.exports.table import Table


def write_json(table: Table, out: TextIO) -> None:
    """The records as one JSON array."""
    out.write(_to_json(list(table.records), indent=2) + "\n")


def write_jsonl(table: Table, out: TextIO) -> None:
    """One JSON object a line."""
    out.writelines(_to_json(record) + "\n" for record in table.records)


def write_csv(table: Table, out: TextIO) -> None:
    """The columns under their names, a record a row; every line ends as on Unix."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for record in table.records:
        writer.writerow([guard_cell(_to_cell(column(record))) for column in table.columns.values()])


def _to_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_to_cell(item) for item in value)
    return str(value)


def _to_json(value: object, indent: int | None = None) -> str:
    return escape_json(json.dumps(value, ensure_ascii=False, indent=indent))
