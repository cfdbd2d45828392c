"""Events: each transaction that writes ends with one, which seals what it stored and continues the chain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import select

from alleged.ledger.bulk import insert_rows
from alleged.ledger.numbers import find_free
from alleged.ledger.schema import events, seals
from alleged.ledger.sealing import BY_NAME, Packer, Placed, Seal, payload_of, seal_rows
from alleged.model.audit import NO_CHAIN, Event, Head, link
from alleged.model.merkle import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, TableClause

    from alleged.ledger import rows
    from alleged.model.audit import EventKind

JOURNAL = "alleged_journal"
"""Under which option a connection carries the journal of its transaction."""

LAST_EVENT = select(events.c.number, events.c.chain).order_by(events.c.number.desc()).limit(1)

AT_ONCE = 1000
"""How many events are fetched at once."""


@dataclass(frozen=True, slots=True)
class Replacing:
    """A seal that holds in the place of an earlier one, whose rows are no longer what they were."""

    replaces: int
    """The number of the earlier one."""
    seal: Seal


@dataclass(frozen=True, slots=True)
class Journal:
    """What a transaction has stored so far, for the event that will seal it."""

    event: int
    """The number that the event will have."""
    chain: bytes
    """The chain that it will continue."""
    stored: dict[str, list[rows.Row]] = field(default_factory=dict)
    """Rows by table."""
    resealed: list[Replacing] = field(default_factory=list)
    """Seals that take the place of earlier ones."""


def open_journal(connection: Connection) -> Journal:
    """A journal for the transaction of `connection`, which carries it from now on: nobody else writes now."""
    last = connection.execute(LAST_EVENT).first()
    journal = Journal(1, NO_CHAIN) if last is None else Journal(last.number + 1, last.chain)
    connection.execution_options(**{JOURNAL: journal})
    return journal


def journal_of(connection: Connection) -> Journal:
    """The journal that `connection` carries."""
    journal: Journal = connection.get_execution_options()[JOURNAL]
    return journal


def store_rows(connection: Connection, table: TableClause, found: list[rows.Row]) -> None:
    """Store `found`, which all have the same columns, and enter them into the journal.

    Whatever a ledger keeps is stored by this: a row without a seal is damage.
    """
    insert_rows(connection, table, found)
    journal_of(connection).stored.setdefault(table.name, []).extend(found)


def close_journal(connection: Connection, kind: EventKind) -> None:
    """Seal what the transaction stored, and end it with the event of that; nothing stored, no event."""
    journal = journal_of(connection)
    if any(journal.stored.values()):
        sealed = (seal for name, found in journal.stored.items() if found for seal in _seal(name, found))
        write_event(connection, journal, (kind, [*sealed, *journal.resealed]))


def _seal(table: str, found: list[rows.Row]) -> Iterator[Seal]:
    columns = tuple(sorted(set().union(*found)))
    packer = Packer(BY_NAME[table], columns)
    empty = dict.fromkeys(columns)
    read = itemgetter(*columns)
    cells = [read(row if len(row) == len(columns) else {**empty, **row}) for row in found]
    return seal_rows(packer, sorted(cells, key=packer.lead))


def write_event(
    connection: Connection, journal: Journal, what: tuple[EventKind, Sequence[Seal | Replacing]]
) -> None:
    """Store an event of that kind with these seals."""
    kind, sealed = what
    free = find_free(connection, seals)["seals"]
    placed = [_place(each, number, journal.event) for number, each in enumerate(sealed, free)]
    payload = payload_of(seal.digest for seal in placed)
    unlinked = Event(journal.event, now(), kind.value, payload, b"")
    row = {"number": unlinked.number, "at": unlinked.at, "kind": unlinked.kind, "payload": payload}
    insert_rows(connection, events, [{**row, "chain": link(journal.chain, unlinked.leaf)}])
    insert_rows(connection, seals, [_seal_row(seal) for seal in placed])


def _place(sealed: Seal | Replacing, number: int, event: int) -> Placed:
    if isinstance(sealed, Replacing):
        return Placed(number, event, sealed.replaces, sealed.seal)
    return Placed(number, event, None, sealed)


def _seal_row(placed: Placed) -> rows.Row:
    seal = placed.seal
    return {
        "number": placed.number,
        "event": placed.event,
        "table_name": seal.table,
        "first": seal.first,
        "last": seal.last,
        "count": seal.count,
        "replaces": placed.replaces,
        "digest": placed.digest,
        "salts_hash": seal.salts_hash,
        "hashes": seal.hashes,
        "salts": seal.salts,
    }


def find_seals(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[tuple[Placed, bytes]]:
    """Every seal with the digest that is stored with it, in the order in which they were stored."""
    place = (seals.c.number, seals.c.event, seals.c.replaces, seals.c.digest)
    counts = (seals.c.table_name, seals.c.first, seals.c.last, seals.c["count"])
    found = select(*place, *counts, seals.c.salts_hash, seals.c.hashes, seals.c.salts)
    ordered = found.where(*conditions).order_by(seals.c.number)
    result = connection.execute(ordered, execution_options={"yield_per": AT_ONCE})
    for number, event, replaces, digest, *sealed in result:
        yield Placed(number, event, replaces, Seal(*sealed)), digest


def list_digests(connection: Connection) -> Iterator[tuple[int, int, bytes]]:
    """Event, number and stored digest of every seal, by event."""
    found = select(seals.c.event, seals.c.number, seals.c.digest).order_by(seals.c.event, seals.c.number)
    result = connection.execute(found, execution_options={"yield_per": AT_ONCE})
    return ((event, number, digest) for event, number, digest in result)


def now() -> str:
    """The time, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def find_events(connection: Connection) -> Iterable[Event]:
    """Every event, oldest first."""
    found = select(events.c.number, events.c.at, events.c.kind, events.c.payload, events.c.chain)
    rows = connection.execute(found.order_by(events.c.number), execution_options={"yield_per": AT_ONCE})
    return (Event(*row) for row in rows)


def find_head(connection: Connection) -> Head:
    """The head of the ledger as it is now."""
    tree = Tree()
    for event in find_events(connection):
        tree.add(event.leaf)
    return Head(tree.root().hex(), tree.size, now())
