"""The store: append and view, in one file or a database, one transaction a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.registry import Registry

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import LedgerKind, Location

LEDGERS: Registry[LedgerKind] = Registry(
    "ledgers",
    {
        "sqlite": "alleged.ledger.sqlite:SqliteLedger",
        "postgresql": "alleged.ledger.postgres:PostgresLedger",
    },
)
"""The kinds of ledger; an address begins with the name of its kind, a file is of the first."""

FILE, ADDRESS = "sqlite", "://"
"""The kind of a ledger in a file, and what stands between another kind and the rest of its address."""


def open_ledger(location: Location, *, create: bool, who: str | None = None) -> DecidedLedger:
    """The ledger at `location`, a file or "KIND://..."; `create` makes one where there is none.

    A ledger that is shared shows `who`, one of its members, what is for that person, and nothing to nobody.
    What people decided takes effect in it. Raises LedgerError; UnknownPartError for an unknown kind,
    MissingExtraError where it needs an extra.
    """
    from alleged.ledger.decided import DecidedLedger  # noqa: PLC0415 - the registry alone is light

    return DecidedLedger(LEDGERS.get(find_kind(location)).open(location, create=create, who=who))


def find_kind(location: Location) -> str:
    """The name of the kind of ledger that is at `location`."""
    kind, mark, _ = str(location).partition(ADDRESS)
    return kind if mark else FILE


def is_address(location: Location) -> bool:
    """Whether this is the address of a database and no file."""
    return find_kind(location) != FILE


def hide_secrets(location: Location) -> str:
    """The location as people may see it: an address without its passwords."""
    shown = re.sub(r"(://[^/?#@:]{0,200}):[^/?#]{0,200}@", r"\1:***@", str(location))
    return re.sub(r"([?&][a-z]{0,20}password)=[^&#]{0,200}", r"\1=***", shown)
