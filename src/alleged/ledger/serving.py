"""Opening a ledger on a PostgreSQL server: does it let us, is it a ledger, and is its schema ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from alleged.errors import LedgerError, MissingExtraError
from alleged.ledger import hide_secrets
from alleged.ledger.faults import tell_lost, tell_newer, told_of
from alleged.ledger.schema import APPLICATION_ID, HEAD
from alleged.ledger.transactions import transaction

if TYPE_CHECKING:
    from psycopg import Connection as PsycopgConnection
    from sqlalchemy import URL, Connection, Engine

PATIENCE = 60
"""Seconds to wait for another program that writes."""

REACH = 10
"""Seconds to wait for the server to answer at all; `connect_timeout` in the address says otherwise."""

READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
WRITE = f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"
"""How transactions begin: one that will write takes its turn at once, as in SQLite, so that numbers count up
without a gap and nobody is turned away half way."""

MARK = "a ledger of alleged"
"""The comment on the table of migrations: it tells a ledger from the database of another program."""

DRIVER = "postgresql+psycopg"

DURABLE = """
SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
"""

SETTINGS = (f"SET lock_timeout = '{PATIENCE}s'", DURABLE)
"""Set on every connection: what is acknowledged is on disk, whatever the server does by default."""


def open_engine(address: str, *, create: bool) -> Engine:
    """Connections to the ledger at `address`; makes or migrates it first where needed."""
    place = hide_secrets(address)
    engine = _make_engine(_parse(address))
    try:
        with told_of(place):
            _prepare(engine, place, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _parse(address: str) -> URL:
    try:
        return make_url(address)
    except (ArgumentError, ValueError) as fault:
        raise LedgerError("that is no address of a database: write postgresql://user@host/name") from fault


def _make_engine(url: URL) -> Engine:
    settings = {"connect_timeout": REACH, "client_encoding": "utf8", **url.query}
    try:
        engine = create_engine(
            url.set(drivername=DRIVER),
            connect_args=settings,
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
        )
    except ImportError as fault:
        raise MissingExtraError("a ledger in PostgreSQL", "teams") from fault
    event.listen(engine, "connect", _settle)
    return engine


def _settle(connection: PsycopgConnection, _record: object) -> None:
    from alleged.ledger.nul import register  # noqa: PLC0415 - needs an extra that only these ledgers need

    register(connection.adapters)
    for setting in SETTINGS:
        connection.execute(setting.encode())
    connection.commit()


def _prepare(engine: Engine, place: str, *, create: bool) -> None:
    with transaction(engine, READ) as connection:
        _check_encoding(connection, place)
        revision = _find_revision(connection, place)
    if revision is None and not create:
        raise LedgerError(
            f"{place} is an empty database, no ledger; 'alleged read' makes one, --ledger names another"
        )
    if revision != HEAD:
        _bring_up(engine, place)


def _check_encoding(connection: Connection, place: str) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise LedgerError(f"{place} keeps text as {encoding}; make a database with the encoding UTF8")


def _find_revision(connection: Connection, place: str) -> str | None:
    """The revision of the schema, None for an empty database; raises LedgerError for what is not ours."""
    tables = {row.relname: row.comment for row in connection.execute(TABLES)}
    if not tables:
        return None
    if tables.get("alembic_version") != MARK:
        raise LedgerError(f"{place} holds the tables of another program, no ledger; name another database")
    revision: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if revision is None:
        raise LedgerError(tell_lost(place))
    if revision > HEAD:
        raise LedgerError(tell_newer(place, revision))
    return revision


TABLES = text(
    "SELECT relname, obj_description(oid, 'pg_class') AS comment FROM pg_class "
    "WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace)"
)
"""The tables in the schema where ours go, with the comment on each."""


def _bring_up(engine: Engine, place: str) -> None:
    """Migrate to the newest schema, unless another process was quicker."""
    from alleged.ledger.migrate import migrate  # noqa: PLC0415 - alembic is slow to import and seldom needed

    with transaction(engine, WRITE) as connection:
        if _find_revision(connection, place) != HEAD:
            migrate(connection)
            connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{MARK}'")
