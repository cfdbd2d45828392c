"""What the SQLite of this Python can do, for whoever asks before there is a ledger."""

from __future__ import annotations

import sqlite3

from alleged.ledger.opening import OLDEST_SQLITE


def find_sqlite_version() -> str:
    """The version of SQLite, as it names itself."""
    return sqlite3.sqlite_version


def is_sqlite_new_enough() -> bool:
    """Whether ledgers can be kept in it."""
    return sqlite3.sqlite_version_info >= OLDEST_SQLITE


def has_full_text() -> bool:
    """Whether it was built with FTS5, which the search in claims needs."""
    try:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True
