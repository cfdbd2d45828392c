"""A backup of a ledger: one file with what the ledger held at one instant, and a manifest beside it."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from shutil import copymode
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger.copies import count_all, examine
from alleged.ledger.faults import told_of
from alleged.ledger.files import check_alone, put, unfinished
from alleged.ledger.manifest import Manifest, hash_file, write_manifest
from alleged.ledger.opening import check_place, connect, find_access, find_revision
from alleged.ledger.soundness import ask, count_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection

    from alleged.model.audit import Head

LOG = logging.getLogger(__name__)


def back_up(ledger: Path, to: Path, *, force: bool = False) -> Manifest:
    """Copy the ledger in the file `ledger`, as it is at one instant, to `to`; others may go on writing.

    The copy is checked before it gets its name. Raises LedgerError if there is no ledger, if it is damaged,
    and if there is a file at `to` already, unless `force`.
    """
    _check_target(ledger, to, force=force)
    with told_of(to), unfinished(to) as place:
        manifest = _copy_checked(ledger, place)
        _check_target(ledger, to, force=force)
        _finish(place, to, manifest)
    return manifest


def keep_before(ledger: Path, revision: str) -> Path:
    """Back the ledger up beside itself, before a migration from this revision of the schema, and say where.

    A migration that is tried again finds the backup of the first time, and leaves it if it holds the same.
    """
    with told_of(ledger), unfinished(ledger.with_name(f"{ledger.name}.bak")) as place:
        manifest = _copy_checked(ledger, place)
        for kept in _make_names(ledger, revision):
            if not kept.exists():
                _finish(place, kept, manifest)
                break
            if hash_file(kept) == manifest.sha256:
                break
    LOG.warning(
        "%s is of an older schema (%s) and is brought up to date; a backup is in %s", ledger, revision, kept
    )
    return kept


def _make_names(ledger: Path, revision: str) -> Iterator[Path]:
    yield ledger.with_name(f"{ledger.name}.schema-{revision}.bak")
    yield from (ledger.with_name(f"{ledger.name}.schema-{revision}-{again}.bak") for again in count(2))


def _check_target(ledger: Path, to: Path, *, force: bool) -> None:
    if to.is_dir():
        raise LedgerError(f"{to} is a folder; name a file in it: {to / ledger.name}")
    if not to.parent.is_dir():
        raise LedgerError(f"{to} cannot be made: there is no folder {to.parent}; make it first")
    if to.exists() and ledger.exists() and to.samefile(ledger):
        raise LedgerError(f"{to} is the ledger itself; name another file")
    if to.exists() and not force:
        raise LedgerError(f"{to} is there already and is left as it is; name another file, or give --force")
    check_alone(to)


def _copy_checked(ledger: Path, place: Path) -> Manifest:
    with told_of(ledger):
        check_place(ledger, create=False)
        with closing(connect(ledger, find_access(ledger))) as source:
            schema = find_revision(ask(source), ledger)
            if schema is None:
                raise LedgerError(f"{ledger} is an empty file, no ledger; there is nothing to back up")
            rows = _copy(source, place)
    with told_of(place):
        head = _check_copy(place, ledger, (schema, rows))
    copymode(ledger, place)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    told = None if head is None else str(head)
    return Manifest(hash_file(place), place.stat().st_size, schema, made, rows, told)


def _copy(source: Connection, place: Path) -> dict[str, int]:
    """Copy all in one step; counting the rows begins the view of one instant that the copy is made from."""
    source.execute("BEGIN")
    rows = count_rows(source)
    with told_of(place), closing(connect(place, "mode=rwc")) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # so that the backup is one file, also while it is read
    source.execute("ROLLBACK")
    return rows


def _check_copy(place: Path, ledger: Path, meant: tuple[str, dict[str, int]]) -> Head | None:
    schema, rows = meant
    damage, head = examine(place, schema)
    if not damage and count_all(place) != rows:
        damage = ("the copy has not as many rows",)
    if damage:
        raise LedgerError(
            f"{ledger} is damaged, and no backup was made: {'; '.join(damage)}; restore an older one"
        )
    return head


def _finish(place: Path, to: Path, manifest: Manifest) -> None:
    """The manifest first: a backup that has its name has its manifest."""
    write_manifest(manifest, to, place)
    put(place, to)
