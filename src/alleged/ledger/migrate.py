"""Bringing the tables of a ledger to the newest schema, by the numbered migrations."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"

ONE_AT_A_TIME = Lock()
"""Migrations find their connection through a global of alembic."""


def migrate(connection: Connection) -> None:
    """Apply the migrations that are missing, inside the transaction of `connection`."""
    config = configure()
    config.attributes["connection"] = connection
    with ONE_AT_A_TIME:
        command.upgrade(config, "head")


def configure() -> Config:
    """The configuration of alembic, as it would stand in an alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
