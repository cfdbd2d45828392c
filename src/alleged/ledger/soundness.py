"""Whether the file of a ledger is whole: pages, indexes, references between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

FAULTS_SHOWN = 3


def find_damage(connection: Connection) -> tuple[str, ...]:
    """What SQLite finds wrong, in its own words; nothing if the file is whole. Reads all of it."""
    told = [line for (line,) in connection.execute(f"PRAGMA integrity_check({FAULTS_SHOWN})")]
    dangling = connection.execute("PRAGMA foreign_key_check").fetchmany(FAULTS_SHOWN)
    missing = [f"{table} refers to a row of {other} that is not there" for table, _, other, _ in dangling]
    return (*(line for line in told if line != "ok"), *missing)


def count_rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has that is stored in the file."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    ).fetchall()
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for (name,) in names}
    return {name: count for name, (count,) in counts.items()}


def ask(connection: Connection) -> Callable[[str], object]:
    """Puts a question in SQL, and gives the first value of the answer."""
    return lambda question: (connection.execute(question).fetchone() or (None,))[0]
