"""Tables read as programs read their CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alleged.exports.table import Table
    from alleged.model.wire import Wire


def read(table: Table) -> list[Wire]:
    """The records; every column finds its value in each of them."""
    return [record for record, _ in read_both(table)]


def read_both(table: Table) -> list[tuple[Wire, dict[str, Any]]]:
    """Each record with its cells by the names of their columns."""
    return [
        (record, {name: column(record) for name, column in table.columns.items()}) for record in table.records
    ]
