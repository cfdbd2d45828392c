"""Up to which row of each table a ledger is viewed: what it held at an instant, by its own clock."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from sqlalchemy import Alias, select

from alleged.ledger.numbers import find_last
from alleged.ledger.schema import decisions, events, extractions, inputs
from alleged.model.clock import read_time

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, FromClause

TIMED = (extractions, inputs, decisions)
"""The tables whose rows say when they were stored; every other row came with one of these."""

_SECRET = secrets.token_bytes(32)
"""Of this process: whoever knows it can tell marks apart."""


@dataclass(frozen=True, slots=True)
class Until:
    """The last numbers that count; None where every row does."""

    extractions: int | None = None
    inputs: int | None = None
    decisions: int | None = None

    def known(self, table: FromClause) -> tuple[ColumnElement[bool], ...]:
        """That a row of one of the three tables, or of an alias of one, counts."""
        last = self._last(table)
        return () if last is None else (table.c.number <= last,)

    def known_claim(self, claims: FromClause) -> tuple[ColumnElement[bool], ...]:
        """That a claim was found by then."""
        return () if self.extractions is None else (claims.c.extraction <= self.extractions,)

    def known_text(self, texts: FromClause) -> tuple[ColumnElement[bool], ...]:
        """That a text was read by then."""
        return self._read("text", texts)

    def known_document(self, documents: FromClause) -> tuple[ColumnElement[bool], ...]:
        """That a document was read by then."""
        return self._read("document", documents)

    def within(self, other: Until) -> Until:
        """The earlier of the two."""
        pairs = ((getattr(self, table.name), getattr(other, table.name)) for table in TIMED)
        return Until(*(min((n for n in pair if n is not None), default=None) for pair in pairs))

    def _read(self, what: str, table: FromClause) -> tuple[ColumnElement[bool], ...]:
        if self.extractions is None:
            return ()
        by_then = select(extractions.c[what]).where(extractions.c.number <= self.extractions)
        return (table.c.number.in_(by_then),)

    def _last(self, table: FromClause) -> int | None:
        plain = table.element if isinstance(table, Alias) else table
        last: int | None = getattr(self, str(plain.description))
        return last


EVERYTHING = Until()


def find_until(connection: Connection, time: datetime) -> Until:
    """The rows that were stored at `time` or earlier.

    A row that says an earlier time than one before it, because somebody set a clock back, counts as later.
    """
    return Until(*(_find_last(connection, table, time) for table in TIMED))


def _find_last(connection: Connection, table: FromClause, time: datetime) -> int:
    rows = connection.execute(select(table.c.number, table.c.at).order_by(table.c.number))
    last = 0
    for row in rows:
        if read_time(row.at) > time:
            break
        last = row.number
    return last


def find_mark(connection: Connection) -> tuple[int, ...]:
    """The number of the last event: every transaction that stores something ends with one."""
    return (find_last(connection, events)[events.name],)


def hide_mark(mark: tuple[int, ...]) -> tuple[int, ...]:
    """A mark that differs whenever this one does, and tells nothing of how much is stored."""
    hidden = blake2b(repr(mark).encode(), digest_size=8, key=_SECRET).digest()
    return (int.from_bytes(hidden),)
