"""Sealing rows again: those that were stored before there were seals, and those that erasing changed."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import update

from alleged.ledger.chain import Replacing, find_seals, journal_of, open_journal, write_event
from alleged.ledger.schema import seals
from alleged.ledger.sealing import BY_NAME, NO_SALT, SALT, Seal, hash_rows, seal_rows, split_salts
from alleged.ledger.stored import read_stored
from alleged.model.audit import EventKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from alleged.ledger.sealing import Placed


def seal_what_is_there(connection: Connection, tables: Iterable[str]) -> None:
    """Seal every row of `tables` in one event: what was there before it can be shown from now on only."""
    sealed = [seal for name in tables for seal in _seal_table(connection, name)]
    kind = EventKind.MIGRATED if sealed else EventKind.CREATED
    write_event(connection, open_journal(connection), (kind, sealed))


def _seal_table(connection: Connection, name: str) -> Iterator[Seal]:
    packer, rows = read_stored(connection, BY_NAME[name])
    yield from seal_rows(packer, rows)


def reseal(connection: Connection, changed: Mapping[str, Collection[int]]) -> None:
    """Seal anew what was changed, given as leads of rows by table, and destroy the salts of what it was.

    The salts of all other rows stay: that they are as they were at first can be shown as before.
    """
    placed = {each.number: each for each, _ in find_seals(connection, seals.c.table_name.in_(changed))}
    replaced = {each.replaces for each in placed.values()}
    for each in placed.values():
        seal = each.seal
        if each.number not in replaced and any(
            seal.first <= lead <= seal.last for lead in changed[seal.table]
        ):
            _reseal_one(connection, each, placed)


def _reseal_one(connection: Connection, old: Placed, placed: Mapping[int, Placed]) -> None:
    packer, rows = read_stored(connection, BY_NAME[old.seal.table], (old.seal.first, old.seal.last))
    new, kept = renew(old.seal, list(packer.pack(packer.sort(rows))))
    journal_of(connection).resealed.append(Replacing(old.number, new))
    gone = {salt for place, salt in enumerate(split_salts(old.seal)) if place not in kept}
    earlier: Placed | None = old
    while earlier is not None:
        _destroy_salts(connection, earlier, gone)
        earlier = placed.get(earlier.replaces or 0)


def _destroy_salts(connection: Connection, placed: Placed, gone: Collection[bytes]) -> None:
    left = b"".join(NO_SALT if salt in gone else salt for salt in split_salts(placed.seal))
    connection.execute(update(seals).where(seals.c.number == placed.number).values(salts=left))


def renew(old: Seal, packed: Sequence[bytes]) -> tuple[Seal, frozenset[int]]:
    """The seal of these rows in the place of `old`, and the places there of those that are as they were."""
    salts, kept, after = [], set(), 0
    for row in packed:
        place = next((place for place in range(after, old.count) if old.holds(place, row)), None)
        if place is None:
            salts.append(os.urandom(SALT))
            continue
        salts.append(old.salts[place * SALT : (place + 1) * SALT])
        kept.add(place)
        after = place + 1
    joined = b"".join(salts)
    hashes = b"".join(hash_rows(packed, joined))
    new = Seal(old.table, old.first, old.last, len(packed), sha256(joined).digest(), hashes, joined)
    return new, frozenset(kept)
