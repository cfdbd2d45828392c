"""Transactions: begun in the words of each kind of database, committed whole or rolled back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine


@contextmanager
def transaction(engine: Engine, start: str) -> Iterator[Connection]:
    """A transaction that is committed at the end, or rolled back if anything is raised in it."""
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(start)
        yield connection
