"""A ledger in a PostgreSQL database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.ledger import hide_secrets
from alleged.ledger.database import DatabaseLedger
from alleged.ledger.serving import READ, WRITE, open_engine

if TYPE_CHECKING:
    from alleged.ledger.interface import Location


class PostgresLedger(DatabaseLedger):
    """A ledger in a PostgreSQL database, as the `Ledger` protocol says; `PostgresLedger.open` gives one."""

    READ = READ
    WRITE = WRITE

    @classmethod
    def open(cls, location: Location, *, create: bool, who: str | None = None) -> PostgresLedger:
        """The ledger at "postgresql://...", made in an empty database if `create`; an old one is migrated."""
        address = str(location)
        return cls(hide_secrets(address), open_engine(address, create=create), who)
