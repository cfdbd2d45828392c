"""What can be set from outside: where the ledger is and how much may be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alleged.errors import InputError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

LEDGER_VARIABLE = "ALLEGED_LEDGER"
DEFAULT_LEDGER = Path("alleged.db")

SIZE_VARIABLE = "ALLEGED_MAX_MB"
DEFAULT_MAX_MB = 64
MEGABYTE = 1024 * 1024


def get_max_bytes(environment: Mapping[str, str]) -> int:
    """The size in bytes above which an input is refused; raises InputError if the setting is no number."""
    value = environment.get(SIZE_VARIABLE, str(DEFAULT_MAX_MB))
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        cure = f"set it to a number of megabytes, {DEFAULT_MAX_MB} for example"
        raise InputError(f"{value!r} is no size", Place(SIZE_VARIABLE), cure)
    return int(value) * MEGABYTE
