"""Whether a full-text index in SQLite has the words that it must have."""

from __future__ import annotations

from functools import reduce
from heapq import merge
from itertools import groupby
from operator import itemgetter, xor
from typing import TYPE_CHECKING, Any

from alleged.ledger.schema import FULL_TEXT, FULL_TEXT_COLUMNS, full_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from alleged.ledger.rows import Row

Fields = tuple[Any, ...]

REBUILT = "audit_words"
"""The full-text index as it should be, made anew beside the ledger."""

VOCABULARIES = ("audit_now", "audit_then")
"""The words of the index as it is, and of that made anew."""

INDEXES = (f"main.{FULL_TEXT}", f"temp.{REBUILT}")

MANY = 500
"""How many rows are fetched or indexed at once."""


def find_misindexed(connection: Connection, rows: Iterable[Row]) -> set[int]:
    """Numbers of the claims whose words are not the same in the index as it is and in one made anew."""
    _rebuild(connection, rows)
    try:
        terms = (
            _read(connection, f"SELECT term, doc, col, offset FROM temp.{name}") for name in VOCABULARIES
        )
        sizes = (_read(connection, f"SELECT id, id, sz FROM {name}_docsize ORDER BY id") for name in INDEXES)
        return {row[1] for found in (_differ(*terms), _differ(*sizes)) for row in found}
    finally:
        for name in (*VOCABULARIES, REBUILT):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{name}")


def _read(connection: Connection, question: str) -> Iterator[Fields]:
    return (tuple(row) for row in connection.exec_driver_sql(question, execution_options={"yield_per": MANY}))


def _differ(now: Iterator[Fields], then: Iterator[Fields]) -> Iterator[Fields]:
    """Rows that only one of the two has; both are in order of their first fields."""
    groups = [((key, set(rows)) for key, rows in groupby(each, key=itemgetter(0))) for each in (now, then)]
    for _, pair in groupby(merge(*groups, key=itemgetter(0)), key=itemgetter(0)):
        yield from reduce(xor, (rows for _, rows in pair))


def _rebuild(connection: Connection, rows: Iterable[Row]) -> None:
    connection.exec_driver_sql(full_text(f"temp.{REBUILT}"))
    for name, of in zip(VOCABULARIES, (f"main, {FULL_TEXT}", f"temp, {REBUILT}"), strict=True):
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab({of}, instance)")
    marks = ", ".join(f":{name}" for name in FULL_TEXT_COLUMNS)
    insert = f"INSERT INTO temp.{REBUILT} (rowid, {', '.join(FULL_TEXT_COLUMNS)}) VALUES (:number, {marks})"
    for some in _chunk(rows):
        connection.exec_driver_sql(insert, some)


def _chunk(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == MANY:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
