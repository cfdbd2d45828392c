"""The tables as the code knows them, as the migrations make them, and as the documentation tells them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError

from alleged.ledger.migrate import configure
from alleged.ledger.schema import HEAD, IMMUTABLE, METADATA
from tests.unit.ledger.filling import fill

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from alleged.ledger.sqlite import SqliteLedger

ROOT = Path(__file__).resolve().parents[3]
BETWEEN_COLUMNS = re.compile(r",(?![^(]*\))")
"""A comma outside brackets."""


def list_schema(connection: Connection) -> dict[str, set[str]]:
    """Tables, indexes and triggers as the database tells them, without the order of constraints.

    A column that a migration adds stands in the line of the one before it.
    """
    listed = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {
        name: {part.strip() for line in sql.splitlines() for part in BETWEEN_COLUMNS.split(line)}
        for name, sql in listed
    }


def test_the_head_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(configure()).get_heads() == [HEAD]


def test_migrations_are_numbered_in_their_order() -> None:
    scripts = list(ScriptDirectory.from_config(configure()).walk_revisions())
    numbers = [f"{number:04}" for number in range(len(scripts), 0, -1)]
    assert [script.revision for script in scripts] == numbers
    assert [Path(script.path).name[:4] for script in scripts] == numbers


def test_migrations_make_the_tables_of_the_code(ledger: SqliteLedger) -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        METADATA.create_all(connection)
        expected = list_schema(connection)
    engine.dispose()
    with ledger._reading() as connection:
        made = list_schema(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [change for change in compare_metadata(context, METADATA) if change[0] != "remove_table"] == []
    del made["alembic_version"]
    assert made == expected


def test_everything_has_a_comment() -> None:
    for table in METADATA.tables.values():
        assert table.comment
        assert all(column.comment for column in table.columns), table.name


@pytest.mark.parametrize("table", IMMUTABLE, ids=lambda table: table.name)
def test_rows_are_never_changed_deleted_or_replaced(ledger: SqliteLedger, table: Table) -> None:
    fill(ledger)
    column = next(iter(table.columns)).name
    for statement in (
        f"UPDATE {table.name} SET {column} = {column}",
        f"DELETE FROM {table.name}",
        f"INSERT OR REPLACE INTO {table.name} SELECT * FROM {table.name}",
    ):
        with ledger._engine.connect() as connection, pytest.raises(IntegrityError, match="never changed"):
            connection.exec_driver_sql(statement)


def test_tables_are_strict(ledger: SqliteLedger) -> None:
    with ledger._reading() as connection:
        listed = connection.exec_driver_sql(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        )
        strict = {name for name, is_strict in listed if is_strict}
    assert strict == set(METADATA.tables)


def test_the_page_of_the_schema_is_true() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "schema_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
