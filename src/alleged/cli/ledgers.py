"""Opening the ledger that a command works on."""

from __future__ import annotations

from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

from alleged.cli.messages import USAGE, fail
from alleged.errors import LedgerError
from alleged.ledger import open_ledger

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from alleged.ledger.interface import Ledger


def open_to_view(path: Path) -> AbstractContextManager[Ledger]:
    """The ledger at `path`; a command that only looks makes none, and is called wrongly if there is none."""
    missing = not path.exists()
    try:
        return closing(open_ledger(path, create=False))
    except LedgerError as error:
        if missing:
            raise fail(str(error), USAGE) from error
        raise


def open_if_there(path: Path) -> AbstractContextManager[Ledger | None]:
    """The ledger at `path`, or None if there is none: for commands that can do without."""
    return open_to_view(path) if path.exists() else nullcontext()


def open_to_append(path: Path) -> AbstractContextManager[Ledger]:
    """The ledger at `path`, made if there is none."""
    return closing(open_ledger(path, create=True))
