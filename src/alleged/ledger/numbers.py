"""The numbers of rows, which rise by one in each table, without gaps."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, TableClause


def find_last(connection: Connection, *tables: TableClause) -> dict[str, int]:
    """The last number of each table, by its name; 0 where it has no row."""
    last = connection.execute(_ask(tables)).mappings().one()
    return {name: number or 0 for name, number in last.items()}


def find_free(connection: Connection, *tables: TableClause) -> dict[str, int]:
    """The next free number of each table: nobody else writes while this transaction lasts."""
    return {name: number + 1 for name, number in find_last(connection, *tables).items()}


@cache
def _ask(tables: tuple[TableClause, ...]) -> Select[Any]:
    return select(*(select(func.max(each.c.number)).scalar_subquery().label(each.name) for each in tables))
