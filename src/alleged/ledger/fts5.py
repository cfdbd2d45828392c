"""Full text over claims in SQLite: an FTS5 table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text, column, select, table

from alleged.ledger.bulk import insert_rows
from alleged.ledger.schema import FULL_TEXT, FULL_TEXT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from alleged.ledger.rows import Row

claim_words = table(
    FULL_TEXT,
    column("rowid", Integer),
    column(FULL_TEXT, Text),
    *(column(name, Text) for name in FULL_TEXT_COLUMNS),
)


def index_rows(connection: Connection, rows: Sequence[Row]) -> None:
    """Make the words of these rows, each with the number of its claim, findable."""
    renamed = [{"rowid": row["number"], **{name: row[name] for name in FULL_TEXT_COLUMNS}} for row in rows]
    insert_rows(connection, claim_words, renamed)


def clear(connection: Connection) -> None:
    """Take every word out."""
    connection.exec_driver_sql(f"INSERT INTO {FULL_TEXT} ({FULL_TEXT}) VALUES ('delete-all')")


def claims_with(words: Sequence[str]) -> Select[int]:
    """Selects the numbers of the claims in which every one of `words` occurs."""
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    return select(claim_words.c.rowid).where(claim_words.c[FULL_TEXT].op("MATCH")(phrases))
