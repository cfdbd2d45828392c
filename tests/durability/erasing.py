"""Processes that erase a name and are killed at a statement of theirs, or a while after it began."""

from __future__ import annotations

import os
import signal
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from random import Random
from shutil import copyfile
from typing import TYPE_CHECKING

from sqlalchemy import Pool, event

from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.model.decision import Signature
from alleged.model.erasure import Wanted
from tests.durability.children import SERVER
from tests.durability.library import find_faults

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

WANTED = Wanted(("Jiǎng Lì",))
BY = Signature("An admin", "2024-04-01T08:00:00+00:00", "a court said so")
DOCUMENTS = 4

END = "the end"
"""The moment after the last statement."""

BEFORE = (
    *("PRAGMA secure_delete", "SELECT", "DROP TRIGGER", "INSERT INTO names", "UPDATE texts", "UPDATE claims"),
    *("UPDATE inputs", "UPDATE archive", "DELETE FROM names", "INSERT INTO claim_words", "UPDATE seals"),
    *("INSERT INTO decisions", "CREATE TRIGGER", "INSERT INTO events", "INSERT INTO seals", "COMMIT"),
)
"""Statements at whose beginning nothing is erased yet, in the order in which they first come."""

AFTER = ("PRAGMA temp_store", "VACUUM", "PRAGMA wal_checkpoint", "PRAGMA read_uncommitted", END)
"""Moments at which the name is out of every row, in their order."""

CLEANED = AFTER[-2:]
"""Moments at which the name is out of every byte: the log is empty."""

IN_THE_MIDDLE = ("COMMIT", "VACUUM", "PRAGMA wal_checkpoint")
"""Statements that write the file or its log."""

A_WHILE = 0.004
"""Seconds: longer than the longest of these statements takes."""


@dataclass(frozen=True, slots=True)
class Moment:
    """So many seconds after the first statement began that begins so."""

    statement: str
    after: float = 0.0

    @property
    def signal(self) -> signal.Signals:
        """What ends a process then."""
        return signal.SIGALRM if self.after else signal.SIGKILL


def make_named(path: Path) -> Path:
    """A ledger in which the name stands."""
    with closing(open_ledger(path, create=True)) as ledger:
        for number in range(DOCUMENTS):
            ledger.append(sample_entry(f"{CLEAN} {number}"))
        assert len(ledger.find_traces(WANTED).documents) == DOCUMENTS
    return path


def kill_while_erasing(named: Path, path: Path, moment: Moment) -> bool:
    """Whether a copy of `named` was erased when its process was killed; it is whole, and erased at last."""
    copyfile(named, path)
    child = SERVER.Process(target=_erase, args=(path, moment), daemon=True)
    child.start()
    child.join()
    assert child.exitcode == -moment.signal, f"killed at {moment}"
    if moment.statement in CLEANED:
        assert_gone(path)
    with closing(open_ledger(path, create=False)) as ledger:
        erased = not ledger.find_traces(WANTED).documents
        assert ledger.audit().damages == ()
        assert erased or _show(path) == _show(named)
        ledger.erase(WANTED, BY)
        assert_gone(path)
        assert ledger.audit().damages == ()
    assert_gone(path)
    assert find_faults(path) == []
    return erased


def kill_in_the_middle(folder: Path, times: int) -> Counter[bool]:
    """How often it was erased when its process was killed while it wrote the file, or soon after."""
    named, random = make_named(folder / "named.db"), Random(times)
    moments = [
        Moment(IN_THE_MIDDLE[number % len(IN_THE_MIDDLE)], random.uniform(1e-6, A_WHILE))
        for number in range(times)
    ]
    return Counter(
        kill_while_erasing(named, folder / f"{number}.db", moment) for number, moment in enumerate(moments)
    )


def assert_gone(path: Path) -> None:
    """The name is in no byte of the ledger and its logs."""
    for file in path.parent.glob(f"{path.name}*"):
        assert "Jiǎng".encode() not in file.read_bytes(), file


def _show(path: Path) -> tuple[object, ...]:
    with closing(open_ledger(path, create=False)) as ledger:
        return ledger.claims(ClaimQuery()), ledger.texts(), ledger.inputs(), ledger.head().root


def _erase(path: Path, moment: Moment) -> None:
    """Erase the name and never come to an end; runs in the child."""

    def watch(connection: Any, *_rest: object) -> None:
        connection.set_trace_callback(lambda statement: _die_at(statement, moment))

    ledger = open_ledger(path, create=False)
    event.listen(Pool, "checkout", watch)
    ledger.erase(WANTED, BY)
    _die_at(END, moment)
    if signal.getitimer(signal.ITIMER_REAL)[0]:
        signal.pause()
    os._exit(0)  # the moment never came


def _die_at(statement: str, moment: Moment) -> None:
    if not statement.startswith(moment.statement):
        return
    if not moment.after:
        os.kill(os.getpid(), signal.SIGKILL)
    if not signal.getitimer(signal.ITIMER_REAL)[0]:
        signal.setitimer(signal.ITIMER_REAL, moment.after)
