"""The audit of tables against their seals, and of events against their chain: nothing here writes.

Rows are numbered as they are stored, and seals follow each other in the same order: one walk over the seals,
beside one walk over each table, looks at everything once.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import select

from alleged.ledger.chain import find_events, find_seals, list_digests, now
from alleged.ledger.guards import check_guards
from alleged.ledger.index_audit import check_index
from alleged.ledger.pairing import Group, pair_rows
from alleged.ledger.schema import seals
from alleged.ledger.sealing import BY_NAME, NO_SALT, SALT, SEALED, payload_of, split_rows, split_salts
from alleged.ledger.stored import Walk
from alleged.model.audit import NO_CHAIN, Audit, Damage, Harm, Head, link
from alleged.model.merkle import Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import Connection

    from alleged.ledger.sealing import Placed, Seal
    from alleged.model.audit import Event


def audit(connection: Connection, head: Head | None) -> Audit:
    """Everything that is not as it was stored."""
    events, rows = Events(head), Rows(connection)
    damages = [*check_guards(connection), *rows.check()]
    harmed = {damage.row for damage in damages if damage.table == "seals"}
    damages += events.check(connection, harmed)
    damages += check_index(connection, damages)
    found = Head(events.tree.root().hex(), events.tree.size, now())
    return Audit(found, rows.count, tuple(damages), rows.erased)


class Events:
    """The walk over the events: the chain, what each says of its seals, and the tree that grows with them."""

    def __init__(self, head: Head | None) -> None:
        self.tree = Tree()
        self._wanted = head
        self._met = head is None
        self._number = 0
        self._chains = {NO_CHAIN}
        """What the next event may continue: the chain as it is, or as it ought to be."""

    def check(self, connection: Connection, harmed: Collection[str]) -> Iterator[Damage]:
        """What is wrong with events; `harmed` are numbers of seals that are known to be damaged."""
        digests = _Digests(list_digests(connection), harmed)
        for event in find_events(connection):
            found = [*self._check_number(event), *self._check_link(event)]
            yield from found
            yield from digests.check(event, trusted=not found)
            self._grow(event)
        yield from digests.check_rest()
        yield from self._check_head()

    def _check_number(self, event: Event) -> Iterator[Damage]:
        for number in range(self._number + 1, event.number):
            yield Damage("events", str(number), Harm.DELETED, "the chain does not go on without it")
            self._chains.clear()
        self._number = event.number

    def _check_link(self, event: Event) -> Iterator[Damage]:
        """An event follows the one before as it is or as it ought to be: of two, the changed one is named."""
        meant = {link(chain, event.leaf) for chain in self._chains}
        broken = bool(self._chains) and event.chain not in meant
        if broken:
            yield Damage(
                "events", str(event.number), Harm.CHANGED, "it does not continue the chain before it"
            )
        self._chains = {event.chain, *meant, *(self._chains if broken else ())}

    def _grow(self, event: Event) -> None:
        self.tree.add(event.leaf)
        wanted = self._wanted
        if wanted is not None and wanted.size in (None, self.tree.size):
            self._met = self._met or self.tree.root().hex() == wanted.root

    def _check_head(self) -> Iterator[Damage]:
        wanted, size = self._wanted, self.tree.size
        if wanted is None or self._met:
            return
        if wanted.size is None:
            told = "at no time did these events have that root: some of them are gone or changed"
            yield Damage("events", f"1-{size}", Harm.CHANGED, told)
        elif wanted.size > size:
            yield Damage("events", f"{size + 1}-{wanted.size}", Harm.DELETED, _tell_cut(wanted, size))
        else:
            told = f"they are not the events that the head of {wanted.at} stands for"
            yield Damage("events", f"1-{wanted.size}", Harm.CHANGED, told)


def _tell_cut(wanted: Head, size: int) -> str:
    return f"the head of {wanted.at} stands for {wanted.size} events; the ledger has {size} of them"


class _Digests:
    """The walk over the digests of the seals, beside that over the events."""

    def __init__(self, listed: Iterable[tuple[int, int, bytes]], harmed: Collection[str]) -> None:
        self._groups = groupby(listed, key=itemgetter(0))
        self._harmed = harmed
        self._last = 0
        self._next = self._take()

    def _take(self) -> tuple[int, list[tuple[int, bytes]]] | None:
        event, found = next(self._groups, (0, None))
        return None if found is None else (event, [(number, digest) for _, number, digest in found])

    def check(self, event: Event, *, trusted: bool) -> Iterator[Damage]:
        """Whether the event has the seals that it says; one that is damaged itself says nothing."""
        while self._next and self._next[0] < event.number:
            self._next = self._take()  # those of an event that is gone
        own = self._next[1] if self._next and self._next[0] == event.number else []
        if own:
            self._next = self._take()
        told = payload_of(digest for _, digest in own) == event.payload
        if trusted and not told and not self._is_known(own):
            yield _blame(event, own)
        self._last = own[-1][0] if own else self._last

    def _is_known(self, own: list[tuple[int, bytes]]) -> bool:
        """Whether one of these seals, or one that is gone beside them, is known to be damaged."""
        end = own[-1][0] + 1 if own else self._last + 1
        return any(str(number) in self._harmed for number in range(self._last + 1, end + 1))

    def check_rest(self) -> Iterator[Damage]:
        """Seals of events after the last one."""
        while self._next:
            yield Damage("events", str(self._next[0]), Harm.DELETED, "it is gone, what it sealed is there")
            self._next = self._take()


def _blame(event: Event, own: list[tuple[int, bytes]]) -> Damage:
    """What is wrong where an event does not have the seals that it says."""
    for index, (number, _) in enumerate(own):
        rest = (digest for _, digest in own[:index] + own[index + 1 :])
        if payload_of(rest) == event.payload:
            return Damage("seals", str(number), Harm.INSERTED, f"event {event.number} has no such seal")
    where = f"after {own[-1][0]}" if own else f"of event {event.number}"
    return Damage("seals", where, Harm.DELETED, f"event {event.number} has more seals than these")


class Rows:
    """The walk over the seals, beside those over the tables."""

    def __init__(self, connection: Connection) -> None:
        self.count = 0
        self.erased = 0
        self._connection = connection
        self._walks = {sealed.name: Walk(connection, sealed) for sealed in SEALED}
        self._excused: set[str] = set()
        """Tables of which a seal may be damaged: what comes before their next one need not be inserted."""
        self._number = 0
        found = select(seals.c.replaces, seals.c.number).where(seals.c.replaces.is_not(None))
        self._replaced = {old: new for old, new in connection.execute(found) if old < new}

    def check(self) -> Iterator[Damage]:
        """What is wrong with rows, and with seals themselves."""
        for placed, digest in find_seals(self._connection):
            yield from self._check_number(placed)
            if placed.digest != digest or not self._is_whole(placed):
                yield self._distrust(placed)
            elif placed.replaces is None:
                self.erased += split_salts(placed.seal).count(NO_SALT)
                yield from self._check_last(placed)
        for name in self._walks:
            yield from self._tell_inserted(name, None)

    def _is_whole(self, placed: Placed) -> bool:
        """Whether the salts are those of the digest; of a seal that is replaced, those that are left."""
        seal, successor = placed.seal, self._replaced.get(placed.number)
        if seal.table not in BY_NAME:
            return False
        if successor is None:
            return sha256(seal.salts).digest() == seal.salts_hash
        return len(seal.salts) == seal.count * SALT and _is_kept(seal, self._get(successor)[0].seal)

    def _check_last(self, placed: Placed) -> Iterator[Damage]:
        """What is wrong with the rows of a seal, by the one that holds in its place."""
        last, digest = self._find_last(placed)
        if last.digest == digest and self._is_whole(last):
            yield from self._check_rows(last)
        else:  # that one will be named
            self.count += len(self._walks[placed.seal.table].take_until(placed.seal.last + 1))

    def _find_last(self, placed: Placed) -> tuple[Placed, bytes]:
        """The seal that holds in the place of this one, with the digest that is stored with it."""
        last = placed, placed.digest
        while last[0].number in self._replaced:
            last = self._get(self._replaced[last[0].number])
        return last

    def _get(self, number: int) -> tuple[Placed, bytes]:
        (found,) = find_seals(self._connection, seals.c.number == number)
        return found

    def _check_number(self, placed: Placed) -> Iterator[Damage]:
        for number in range(self._number + 1, placed.number):
            self._excused.update(self._walks)
            yield Damage("seals", str(number), Harm.DELETED, "what it sealed cannot be shown to be as it was")
        self._number = placed.number

    def _distrust(self, placed: Placed) -> Damage:
        seal = placed.seal
        self._excused.update(self._walks)  # of which table it was is not sure either
        told = f"what it sealed, {seal.table} {seal.range}, cannot be shown to be as it was"
        return Damage("seals", str(placed.number), Harm.CHANGED, told)

    def _check_rows(self, placed: Placed) -> Iterator[Damage]:
        seal, walk = placed.seal, self._walks[placed.seal.table]
        yield from self._tell_inserted(seal.table, seal.first)
        self._excused.discard(seal.table)
        rows = walk.packer.sort(walk.take_until(seal.last + 1))
        self.count += len(rows)
        packed = list(walk.packer.pack(rows))
        if not seal.holds_all(packed):
            yield from pair_rows(Group(walk, placed, rows, packed))

    def _tell_inserted(self, name: str, end: int | None) -> Iterator[Damage]:
        """Rows that come before the next seal, and so are in none."""
        rows = self._walks[name].take_until(end)
        self.count += len(rows)
        for row in rows if name not in self._excused else ():
            yield self._walks[name].harm(row, Harm.INSERTED, "no event stored it")


def _is_kept(old: Seal, new: Seal) -> bool:
    """Whether the rows whose salts are still there were taken over as they were, and no others."""
    place = (old.table, old.first, old.last) == (new.table, new.first, new.last)
    return place and split_rows(old).items() <= split_rows(new).items()
