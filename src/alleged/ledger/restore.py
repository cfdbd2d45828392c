"""Putting a backup in the place of a ledger; the ledger that is there is kept aside, never destroyed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from shutil import copyfile, copymode
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger.copies import count_all, examine
from alleged.ledger.faults import told_of
from alleged.ledger.files import LOGS, check_alone, put, sync, unfinished
from alleged.ledger.manifest import hash_file, read_manifest
from alleged.ledger.opening import begins_well, check_place, connect, find_revision
from alleged.ledger.soundness import ask
from alleged.model.audit import read_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.manifest import Manifest

GIVE_WAY = 1_000
"""Milliseconds to wait for other programs to let go of the present ledger."""

_IN_USE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: rows by table, and where the ledger lies that was there before, if one was."""

    rows: dict[str, int]
    aside: Path | None


def restore(backup: Path, to: Path, *, manifest: bool = True) -> Restored:
    """Put the ledger that `backup` holds to `to`; without `manifest` it is not compared with its manifest.

    Raises LedgerError, and leaves everything as it is, if the backup is damaged or none of ours, and if
    another program has the present ledger open.
    """
    _check_places(backup, to)
    told = read_manifest(backup) if manifest else None
    with told_of(to), unfinished(to) as place:
        copyfile(backup, place)
        copymode(to if to.exists() else backup, place)
        rows = _check(backup, place, told)
        _use_log(place)
        aside = _set_aside(to)
        put(place, to)
    return Restored(rows, aside)


def _check_places(backup: Path, to: Path) -> None:
    if not backup.exists():
        raise LedgerError(f"there is no backup at {backup}; 'alleged backup' makes one")
    check_alone(backup)
    with told_of(backup):
        check_place(backup, create=False)
    if to.exists() and to.samefile(backup):
        raise LedgerError(f"{backup} would be restored to itself; name another place with --to")
    if to.is_dir() or not to.parent.is_dir():
        raise LedgerError(f"{to} cannot be made; name a file in a folder that is there with --to")


def _check(backup: Path, place: Path, told: Manifest | None) -> dict[str, int]:
    """Raise LedgerError naming what is wrong with the copy of `backup` at `place`; gives its rows."""
    if told and (hash_file(place), place.stat().st_size) != (told.sha256, told.size):
        raise LedgerError(
            f"{backup} is damaged: it is not the file that its manifest describes (sha256 {told.sha256}); "
            "use another backup"
        )
    with told_of(backup):
        with closing(connect(place, "mode=rw")) as copy:
            schema = find_revision(ask(copy), backup)
        if schema is None:
            raise LedgerError(f"{backup} is empty and no backup; use another one")
        _check_whole(backup, place, (schema, told))
        rows = count_all(place)
    if told and rows != told.rows:
        raise LedgerError(f"{backup} does not hold the rows that its manifest counts; use another backup")
    return rows


def _check_whole(backup: Path, place: Path, meant: tuple[str, Manifest | None]) -> None:
    schema, told = meant
    damage, _ = examine(place, schema, read_head(told.head) if told and told.head else None)
    if damage:
        raise LedgerError(f"{backup} is damaged: {'; '.join(damage)}; use another backup")


def _use_log(place: Path) -> None:
    with closing(connect(place, "mode=rw")) as copy:
        copy.execute("PRAGMA journal_mode = WAL")


def _set_aside(to: Path) -> Path | None:
    """Keep what is at `to` under another name too, and its log under that name alone: it fits no other."""
    if to.exists() and begins_well(to):
        _close_log(to)
    found = [ending for ending in ("", *LOGS) if _beside(to, ending).exists()]
    if not found:
        return None
    aside = next(name for name in _make_names(to) if not name.exists())
    for ending in reversed(found):
        if ending:
            _beside(to, ending).rename(_beside(aside, ending))
        else:
            _name_twice(to, aside)
    sync(to.parent)
    return aside


def _close_log(to: Path) -> None:
    """Take the log into the ledger, which nobody may use meanwhile; leave it if the ledger is damaged."""
    try:
        with closing(connect(to, "mode=rw")) as present:
            present.execute(f"PRAGMA busy_timeout = {GIVE_WAY}")
            present.execute("PRAGMA journal_mode = DELETE")
            present.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as fault:
        if fault.sqlite_errorname.startswith(_IN_USE):
            raise LedgerError(f"{to} is in use; stop the programs that use it, then restore again") from fault
        if not fault.sqlite_errorname.startswith(_DAMAGED):
            raise


def _name_twice(path: Path, other: Path) -> None:
    """So that there is a ledger at every instant, where the file system can give a file two names."""
    try:
        os.link(path, other)
    except OSError:
        path.rename(other)


def _make_names(to: Path) -> Iterator[Path]:
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield _beside(to, f".before-{at}")
    yield from (_beside(to, f".before-{at}-{again}") for again in count(2))


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
