"""Processes that read documents into a ledger, tell where they are, and can be killed at any instant."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from enum import IntEnum
from mmap import mmap
from multiprocessing import get_context
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event

from alleged.flow.ingest import ingest
from alleged.ledger import open_ledger
from tests.durability.library import PLAN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path
    from typing import Any

    from alleged.flow.sources import Source

SERVER = get_context("forkserver")
"""Forks children of a process that has everything ready and holds nothing: they start in milliseconds."""

SERVER.set_forkserver_preload(["tests.durability.readiness"])


class At(IntEnum):
    """Where a child is."""

    STARTING = 0
    WRITING = 1
    COMMITTING = 2
    ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Task:
    """What a child does: read these into that ledger; it leaves its marks in `marks` and `done`."""

    ledger: Path
    sources: Sequence[Source]
    folder: Path
    checkpoint: int = 1_000
    """After how many pages SQLite moves the log into the file."""

    @property
    def marks(self) -> Path:
        """One byte: where the child is, an `At`."""
        return self.folder / "marks"

    @property
    def done(self) -> Path:
        """A line for each source that was acknowledged: it was in the ledger when the line was written."""
        return self.folder / "done"

    def find_done(self) -> list[str]:
        """The names of the sources that were acknowledged."""
        return self.done.read_text().splitlines() if self.done.exists() else []


def start(task: Task) -> ForkServerProcess:
    """A child that goes about its task."""
    task.marks.write_bytes(bytes([At.STARTING]))
    child = SERVER.Process(target=run, args=(task,), daemon=True)
    child.start()
    return child


def find_place(task: Task) -> At:
    """Where the child is, or was when it was killed."""
    return At(task.marks.read_bytes()[0])


def wait_until_done(child: ForkServerProcess, task: Task, count: int) -> None:
    """However busy the machine is, let the child come to that many acknowledgements in all, or to its end."""
    while child.exitcode is None and len(task.find_done()) < count:
        child.join(0.002)


def run(task: Task) -> None:
    """Read the sources of `task`; runs in the child."""
    with task.marks.open("r+b") as file, mmap(file.fileno(), 1) as marks, task.done.open("ab", 0) as done:
        _mark(marks, task.checkpoint)
        with closing(open_ledger(task.ledger, create=True)) as ledger:
            for attempt in ingest(task.sources, ledger, PLAN):
                marks[0] = At.ELSEWHERE
                done.write(f"{attempt.source}\n".encode())
    os._exit(0)  # nothing of what ends a process well may be needed


def _mark(marks: mmap, checkpoint: int) -> None:
    """Write down where every transaction of this process is."""

    @event.listens_for(Engine, "connect")
    def _settle(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA wal_autocheckpoint = {checkpoint}")

    @event.listens_for(Engine, "before_cursor_execute")
    def _begin(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement == "BEGIN IMMEDIATE":
            marks[0] = At.WRITING

    @event.listens_for(Engine, "commit")
    def _commit(_connection: object) -> None:
        if marks[0] == At.WRITING:
            marks[0] = At.COMMITTING
