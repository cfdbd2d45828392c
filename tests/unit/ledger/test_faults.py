from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from alleged.errors import AnchorError, LedgerError
from alleged.ledger.faults import told_of

PATH = Path("folder/a.db")


def fail(*statements: str) -> str:
    """What is told of a database where the last of these statements fails."""
    connection = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: connection)
    for statement in statements[:-1]:
        connection.execute(statement)
    with pytest.raises(LedgerError) as raised, told_of(PATH), engine.connect() as failing:
        failing.exec_driver_sql(statements[-1])
    connection.close()
    return str(raised.value)


def test_what_people_can_do_something_about() -> None:
    told = fail("PRAGMA max_page_count = 2", "CREATE TABLE t (x)", "INSERT INTO t VALUES (zeroblob(100000))")
    assert told.startswith("folder/a.db cannot grow: the disk is full")
    assert "free space" in told


def test_what_has_no_cure_is_told_as_it_is() -> None:
    assert fail("SELECT * FROM t").startswith("folder/a.db failed: no such table: t")


def test_files_and_letters_that_no_ledger_takes() -> None:
    with pytest.raises(LedgerError, match=r"a\.db cannot be opened: No such file"), told_of(PATH):
        PATH.read_bytes()
    with pytest.raises(LedgerError, match="lone surrogates"), told_of(PATH):
        "\ud800".encode()


def test_errors_that_know_better_pass() -> None:
    with pytest.raises(AnchorError), told_of(PATH):
        raise AnchorError("moved")
