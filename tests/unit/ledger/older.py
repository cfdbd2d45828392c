"""Ledgers as older versions of alleged wrote them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from alembic import command
from sqlalchemy import NullPool, create_engine

from alleged.ledger.migrate import configure
from alleged.ledger.schema import APPLICATION_ID, FULL_TEXT

if TYPE_CHECKING:
    from pathlib import Path


def make_older(path: Path, revision: str) -> None:
    """Turn the ledger at `path` into what it would be in an older schema; its full-text index is lost."""
    newer = path.rename(path.with_name("newer.db"))
    engine = create_engine(
        "sqlite://", poolclass=NullPool, creator=lambda: sqlite3.connect(path), paramstyle="named"
    )
    with engine.begin() as connection:
        config = configure()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ATTACH ? AS newer", (str(newer),))
        guards = connection.execute(
            "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for table in list_tables(connection):
            connection.execute(f"DELETE FROM {table}")
            columns = ", ".join(
                f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")
            )
            connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM newer.{table}")
        for _, statement in guards:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")


def list_tables(connection: sqlite3.Connection) -> list[str]:
    """Tables that hold what a ledger keeps."""
    listed = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    passed = ("alembic_version", FULL_TEXT, "sqlite_")
    return [name for (name,) in listed if not name.startswith(passed)]
