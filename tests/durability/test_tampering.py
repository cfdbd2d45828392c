from __future__ import annotations

import sqlite3
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from alleged.model.audit import Harm
from tests.durability.tampering import (
    EVENTS,
    OF_MEMBERS,
    TABLES,
    TARGETS,
    WHO,
    delete,
    edit,
    lift_guards,
    make_ledger,
    put_guards_back,
    share,
    tamper_often,
)

if TYPE_CHECKING:
    from pathlib import Path

CASES = 50


def test_whatever_is_tampered_with_is_named_and_nothing_else(tmp_path: Path) -> None:
    outcome = tamper_often(tmp_path, CASES)
    assert outcome.missed == []
    assert set(outcome.tables) == set(TARGETS)


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_left_out(table: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    make_ledger(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        lift_guards(connection)
        done = edit(connection, table, Random(0))
        put_guards_back(connection)
    with closing(open_ledger(path, create=False)) as ledger:
        assert done.is_found(ledger.audit().damages), done


@pytest.mark.parametrize("table", OF_MEMBERS)
def test_who_shares_a_ledger_is_not_left_out(table: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    make_ledger(path)
    share(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        lift_guards(connection)
        done = delete(connection, table, Random(0))
        put_guards_back(connection)
    with closing(open_ledger(path, create=False, who=WHO)) as ledger:
        (damage,) = ledger.audit().damages
    assert (damage.table, damage.harm) == (table, Harm.DELETED)
    assert damage.row in done.rows[0].split()


def test_a_cut_off_end_shows_against_a_head_only(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    make_ledger(path)
    with closing(open_ledger(path, create=False)) as ledger:
        head = ledger.head()
    with closing(sqlite3.connect(path)) as connection:
        lift_guards(connection)
        connection.execute("DELETE FROM touched WHERE decision = (SELECT max(number) FROM decisions)")
        connection.execute("DELETE FROM decisions WHERE number = (SELECT max(number) FROM decisions)")
        connection.execute("DELETE FROM seals WHERE event = (SELECT max(number) FROM events)")
        connection.execute("DELETE FROM events WHERE number = (SELECT max(number) FROM events)")
        put_guards_back(connection)
    with closing(open_ledger(path, create=False)) as ledger:
        assert ledger.audit().damages == ()
        (cut,) = ledger.audit(head).damages
    assert (cut.table, cut.row) == ("events", f"{EVENTS}-{EVENTS}")


def test_a_missing_guard_and_a_false_schema_are_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    make_ledger(path)
    with closing(open_ledger(path, create=False)) as ledger:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TRIGGER claims_no_update")
            connection.execute("CREATE TRIGGER theirs AFTER INSERT ON inputs BEGIN SELECT 1; END")
            connection.execute("UPDATE alembic_version SET version_num = '0001'")
            connection.commit()
        damages = {(damage.table, damage.row) for damage in ledger.audit().damages}
    named = {("triggers", "claims_no_update"), ("triggers", "theirs"), ("alembic_version", "1")}
    assert damages == named
