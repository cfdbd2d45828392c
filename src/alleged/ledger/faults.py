"""What a database says when something fails, told to people with the file and the cure."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from alleged.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CURES = {
    "SQLITE_BUSY": "is in use: another program has been writing to it for long; try again when it is done",
    "SQLITE_CANTOPEN": "cannot be opened or made; check that you may write to it and to its folder",
    "SQLITE_CORRUPT": "is damaged; restore it from a backup",
    "SQLITE_FULL": "cannot grow: the disk is full; nothing of this step was stored, free space and repeat it",
    "SQLITE_IOERR": "cannot be read or written: the disk failed; nothing of this step was stored",
    "SQLITE_NOTADB": "is no ledger, for it is no SQLite database; name another file",
    "SQLITE_PERM": "cannot be opened; check that you may read and write it",
    "SQLITE_READONLY": "cannot be written; check that you may write to it and to its folder, or copy it",
    "SQLITE_TOOBIG": "cannot hold a document that large; SQLite stores up to 1,000,000,000 bytes",
}
"""What to say for each result code of SQLite, or the beginning of one, that people can do something about."""


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Turns what the database raises into a LedgerError that names the file and the cure."""
    try:
        yield
    except DBAPIError as fault:
        raise LedgerError(f"{path} {_find_cure(fault.orig)}") from fault
    except OSError as fault:
        raise LedgerError(f"{path} cannot be opened: {fault.strerror}; check that you may read it") from fault
    except UnicodeEncodeError as fault:
        raise LedgerError(f"{path} takes no text with lone surrogates: {fault.object[:40]!r}") from fault


def _find_cure(fault: BaseException | None) -> str:
    code = getattr(fault, "sqlite_errorname", "")
    cures = (cure for begin, cure in CURES.items() if code.startswith(begin))
    return next(cures, f"failed: {fault}")
