"""Sealing rows that were stored before there were seals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.ledger.chain import open_journal, write_event
from alleged.ledger.sealing import BY_NAME, seal_rows
from alleged.ledger.stored import read_stored
from alleged.model.audit import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from alleged.ledger.sealing import Seal


def seal_what_is_there(connection: Connection, tables: Iterable[str]) -> None:
    """Seal every row of `tables` in one event: what was there before it can be shown from now on only."""
    sealed = [seal for name in tables for seal in _seal_table(connection, name)]
    kind = EventKind.MIGRATED if sealed else EventKind.CREATED
    write_event(connection, open_journal(connection), (kind, sealed))


def _seal_table(connection: Connection, name: str) -> Iterator[Seal]:
    packer, rows = read_stored(connection, BY_NAME[name])
    yield from seal_rows(packer, rows)
