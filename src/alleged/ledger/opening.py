"""Opening the file of a SQLite ledger: is it one, may we, and is its schema ours."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import QueuePool, create_engine

from alleged.errors import LedgerError
from alleged.ledger.faults import told_of
from alleged.ledger.schema import APPLICATION_ID, HEAD
from alleged.ledger.transactions import transaction

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

OLDEST_SQLITE = (3, 37, 0)
"""The first version that knows STRICT tables."""

PATIENCE = 60.0
"""Seconds to wait for another process that writes."""

SETTINGS = ("foreign_keys = ON", "synchronous = FULL", "recursive_triggers = ON", "trusted_schema = OFF")
"""Set on every connection: FULL so that what is acknowledged is on disk, recursive triggers so that replacing
a row counts as deleting it, an untrusted schema so that a file from elsewhere runs nothing of its own."""

HEADER = b"SQLite format 3\0"
"""How a database file begins."""

READ_WRITE = "mode=rw"
"""How a file is opened that is there and may be written."""

READ, WRITE = "BEGIN", "BEGIN IMMEDIATE"
"""How transactions begin: one that will write takes its turn at once, so that it never fails half way."""


def open_engine(path: Path, *, create: bool) -> Engine:
    """Connections to the ledger in the file `path`; makes or migrates it first where needed."""
    _check_sqlite()
    with told_of(path):
        _check_place(path, create=create)
        engine = _make_engine(path, "mode=rwc" if create else _find_access(path))
        try:
            _prepare(engine, path, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _find_access(path: Path) -> str:
    """How to open a ledger that is there: one that may not be written can still be viewed.

    SQLite keeps its log and shared memory in the folder; where it may make none, and no other process has
    a log there, the file is whole as it is.
    """
    folder_writable = os.access(path.parent, os.W_OK)
    if folder_writable and os.access(path, os.W_OK):
        return READ_WRITE
    logged = path.with_name(f"{path.name}-wal").exists()
    return "mode=ro" if folder_writable or logged else "mode=ro&immutable=1"


def _make_engine(path: Path, access: str) -> Engine:
    connect = partial(_connect, f"{path.absolute().as_uri()}?{access}")
    return create_engine("sqlite://", creator=connect, poolclass=QueuePool, paramstyle="named")


def _connect(uri: str) -> sqlite3.Connection:
    """A connection whose transactions are begun by `transaction` and by nobody else."""
    connection = sqlite3.connect(
        uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise LedgerError(
            f"this Python has SQLite {sqlite3.sqlite_version}; ledgers need {needed} or newer: "
            "use a newer Python"
        )


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, no ledger; name a file in it: {path / 'alleged.db'}")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is no regular file and cannot be a ledger; name another one")
    if path.exists():
        _check_header(path)
        return
    if not create:
        raise LedgerError(f"there is no ledger at {path}; 'alleged read' makes one, --ledger names another")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be made: there is no folder {path.parent}; make it first")


def _check_header(path: Path) -> None:
    """SQLite takes a file of a few bytes for an empty database, and would write over it."""
    with path.open("rb") as file:
        begin = file.read(len(HEADER))
    if begin not in (b"", HEADER):
        raise LedgerError(f"{path} is no ledger, for it is no SQLite database; name another file")


def _prepare(engine: Engine, path: Path, *, create: bool) -> None:
    with transaction(engine, READ) as connection:
        revision = _find_revision(connection, path)
    if revision is None and not create:
        raise LedgerError(
            f"{path} is an empty file, no ledger; 'alleged read' makes one, --ledger names another"
        )
    if revision != HEAD:
        _check_access(path, revision, create=create)
        _use_wal(engine, path)
        _bring_up(engine, path)


def _find_revision(connection: Connection, path: Path) -> str | None:
    """The revision of the schema, None for an empty file; raises LedgerError for what is not ours to open."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar()
    if application == 0 and tables == 0:
        return None
    if application != APPLICATION_ID:
        raise LedgerError(f"{path} is a SQLite database of another program, no ledger; name another file")
    revision: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if revision is None:
        raise LedgerError(f"{path} is damaged: it does not say which schema it has; restore it from a backup")
    if revision > HEAD:
        raise LedgerError(
            f"{path} was written by a newer alleged (schema {revision}; this one knows {HEAD}); "
            "upgrade it: pip install --upgrade alleged"
        )
    return revision


def _check_access(path: Path, revision: str | None, *, create: bool) -> None:
    """A ledger of an older schema is migrated before it is viewed, and that writes."""
    if not create and _find_access(path) != READ_WRITE:
        raise LedgerError(
            f"{path} was written by an older alleged (schema {revision}; this one needs {HEAD}) and may only "
            "be read: let somebody who may write to it open it once, or copy it and open the copy"
        )


def _use_wal(engine: Engine, path: Path) -> None:
    """Readers go on while one process writes; the file remembers it."""
    with engine.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode = WAL").scalar()
    if mode != "wal":
        raise LedgerError(f"{path} lies on a file system without shared memory; keep it on a local disk")


def _bring_up(engine: Engine, path: Path) -> None:
    """Migrate to the newest schema, unless another process was quicker."""
    from alleged.ledger.migrate import migrate  # noqa: PLC0415 - alembic is slow to import and seldom needed

    with transaction(engine, WRITE) as connection:
        if _find_revision(connection, path) != HEAD:
            migrate(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
