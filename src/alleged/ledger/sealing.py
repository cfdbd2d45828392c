"""Seals: salted hashes of rows, from which nobody learns a word, and which no other row fits.

A row is packed as its table and, in order of their names, its columns that are not empty, each with its
length: a column that a later schema adds changes no seal of the rows that were there before. Its hash is
SHA-256 over a salt of 16 random bytes and the packed row. Where the salt is destroyed, the hash can be
neither checked nor guessed at.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from alleged.model.audit import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Cells = tuple[Any, ...]
"""The values of one row, in order of the names of their columns."""

SALT = 16
"""Bytes of a salt."""

NO_SALT = bytes(SALT)
"""In the place of a salt that was destroyed."""

HASH = 32
"""Bytes of a hash."""

PART = 256
"""Rows of one seal, about: of many, each seal holds some, so that none is too large to be read at once."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A table whose rows are sealed, and the order in which they are.

    `lead` is a whole number that grows from event to event; with `rest` it tells one row from another.
    """

    name: str
    lead: str
    rest: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The columns by which rows are ordered."""
        return (self.lead, *self.rest)

    @property
    def is_numbered(self) -> bool:
        """Whether the row itself is told by its lead."""
        return not self.rest


SEALED = (
    Sealed("documents", "number"),
    Sealed("archive", "document"),
    Sealed("texts", "number"),
    Sealed("extractions", "number"),
    Sealed("names", "event", ("name",)),
    Sealed("name_words", "event", ("word", "name")),
    Sealed("claims", "number"),
    Sealed("spans", "claim", ("field", "ordinal")),
    Sealed("mentions", "claim", ("side", "ordinal")),
    Sealed("relations", "number"),
    Sealed("inputs", "number"),
    Sealed("decisions", "number"),
    Sealed("members", "number"),
    Sealed("clearances", "member", ("label",)),
    Sealed("markings", "number"),
    Sealed("touched", "decision", ("document",)),
)
"""Every table in which something is kept."""

BY_NAME = {sealed.name: sealed for sealed in SEALED}


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of some rows of one table that one event stored, in their order."""

    table: str
    first: int
    """The lowest lead of these rows; 0 where it is empty."""
    last: int
    """The highest."""
    count: int
    salts_hash: bytes
    """SHA-256 of the salts as they were at first."""
    hashes: bytes
    """A hash a row."""
    salts: bytes
    """A salt a row; zeros where it was destroyed."""

    @property
    def range(self) -> str:
        """The rows, for people."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def holds(self, index: int, packed: bytes) -> bool:
        """Whether `packed` is the row that was sealed at that place."""
        salt = self.salts[index * SALT : (index + 1) * SALT]
        return sha256(salt + packed).digest() == self.hashes[index * HASH : (index + 1) * HASH]

    def holds_all(self, packed: Sequence[bytes]) -> bool:
        """Whether `packed` are the rows that were sealed, all of them, in their order."""
        return len(packed) == self.count and b"".join(hash_rows(packed, self.salts)) == self.hashes


@dataclass(frozen=True, slots=True)
class Placed:
    """A seal at its place in the ledger."""

    number: int
    event: int
    replaces: int | None
    """The number of the seal in whose place it holds."""
    seal: Seal

    @property
    def digest(self) -> bytes:
        """What the event's payload takes in: everything but the salts, for they can be destroyed."""
        seal = self.seal
        counts = (self.number, self.event, self.replaces or 0, seal.first, seal.last, seal.count)
        return sha256(pack(seal.table, *map(str, counts)) + seal.salts_hash + seal.hashes).digest()


class Packer:
    """Packs rows of one table, given as the values of `columns`, which stand in order of their names."""

    __slots__ = ("_begin", "_begins", "_lead", "_rest", "columns", "table")

    def __init__(self, table: Sealed, columns: tuple[str, ...]) -> None:
        self.table = table
        self.columns = columns
        self._begin = pack(table.name).decode()
        self._begins = tuple(f"{len(name)}:{name}" for name in columns)
        self._lead = columns.index(table.lead)
        self._rest = itemgetter(*(columns.index(name) for name in table.rest)) if table.rest else None

    def pack(self, rows: Iterable[Cells]) -> Iterator[bytes]:
        """Each row, packed."""
        for row in rows:
            told = [
                name + _tell(cell) for name, cell in zip(self._begins, row, strict=True) if cell is not None
            ]
            yield f"{self._begin}{''.join(told)}".encode()

    def sort(self, rows: Iterable[Cells]) -> list[Cells]:
        """The rows in the order of their table's key, with letters by their code points."""
        ordered = sorted(rows, key=self._rest) if self._rest else list(rows)
        ordered.sort(key=self.lead)
        return ordered

    def lead(self, row: Cells) -> int:
        """The number by which a row is ordered before all else."""
        lead: int | None = row[self._lead]
        return lead or 0


def _tell(cell: object) -> str:
    """A cell with its kind and its length; bytes are told by their hash."""
    if isinstance(cell, str):
        return f"t{len(cell)}:{cell}"
    if isinstance(cell, int):
        digits = str(cell)
        return f"i{len(digits)}:{digits}"
    if isinstance(cell, float):
        digits = cell.hex()
        return f"r{len(digits)}:{digits}"
    if isinstance(cell, bytes):
        return f"b64:{sha256(cell).hexdigest()}"
    raise TypeError(f"no ledger keeps a {type(cell).__name__}")


def seal_rows(packer: Packer, rows: Iterable[Cells]) -> Iterator[Seal]:
    """Seals of `rows`, which come in the order of their lead."""
    for part in _part(packer, rows):
        ordered, salts = packer.sort(part), os.urandom(SALT * len(part))
        ends = packer.lead(ordered[0]), packer.lead(ordered[-1])
        hashes = b"".join(hash_rows(packer.pack(ordered), salts))
        yield Seal(packer.table.name, *ends, len(part), sha256(salts).digest(), hashes, salts)


def _part(packer: Packer, rows: Iterable[Cells]) -> Iterator[list[Cells]]:
    """The rows in parts; rows of one lead stay together."""
    part: list[Cells] = []
    for row in rows:
        if len(part) >= PART and packer.lead(row) != packer.lead(part[-1]):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def hash_rows(packed: Iterable[bytes], salts: bytes) -> Iterator[bytes]:
    """The hash of each row with the salt that stands at its place."""
    return (sha256(salts[at * SALT : (at + 1) * SALT] + row).digest() for at, row in enumerate(packed))


def payload_of(digests: Iterable[bytes]) -> bytes:
    """What an event says of its seals."""
    return sha256(b"".join(digests)).digest()


def split_salts(seal: Seal) -> list[bytes]:
    """The salt of each row."""
    return [seal.salts[at * SALT : (at + 1) * SALT] for at in range(seal.count)]


def split_rows(seal: Seal) -> dict[bytes, bytes]:
    """The hash of each row whose salt is still there, by its salt."""
    hashes = (seal.hashes[at * HASH : (at + 1) * HASH] for at in range(seal.count))
    return {salt: hash_ for salt, hash_ in zip(split_salts(seal), hashes, strict=True) if salt != NO_SALT}
