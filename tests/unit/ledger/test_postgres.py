"""What is particular to PostgreSQL; what every ledger promises is tested by tests/contract."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError

from alleged.errors import LedgerError, MissingExtraError
from alleged.ledger import hide_secrets, open_ledger, serving
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.postgres import PostgresLedger
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import FULL_TEXT, HEAD, IMMUTABLE, METADATA
from alleged.model.audit import EventKind
from alleged.model.span import span_at
from tests.unit.ledger.filling import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from tests.postgres import Server

DANISH = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'da-DK' LOCALE 'C'"
"""Here "aa" comes after "z"."""

LATIN = "TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"


@pytest.fixture
def address(postgres: Server) -> str:
    return postgres.make_database()


@pytest.fixture
def ledger(address: str) -> Iterator[PostgresLedger]:
    with closing(PostgresLedger.open(address, create=True)) as opened:
        yield opened


def refuse(address: str, *, create: bool = True) -> str:
    with pytest.raises(LedgerError) as raised:
        open_ledger(address, create=create)
    return str(raised.value)


def tell(address: str, *statements: str) -> None:
    with psycopg.connect(address) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def list_kept(connection: Connection) -> set[tuple[str, str, str]]:
    """What keeps the rows of each table: triggers, with how they are defined and whether always."""
    listed = connection.exec_driver_sql(
        "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid), tgenabled FROM pg_trigger "
        "WHERE NOT tgisinternal"
    )
    return {(table, definition, enabled) for table, definition, enabled in listed}


def test_migrations_make_the_tables_of_the_code(ledger: PostgresLedger, postgres: Server) -> None:
    engine = create_engine(postgres.make_database().replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        METADATA.create_all(connection)
        expected = list_kept(connection)
    engine.dispose()
    with ledger._reading() as connection:
        assert list_kept(connection) == expected
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [
            change
            for change in compare_metadata(context, METADATA)
            if not (isinstance(change, tuple) and change[0] in {"remove_table", "remove_index"})
        ]
    assert [change for change in differences if "comment" not in str(change)] == []


@pytest.mark.parametrize("table", [*(table.name for table in IMMUTABLE), FULL_TEXT])
def test_rows_are_never_changed_deleted_or_replaced(ledger: PostgresLedger, table: str) -> None:
    fill(ledger)
    with ledger._engine.connect() as connection:
        column = connection.exec_driver_sql(f"SELECT * FROM {table}").keys()
    first = next(iter(column))
    replacing = "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ON CONSTRAINT {key} DO UPDATE "
    replacing += "SET {first} = EXCLUDED.{first}"
    for statement in (
        f"UPDATE {table} SET {first} = {first}",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
        replacing.format(table=table, first=first, key=find_key(table)),
    ):
        with ledger._engine.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
            connection.exec_driver_sql(statement)


def find_key(table: str) -> str:
    return f"{table}_pkey" if table == FULL_TEXT else f"pk_{table}"


def test_ids_are_found_where_letters_have_another_order(postgres: Server) -> None:
    address = postgres.make_database(DANISH)
    entries = [sample_entry(f"{CLEAN} Again: {number}.") for number in range(30)]
    claims = [claim for entry in entries for claim in entry.claims]
    documents = [entry.text.document.id for entry in entries]
    with closing(open_ledger(address, create=True)) as ledger:
        for entry in entries:
            ledger.append(entry)
        for claim in claims:
            places = [at for at, pair in enumerate(pairwise(claim.id)) if pair == ("a", "a") and at > 3]
            for end in (6, *(at + 1 for at in places)):
                assert ledger.get_claim(claim.id[:end]) == claim
        for document in documents:
            assert {c.document for c in ledger.claims(ClaimQuery(document=document[:8])).claims} == {document}
    assert any("aa" in name for name in documents)


def test_no_database_there(address: str) -> None:
    nowhere = address.replace("/test_", "/nowhere_")
    told = refuse(nowhere)
    assert told.startswith(nowhere)
    assert "database" in told


def test_no_server_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    told = refuse(f"postgresql://me:secret@/name?host={tmp_path_factory.getbasetemp()}")
    assert told.startswith("postgresql://me:***@/name")
    assert "secret" not in told
    assert "cannot be reached" in told


def test_no_address_at_all() -> None:
    assert "write postgresql://" in refuse("postgresql://host:port:port/x")


def test_an_empty_database_becomes_a_ledger_only_if_asked(address: str) -> None:
    assert "is an empty database, no ledger" in refuse(address, create=False)
    open_ledger(address, create=True).close()
    open_ledger(address, create=False).close()


def test_a_database_of_another_program(address: str) -> None:
    tell(address, "CREATE TABLE theirs (x text)")
    for create in (True, False):
        assert "tables of another program" in refuse(address, create=create)


def test_a_database_of_another_encoding(postgres: Server) -> None:
    assert "keeps text as LATIN1; make a database with the encoding UTF8" in refuse(
        postgres.make_database(LATIN)
    )


def test_a_ledger_of_a_newer_program(ledger: PostgresLedger, address: str) -> None:
    tell(address, f"UPDATE alembic_version SET version_num = '{int(HEAD) + 1:04}'")
    assert f"this one knows {HEAD}" in refuse(address)
    tell(address, "DELETE FROM alembic_version")
    assert "is damaged" in refuse(address)


def test_a_migration_that_fails_leaves_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(serving, "MARK", "it's")
        assert "failed" in refuse(address)
    assert "empty database" in refuse(address, create=False)


def test_a_schema_of_its_own(address: str) -> None:
    tell(address, "CREATE SCHEMA team", "CREATE TABLE public.theirs (x text)")
    with closing(open_ledger(f"{address}&options=-csearch_path%3Dteam", create=True)) as ledger:
        ledger.append(sample_entry())
        assert ledger.claims(ClaimQuery(search="accused")).total == 1
    assert "another program" in refuse(address)


def test_everything_that_is_acknowledged_is_on_disk(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("ALTER ROLE alleged SET synchronous_commit = off")
    try:
        with closing(PostgresLedger.open(address, create=True)) as ledger, ledger._reading() as connection:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("ALTER ROLE alleged RESET synchronous_commit")


END_ALL = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND datname = current_database()
"""


