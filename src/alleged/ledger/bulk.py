"""Storing many rows of a table at once, with one statement that is compiled once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import insert

if TYPE_CHECKING:
    from sqlalchemy import Connection, Dialect, TableClause

    from alleged.ledger.rows import Row


def insert_rows(connection: Connection, table: TableClause, rows: list[Row]) -> None:
    """Store `rows`, which all have the same columns."""
    if rows:
        connection.exec_driver_sql(_compile(table, tuple(rows[0]), connection.dialect), rows)


@lru_cache(maxsize=64)
def _compile(table: TableClause, columns: tuple[str, ...], dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=list(columns)))
