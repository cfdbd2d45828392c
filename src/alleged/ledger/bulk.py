"""Storing many rows of a table at once, with one statement that is compiled once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection, Dialect, TableClause

    from alleged.ledger.rows import Row


def insert_rows(connection: Connection, table: TableClause, rows: list[Row]) -> None:
    """Store `rows`, which all have the same columns."""
    if rows:
        connection.exec_driver_sql(_compile(table, tuple(rows[0]), connection.dialect), rows)


def insert_new_rows(connection: Connection, table: TableClause, rows: list[Row]) -> None:
    """Store those of `rows` whose key the table does not have yet."""
    if rows:
        connection.exec_driver_sql(_compile_new(table, tuple(rows[0]), connection.dialect), rows)


INSERT: Mapping[str, Callable[[TableClause], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


@lru_cache(maxsize=64)
def _compile(table: TableClause, columns: tuple[str, ...], dialect: Dialect) -> str:
    return str(INSERT[dialect.name](table).compile(dialect=dialect, column_keys=list(columns)))


@lru_cache(maxsize=64)
def _compile_new(table: TableClause, columns: tuple[str, ...], dialect: Dialect) -> str:
    keeping = INSERT[dialect.name](table).on_conflict_do_nothing()
    return str(keeping.compile(dialect=dialect, column_keys=list(columns)))
