"""Files that are there whole or not at all, also after the machine lost its power."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import TYPE_CHECKING

from alleged.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOGS = ("-journal", "-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database while it is used, and after a crash."""

PRIVATE = 0o600
"""Who may read a file while it is made: its owner."""


PART = ".alleged-{token}.part"
"""How the name of an unfinished file ends."""


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A place beside `path` for its content while it is made; what is left there at the end is removed.

    What a process that was killed left in that folder is removed, too: it held its file with a lock that
    ended with it.
    """
    _clear(path.parent)
    place, handle = _make(path)
    try:
        yield place
    finally:
        _remove(place)
        os.close(handle)


def _make(path: Path) -> tuple[Path, int]:
    """A new file and the handle that holds its lock; another process may take it away before it is locked."""
    while True:
        place = path.with_name(path.name + PART.format(token=token_hex(4)))
        handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE)
        _lock(handle)
        if os.fstat(handle).st_nlink:
            return place, handle
        os.close(handle)


def _clear(folder: Path) -> None:
    """Remove the unfinished files of processes that are no more."""
    for place in folder.glob("*" + PART.format(token="[0-9a-f]" * 8)):
        with suppress(FileNotFoundError, PermissionError):  # somebody else was quicker, or it is theirs
            _remove_left(place)


def _remove_left(place: Path) -> None:
    handle = os.open(place, os.O_RDWR)
    try:
        if _lock(handle):
            _remove(place)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Whether the file could be locked: nobody else is at work on it."""
    if sys.platform == "win32":
        return False  # which has no such locks: there, nothing that was left is removed
    import fcntl  # noqa: PLC0415 - not on every system

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _remove(place: Path) -> None:
    for ending in ("", *LOGS):
        with suppress(FileNotFoundError):
            place.with_name(place.name + ending).unlink()


def check_alone(path: Path) -> None:
    """Raise LedgerError if a log lies beside `path`: without it the file is not whole."""
    for ending in LOGS:
        log = path.with_name(path.name + ending)
        if log.exists():
            raise LedgerError(
                f"{log} lies beside {path.name}: some program uses it as a ledger; 'alleged backup' makes a "
                "backup of a ledger in use"
            )


def put(place: Path, path: Path) -> None:
    """Give a finished file its name, over what has it; when this returns, it is on disk."""
    sync(place)
    place.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
