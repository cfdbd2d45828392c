"""The file of a ledger beside a log of another time, as a careless copy leaves them, and what is told."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.ledger import open_ledger
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from tests.durability.library import find_faults, read_all, state_of, write_documents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from alleged.ledger.interface import Ledger
    from alleged.model.audit import Head

STEPS = 16
BETWEEN = 4
"""Steps from one checkpoint to the next; fewer pages than SQLite moves into the file by itself."""

DECIDED = 10
"""Decisions in a step: pages of their own in an index, of which a log has some only."""

CHECKPOINTS = ("TRUNCATE", "PASSIVE")
"""The log is cut to nothing, or stays and is written over from its beginning."""

SIGNATURE = Signature("J. Reviewer", "2024-03-27T08:00:00+00:00", "the paper says so")


@dataclass(frozen=True, slots=True)
class Moment:
    """A ledger's file and its log as they lay on disk at one time."""

    main: bytes
    log: bytes


@dataclass(frozen=True, slots=True)
class History:
    """What lay on disk after each step and each checkpoint, the states after each step, and the last head."""

    moments: tuple[Moment, ...]
    states: tuple[str, ...]
    head: Head


def make_history(folder: Path) -> History:
    """A ledger that grows by documents and decisions, copied while it is open."""
    path, moments = folder / "grown.db", list[Moment]()
    open_ledger(path, create=True).close()
    with closing(open_ledger(path, create=False)) as ledger:
        states = [state_of(path)]
        for number, source in enumerate(write_documents(folder / "texts", STEPS), 1):
            if number % 2:
                read_all([source], ledger)
            else:
                _decide(ledger, number)
            states.append(state_of(path))
            moments.append(_copy(path))
            if number % BETWEEN == 0:
                _move_log(path, CHECKPOINTS[number // BETWEEN % len(CHECKPOINTS)])
                moments.append(_copy(path))
        head = ledger.head()
    assert len(set(states)) == STEPS + 1
    return History(tuple(moments), tuple(states), head)


def _decide(ledger: Ledger, step: int) -> None:
    for number in range(DECIDED):
        matter = Matter(About.NAME, (f"APT{step}-{number}", "list:1"))
        ledger.decide(decide(matter, Verdict.ACCEPT, SIGNATURE))


def _move_log(path: Path, how: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(f"PRAGMA wal_checkpoint({how})").fetchone()[0] == 0


def _copy(path: Path) -> Moment:
    return Moment(path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes())


def mix(history: History, folder: Path, pairs: Sequence[tuple[int, int]]) -> Counter[str]:
    """What becomes of the file of one moment and the log of another: never a mix that nobody is told of."""
    path, outcome = folder / "mixed.db", Counter[str]()
    for main, log in pairs:
        path.write_bytes(history.moments[main].main)
        path.with_name("mixed.db-wal").write_bytes(history.moments[log].log)
        outcome[_look_at(path, history)] += 1
        for left in folder.glob("mixed.db*"):
            left.unlink()
    return outcome


def _look_at(path: Path, history: History) -> str:
    told = CliRunner().invoke(app, ["verify", "--ledger", str(path)])
    assert isinstance(told.exception, SystemExit | None), told.exception
    if told.exit_code:
        assert told.exit_code in (1, 2, 3)
        assert "alleged restore" in told.stderr or "restore the ledger from a backup" in told.stderr
        return "named"
    assert find_faults(path) == []
    assert state_of(path) in history.states, "what is not told to be wrong is a beginning of the history"
    is_all = state_of(path) == history.states[-1]
    with closing(open_ledger(path, create=False)) as ledger:
        assert (ledger.audit(history.head).damages == ()) is is_all, "a head tells that its end is missing"
    return "all" if is_all else "beginning"


def all_pairs(history: History) -> list[tuple[int, int]]:
    """Each file with each log, in no order."""
    count = range(len(history.moments))
    pairs = list(product(count, count))
    Random(0).shuffle(pairs)
    return pairs
