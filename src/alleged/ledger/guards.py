"""The audit of what keeps rows as they are: the triggers, the schema, the structure of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from alleged.ledger.immutability import keep_rows
from alleged.ledger.schema import FULL_TEXT, HEAD, IMMUTABLE
from alleged.model.audit import Damage, Harm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

MOST = 20
"""Up to how many faults of a file's structure are told."""


def check_guards(connection: Connection) -> Iterator[Damage]:
    """What is wrong with the database besides its rows."""
    versions = list(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars())
    if versions != [HEAD]:
        told = f"it says {', '.join(map(repr, versions))}; the schema is {HEAD!r}"
        yield Damage("alembic_version", "1", Harm.CHANGED, told)
    if connection.dialect.name == "sqlite":
        yield from _check_structure(connection)
        yield from _compare(_find_in_sqlite(connection), _want_in_sqlite())
    else:
        yield from _compare(_find_in_postgres(connection), _want_in_postgres())


def _check_structure(connection: Connection) -> Iterator[Damage]:
    for (told,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})"):
        if told != "ok":
            yield Damage("file", "-", Harm.CHANGED, " ".join(told.split()))


def _compare(there: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[Damage]:
    """Triggers by name, and what each says."""
    for name in sorted({*there, *wanted}):
        if name not in there:
            yield Damage("triggers", name, Harm.DELETED, "it kept rows as they were stored")
        elif name not in wanted:
            yield Damage("triggers", name, Harm.INSERTED, "no ledger has it")
        elif there[name] != wanted[name]:
            yield Damage("triggers", name, Harm.CHANGED, "it no longer says what it must")


def _find_in_sqlite(connection: Connection) -> dict[str, str]:
    listed = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    )
    return {name: _plain(sql) for name, sql in listed}


def _want_in_sqlite() -> dict[str, str]:
    statements = [line for table in IMMUTABLE for line in keep_rows("sqlite", table.name)]
    return {line.split()[2]: _plain(line) for line in statements}


def _plain(sql: str) -> str:
    return " ".join(sql.split())


TRIGGERS = text(
    "SELECT t.tgname::text, t.tgenabled::text, c.relname::text, t.tgtype::int "
    "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE NOT t.tgisinternal AND c.relnamespace = CAST(current_schema() AS regnamespace)"
)
"""Triggers of our schema: name, when they fire, on which table, at which changes."""

ALWAYS = "A"
EVERY_CHANGE = 2 | 8 | 16 | 32
"""Before, for each statement that deletes, updates or truncates: the bits of `pg_trigger.tgtype`."""


def _find_in_postgres(connection: Connection) -> dict[str, str]:
    return {name: f"{table} {when} {type_}" for name, when, table, type_ in connection.execute(TRIGGERS)}


def _want_in_postgres() -> dict[str, str]:
    kept = [*(table.name for table in IMMUTABLE), FULL_TEXT]
    return {f"{table}_no_change": f"{table} {ALWAYS} {EVERY_CHANGE}" for table in kept}