def write_while_the_server_ends_it(ledger: PostgresLedger, address: str) -> None:
    with ledger._writing(EventKind.NOTED) as (connection, _):
        tell(address, END_ALL)
        connection.exec_driver_sql("SELECT 1")


def test_a_broken_connection_is_told_and_then_made_anew(ledger: PostgresLedger, address: str) -> None:
    with pytest.raises(LedgerError, match=r"try again|repeat it"):
        write_while_the_server_ends_it(ledger, address)
    ledger.append(sample_entry())
    tell(address, END_ALL)
    assert ledger.claims(ClaimQuery()).total == len(sample_entry().claims)


def test_who_has_to_wait_too_long_is_told(
    ledger: PostgresLedger, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "SETTINGS", ("SET lock_timeout = '10ms'",))
    with closing(open_ledger(address, create=False)) as other, ledger._writing(EventKind.NOTED):
        with pytest.raises(LedgerError, match="is in use"):
            other.append(sample_entry())
        assert other.claims(ClaimQuery()).total == 0


def test_who_may_only_read_is_told(ledger: PostgresLedger, address: str) -> None:
    ledger.append(sample_entry())
    tell(address, "CREATE ROLE reader LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    try:
        with closing(open_ledger(address.replace("alleged@", "reader@"), create=False)) as reading:
            assert reading.claims(ClaimQuery(search="accused", actor="APT31")).total == 1
            with pytest.raises(LedgerError, match="ask for the rights"):
                reading.append(sample_entry(f"{CLEAN} Again."))
    finally:
        tell(address, "DROP OWNED BY reader", "DROP ROLE reader")


def test_words_too_long_for_an_index(ledger: PostgresLedger) -> None:
    clean = f"{CLEAN} {'x' * 100_000} {'y' * 1_000}"
    long = sample_entry(clean)
    claim = replace(long.claims[0], quote=span_at(clean, long.claims[0].quote.start, len(clean)))
    ledger.append(replace(long, input=replace(long.input, claims=1), claims=(claim,), relations=()))
    found = [ledger.claims(ClaimQuery(search=word)).total for word in ("x" * 100_000, "y" * 1_000, "y" * 999)]
    assert found == [1, 1, 0]


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match=r"alleged\[teams\]"):
        open_ledger("postgresql://host/name", create=True)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://me:se:c@ret@host/x", "postgresql://me:***@host/x"),
        ("postgresql://me@host/x?sslmode=require", "postgresql://me@host/x?sslmode=require"),
        ("postgresql:///x?user=me&password=secret&a=b", "postgresql:///x?user=me&password=***&a=b"),
        ("a folder/a:b@c.db", "a folder/a:b@c.db"),
    ],
)
def test_passwords_are_not_shown(address: str, shown: str) -> None:
    assert hide_secrets(address) == shown
