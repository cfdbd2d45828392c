"""A ledger in one SQLite file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alleged.ledger.database import DatabaseLedger
from alleged.ledger.opening import READ, WRITE, open_engine

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from alleged.ledger.interface import Location


class SqliteLedger(DatabaseLedger):
    """A ledger in one SQLite file, as the `Ledger` protocol says; `SqliteLedger.open` gives one."""

    READ = READ
    WRITE = WRITE

    def __init__(self, path: Path, engine: Engine) -> None:
        super().__init__(path, engine)
        self.path = path

    @classmethod
    def open(cls, location: Location, *, create: bool) -> SqliteLedger:
        """The ledger in the file `location`, made if there is none and `create`; an older one is migrated."""
        path = Path(location)
        return cls(path, open_engine(path, create=create))
