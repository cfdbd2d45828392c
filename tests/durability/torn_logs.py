"""Damaging the log of a ledger (NAME-wal) at random places, and what the ledger then says."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger import open_ledger
from tests.durability.library import find_faults, read_all, state_of, write_documents

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = 25
"""As many transactions are in the log; fewer pages than SQLite moves out of it by itself."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A ledger's file and its log as they lay on disk, and the state after each transaction, oldest first."""

    main: bytes
    log: bytes
    states: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """How often what became of a damaged ledger."""

    lengths: Counter[int] = field(default_factory=Counter)
    """How many transactions were left."""
    refused: list[str] = field(default_factory=list)


def make_logged(folder: Path) -> Logged:
    """A ledger with a log of `DOCUMENTS` transactions, copied while it is open."""
    path, sources = folder / "logged.db", write_documents(folder / "texts", DOCUMENTS)
    open_ledger(path, create=True).close()
    log = path.with_name("logged.db-wal")
    with closing(open_ledger(path, create=False)) as ledger:
        states = [state_of(path)]
        main = path.read_bytes()
        for source in sources:
            read_all([source], ledger)
            states.append(state_of(path))
        assert path.read_bytes() == main, "everything is in the log still"
        return Logged(main, log.read_bytes(), tuple(states))


def damage_logs(logged: Logged, folder: Path, cases: int) -> Outcome:
    """Opens `cases` copies with damaged logs: each holds a prefix of the history, or is refused by name."""
    random, outcome = Random(cases), Outcome()
    path = folder / "torn.db"
    assert len(set(logged.states)) == DOCUMENTS + 1
    for number in range(cases):
        damage = (_truncate, _flip)[number % 2]
        path.write_bytes(logged.main)
        path.with_name("torn.db-wal").write_bytes(damage(logged.log, random))
        _look_at(path, logged, outcome)
        for left in folder.glob("torn.db*"):
            left.unlink()
    assert all(str(path) in told for told in outcome.refused)
    assert max(outcome.lengths) < DOCUMENTS, "every byte of the log counts: damage always costs something"
    return outcome


def _look_at(path: Path, logged: Logged, outcome: Outcome) -> None:
    try:
        open_ledger(path, create=False).close()
    except LedgerError as error:
        outcome.refused.append(str(error))
        return
    assert find_faults(path) == []
    outcome.lengths[logged.states.index(state_of(path))] += 1


def _truncate(log: bytes, random: Random) -> bytes:
    return log[: random.randrange(len(log))]


def _flip(log: bytes, random: Random) -> bytes:
    flipped = bytearray(log)
    for _ in range(random.choice((1, 1, 8))):
        flipped[random.randrange(len(log))] ^= 1 << random.randrange(8)
    return bytes(flipped)
