"""What can be set from outside: where the ledger is."""

from __future__ import annotations

from pathlib import Path

LEDGER_VARIABLE = "ALLEGED_LEDGER"
DEFAULT_LEDGER = Path("alleged.db")
