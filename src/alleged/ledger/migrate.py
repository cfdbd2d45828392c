"""Bringing the tables of a ledger to the newest schema, by the numbered migrations."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Apply the migrations that are missing, inside the transaction of `connection`."""
    config = configure()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def configure() -> Config:
    """The configuration of alembic, as it would stand in an alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os" if os.pathsep else "")
    return config
