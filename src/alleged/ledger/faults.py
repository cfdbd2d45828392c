"""What a database says when something fails, told to people with the place and the cure."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, OperationalError

from alleged.errors import LedgerError
from alleged.ledger.schema import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.ledger.interface import Location

CURES = {
    "SQLITE_BUSY": "is in use: another program has been writing to it for long; try again when it is done",
    "SQLITE_CANTOPEN": "cannot be opened or made; check that you may write to it and to its folder",
    "SQLITE_CORRUPT": "is damaged; put a backup in its place with 'alleged restore'",
    "SQLITE_FULL": "cannot grow: the disk is full; nothing of this step was stored, free space and repeat it",
    "SQLITE_IOERR": "cannot be read or written: the disk failed, or may hold no file that large; nothing of "
    "this step was stored, check the disk and the limits (ulimit -f) and repeat it",
    "SQLITE_NOTADB": "is no ledger, for it is no SQLite database; name another file",
    "SQLITE_PERM": "cannot be opened; check that you may read and write it",
    "SQLITE_READONLY": "cannot be written; check that you may write to it and to its folder, or copy it",
    "SQLITE_TOOBIG": "cannot hold a document that large; SQLite stores up to 1,000,000,000 bytes",
}
"""What to say for each result code of SQLite, or the beginning of one, that people can do something about."""

STATES = {
    "08": "cannot be reached: the connection broke; nothing of this step was stored, repeat it",
    "22021": "takes no such text; nothing of this step was stored",
    "25006": "may only be read; name the main server and not a copy of it",
    "28": "does not let you in; check the user and the password in the address",
    "3D000": "is not there; make the database first, or name another one",
    "40": "was written by somebody else at the same moment; nothing of this step was stored, repeat it",
    "42501": "does not allow it; ask for the rights that 'How to share a ledger' lists",
    "53100": "cannot grow: its disk is full; nothing of this step was stored, free space and repeat it",
    "53300": "is in use by as many as it takes; try again later",
    "54": "cannot hold something that large; nothing of this step was stored",
    "55P03": "is in use: another program has been writing to it for long; try again when it is done",
    "57P0": "is going down or coming up; try again when it is there",
    "57014": "took too long and was stopped; try again later",
    "58": "cannot be read or written: its disk failed; nothing of this step was stored",
    "XX00": "is damaged; restore it from a backup",
}
"""The same for each SQLSTATE of PostgreSQL, or the beginning of one."""


FULL = (errno.ENOSPC, errno.EDQUOT)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
TOO_MANY = (errno.EMFILE, errno.ENFILE)

FILES_OF_A_LEDGER = 4
"""The file, its log, their shared memory, and the folder while one of them is made."""

TOO_MANY_FILES = "cannot be opened: this program has too many files open; allow it more (ulimit -n)"


@contextmanager
def told_of(place: Location) -> Iterator[None]:
    """Turns what the database or the system raises into a LedgerError that names the place and the cure."""
    try:
        yield
    except DBAPIError as fault:
        raise LedgerError(f"{place} {_find_cure(fault)}") from fault
    except sqlite3.Error as fault:
        raise LedgerError(f"{place} {_find_file_cure(fault)}") from fault
    except OSError as fault:
        raise LedgerError(f"{place} {_find_system_cure(fault)}") from fault
    except UnicodeEncodeError as fault:
        raise LedgerError(f"{place} takes no text with lone surrogates: {fault.object[:40]!r}") from fault


def _find_cure(fault: DBAPIError) -> str:
    if isinstance(fault.orig, sqlite3.Error):
        return _find_file_cure(fault.orig)
    state = getattr(fault.orig, "sqlstate", "")
    if isinstance(fault, OperationalError) and state is None:
        return f"cannot be reached: {_first_line(fault.orig)}; check the address and that the server runs"
    cures = (cure for begin, cure in STATES.items() if (state or "").startswith(begin))
    return next(cures, f"failed: {_first_line(fault.orig)}")


def _find_file_cure(fault: sqlite3.Error) -> str:
    code = getattr(fault, "sqlite_errorname", "")
    if code.startswith("SQLITE_CANTOPEN") and _has_too_many_files():
        return TOO_MANY_FILES
    cures = (cure for begin, cure in CURES.items() if code.startswith(begin))
    return next(cures, f"failed: {_first_line(fault)}")


def _find_system_cure(fault: OSError) -> str:
    if fault.errno in FULL:
        return CURES["SQLITE_FULL"]
    if fault.errno in TOO_MANY:
        return TOO_MANY_FILES
    cure = "check that you may read and write there" if fault.errno in CLOSED else "check its name and place"
    return f"cannot be opened: {fault.strerror}; {cure}"


def _has_too_many_files() -> bool:
    """SQLite does not tell why it could not open a file; whether we can open as many as it needs does."""
    opened: list[int] = []
    try:
        for _ in range(FILES_OF_A_LEDGER):
            opened.append(os.open(os.devnull, os.O_RDONLY))  # noqa: PERF401 - those opened must be closed
    except OSError as fault:
        return fault.errno in TOO_MANY
    finally:
        for handle in opened:
            os.close(handle)
    return False


def _first_line(fault: BaseException | None) -> str:
    return next(iter(str(fault).splitlines()), "it does not say why")


def tell_newer(place: Location, revision: str) -> str:
    """That a ledger has a schema which this program does not know yet."""
    return (
        f"{place} was written by a newer alleged (schema {revision}; this one knows {HEAD}); "
        "upgrade it: pip install --upgrade alleged"
    )


def tell_lost(place: Location) -> str:
    """That a ledger has lost the mark of its schema."""
    return f"{place} is damaged: it does not say which schema it has; restore it from a backup"
