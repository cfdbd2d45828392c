"""The store: append and view, one file, one transaction a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.registry import Registry

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.interface import Ledger, LedgerKind

LEDGERS: Registry[LedgerKind] = Registry("ledgers", {"sqlite": "alleged.ledger.sqlite:SqliteLedger"})
"""The kinds of ledger."""


def open_ledger(path: Path, *, create: bool) -> Ledger:
    """The ledger kept in the file `path`; `create` makes one where there is none. Raises LedgerError."""
    return LEDGERS.get("sqlite").open(path, create=create)
