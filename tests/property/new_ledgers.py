"""Ledgers for one example each."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.ledger.decided import DecidedLedger


@contextmanager
def new_ledger() -> Iterator[DecidedLedger]:
    """A ledger with nothing in it, gone at the end."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        path.write_bytes(_make_empty())
        with closing(open_ledger(path, create=False)) as ledger:
            yield ledger


@cache
def _make_empty() -> bytes:
    """An empty ledger, to be copied: migrations need not run for each example."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        open_ledger(path, create=True).close()
        return path.read_bytes()
