"""Opening the ledger that a command works on."""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.cli.messages import USAGE, fail
from alleged.errors import LedgerError
from alleged.ledger import hide_secrets, is_address, open_ledger

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from alleged.ledger.interface import Ledger, Location


def open_to_view(location: Location) -> AbstractContextManager[Ledger]:
    """The ledger there; a command that only looks makes none, and is called wrongly without such a file."""
    missing = not _may_be_there(location)
    try:
        return closing(open_ledger(location, create=False))
    except LedgerError as error:
        if missing:
            raise fail(str(error), USAGE) from error
        raise


def open_if_there(location: Location) -> AbstractContextManager[Ledger | None]:
    """The ledger there, or None if there is no such file: for commands that can do without."""
    return open_to_view(location) if _may_be_there(location) else nullcontext()


def open_to_append(location: Location) -> AbstractContextManager[Ledger]:
    """The ledger there, made if there is none."""
    return closing(open_ledger(location, create=True))


def _may_be_there(location: Location) -> bool:
    """Whether a file is there; of a database only its server knows."""
    return is_address(location) or Path(location).exists()


def get_file(location: Location) -> Path:
    """The file of a ledger that is one; a database has a server with tools of its own for backups."""
    if is_address(location):
        shown = hide_secrets(location)
        raise LedgerError(f"{shown} is no file; pg_dump and pg_restore make and restore its backups")
    return Path(location)
