"""Files that are there whole or not at all, also after the machine lost its power."""

from __future__ import annotations

import os
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


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A place beside `path` for its content while it is made; what is left there at the end is removed."""
    place = path.with_name(f"{path.name}.{token_hex(4)}.part")
    try:
        place.touch(mode=PRIVATE, exist_ok=False)
        yield place
    finally:
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
