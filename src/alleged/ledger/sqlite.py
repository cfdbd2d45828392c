"""A ledger in one SQLite file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger.database import DatabaseLedger
from alleged.ledger.opening import READ, WRITE, open_engine

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from alleged.ledger.interface import Location


class SqliteLedger(DatabaseLedger):
    """A ledger in one SQLite file, as the `Ledger` protocol says; `SqliteLedger.open` gives one."""

    READ = READ
    WRITE = WRITE

    def __init__(self, path: Path, engine: Engine, who: str | None = None) -> None:
        super().__init__(path, engine, who)
        self.path = path

    @classmethod
    def open(cls, location: Location, *, create: bool, who: str | None = None) -> SqliteLedger:
        """The ledger in the file `location`, made if there is none and `create`; an older one is migrated."""
        path = Path(location)
        return cls(path, open_engine(path, create=create), who)

    def _prepare_to_erase(self, connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA secure_delete = ON")

    def _clean(self) -> None:
        """Write the file anew, and cut its log to nothing."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for setting in ("secure_delete = ON", "temp_store = MEMORY"):
                connection.exec_driver_sql(f"PRAGMA {setting}")
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
        if busy:
            raise LedgerError(
                f"the name is out of every row of {self.place}, but another program reads the ledger, so "
                "that its log still has copies: close that program, and erase once more"
            )
