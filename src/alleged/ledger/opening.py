"""Opening the file of a SQLite ledger: is it one, may we, and is its schema ours."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import QueuePool, create_engine

from alleged.errors import LedgerError
from alleged.ledger.faults import tell_lost, tell_newer, told_of
from alleged.ledger.schema import APPLICATION_ID, HEAD
from alleged.ledger.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    Ask = Callable[[str], object]
    """Puts a question in SQL to a connection of either kind, and gives the first value of the answer."""

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
        check_place(path, create=create)
        engine = _make_engine(path, "mode=rwc" if create else find_access(path))
        try:
            _prepare(engine, path, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def find_access(path: Path) -> str:
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
    creator = partial(connect, path, access)
    return create_engine("sqlite://", creator=creator, poolclass=QueuePool, paramstyle="named")


def connect(path: Path, access: str) -> sqlite3.Connection:
    """A connection that begins no transaction by itself; `access` is as in SQLite's addresses of files."""
    uri = f"{path.absolute().as_uri()}?{access}"
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


def check_place(path: Path, *, create: bool) -> None:
    """Raise LedgerError unless there is a SQLite database at `path`, or one can be made if `create`."""
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
    if not begins_well(path):
        raise LedgerError(f"{path} is no ledger, for it is no SQLite database; name another file")


def begins_well(path: Path) -> bool:
    """Whether a file is empty or begins like a SQLite database."""
    with path.open("rb") as file:
        return file.read(len(HEADER)) in (b"", HEADER)


def _prepare(engine: Engine, path: Path, *, create: bool) -> None:
    with transaction(engine, READ) as connection:
        revision = find_revision(_asking(connection), path)
    if revision is None and not create:
        raise LedgerError(
            f"{path} is an empty file, no ledger; 'alleged read' makes one, --ledger names another"
        )
    if revision != HEAD:
        _check_access(path, revision, create=create)
        _use_wal(engine, path)
        _bring_up(engine, path)


def find_revision(ask: Ask, path: Path) -> str | None:
    """The revision of the schema, None for an empty file; raises LedgerError for what is not ours to open."""
    application = ask("PRAGMA application_id")
    tables = ask("SELECT count(*) FROM sqlite_schema")
    if application == 0 and tables == 0:
        return None
    if application != APPLICATION_ID:
        raise LedgerError(f"{path} is a SQLite database of another program, no ledger; name another file")
    revision = ask("SELECT max(version_num) FROM alembic_version")
    if not isinstance(revision, str):
        raise LedgerError(tell_lost(path))
    if revision > HEAD:
        raise LedgerError(tell_newer(path, revision))
    return revision


def _check_access(path: Path, revision: str | None, *, create: bool) -> None:
    """A ledger of an older schema is migrated before it is viewed, and that writes."""
    if not create and find_access(path) != READ_WRITE:
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


def _asking(connection: Connection) -> Ask:
    return lambda question: connection.exec_driver_sql(question).scalar()


def _bring_up(engine: Engine, path: Path) -> None:
    """Migrate to the newest schema, unless another process was quicker; what was there is kept beside it."""
    from alleged.ledger.backup import keep_before  # noqa: PLC0415 - seldom needed, and it opens ledgers itself
    from alleged.ledger.migrate import migrate  # noqa: PLC0415 - alembic is slow to import

    with transaction(engine, WRITE) as connection:
        revision = find_revision(_asking(connection), path)
        if revision is not None and revision != HEAD:
            keep_before(path, revision)
        if revision != HEAD:
            migrate(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
