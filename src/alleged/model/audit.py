"""The audit of a ledger: its events in a hash chain, heads kept elsewhere, and what an audit finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from alleged.model.merkle import leaf_hash

CHAIN = b"\2"
"""Sets links of the chain apart from leaves and nodes of the tree."""

NO_CHAIN = bytes(32)
"""What the first event is chained to."""

HASH_DIGITS = 64
"""Hexadecimal digits of a root hash."""

HEAD_WORD = "alleged-head"
"""How the line of a head begins."""


class EventKind(StrEnum):
    """What a transaction did to the ledger."""

    CREATED = "created"
    """The ledger was made, empty."""
    MIGRATED = "migrated"
    """Its schema was renewed; the event seals the rows that nothing had sealed before."""
    APPENDED = "appended"
    """A document's worth was read into it."""
    NOTED = "noted"
    """An input was noted that brought nothing new."""
    DECIDED = "decided"
    """Somebody decided something."""
    ERASED = "erased"
    """A name was erased; seals of this event hold in the place of those of the rows that had it."""
    SHARED = "shared"
    """Somebody became a member, or is one no longer."""
    MARKED = "marked"
    """A document was marked."""


@dataclass(frozen=True, slots=True)
class Event:
    """One write transaction, as the chain has it."""

    number: int
    """Counts events from 1."""
    at: str
    """When, ISO 8601, UTC."""
    kind: str
    """An `EventKind`, or that of a newer alleged."""
    payload: bytes
    """SHA-256 over what seals the rows that it stored; it tells nothing of their words."""
    chain: bytes
    """SHA-256 over the chain up to the event before and this one's leaf."""

    @property
    def leaf(self) -> bytes:
        """The hash of the event's leaf in the tree: of everything but the chain."""
        return leaf_hash(pack(str(self.number), self.at, self.kind, self.payload.hex()))

    def follows(self, chain: bytes) -> bool:
        """Whether this event continues `chain`."""
        return self.chain == link(chain, self.leaf)


def pack(*fields: str) -> bytes:
    """The fields, each with its length before it, so that no two lists of fields are packed alike."""
    return "".join(f"{len(field)}:{field}" for field in fields).encode()


def link(chain: bytes, leaf: bytes) -> bytes:
    """The chain, continued by the leaf of one more event."""
    return sha256(CHAIN + chain + leaf).digest()


@dataclass(frozen=True, slots=True)
class Head:
    """Stands for everything in a ledger at one time: kept elsewhere, it shows later that nothing is gone."""

    root: str
    """Root hash of the RFC 6962 tree of its events, hexadecimal."""
    size: int | None = None
    """How many events it stands for; None where only the root is known."""
    at: str = ""
    """When it was taken, ISO 8601, UTC."""

    def __str__(self) -> str:
        return f"{HEAD_WORD} {self.size} {self.root} {self.at}"


def read_head(line: str) -> Head:
    """The head that a line tells, or a root hash alone; raises ValueError where it is neither."""
    match line.split():
        case [root] if _is_root(root):
            return Head(root.lower())
        case [word, size, root, at] if (
            word == HEAD_WORD and size.isascii() and size.isdigit() and _is_root(root)
        ):
            return Head(root.lower(), int(size), at)
    raise ValueError(
        f"{line[:80]!r} is no head; write what 'alleged head' printed, or the file that holds it"
    )


def _is_root(word: str) -> bool:
    return len(word) == HASH_DIGITS and all(digit in "0123456789abcdef" for digit in word.lower())


class Harm(StrEnum):
    """What happened to a row."""

    CHANGED = "changed"
    """It is there, but not as it was stored."""
    MOVED = "moved"
    """It stands at the place of another row."""
    DELETED = "deleted"
    """It was stored and is gone."""
    INSERTED = "inserted"
    """It is there, but no event stored it."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One row that is not as the ledger stored it, or one thing about the file that is not as it must be."""

    table: str
    row: str
    """Its number, or what else it is told by; of a missing one, where it should be."""
    harm: Harm
    told: str
    """One line for people."""
    id: str | None = None
    """Id of the record that it is or belongs to, where there is one."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of an audit; the ledger is sound if there is no damage."""

    head: Head
    rows: int
    """How many sealed rows were looked at."""
    damages: tuple[Damage, ...] = ()
    erased: int = 0
    """How many rows are no longer what they were at first, because a name was erased from them."""
