"""Ledgers of every earlier schema, brought to the newest one, also by processes that are killed at it."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from random import Random
from shutil import copyfile, rmtree
from time import monotonic
from typing import TYPE_CHECKING

from alembic.script import ScriptDirectory

from alleged.ledger import open_ledger
from alleged.ledger.migrate import configure
from alleged.ledger.schema import FULL_TEXT, HEAD
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from tests.durability.children import SERVER
from tests.durability.library import find_faults, read_all, write_documents
from tests.unit.ledger.older import list_tables, make_older

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = 12

SIGNATURE = Signature("J. Reviewer", "2024-03-27T08:00:00+00:00", "the paper says so")

Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A ledger as an earlier version left it: its file, its schema, and the rows of each table."""

    path: Path
    revision: str
    rows: Rows


def list_earlier() -> list[str]:
    """The revisions before the newest one, oldest first."""
    known = ScriptDirectory.from_config(configure()).walk_revisions()
    return sorted(script.revision for script in known if script.revision != HEAD)


def make_earlier(folder: Path, revision: str) -> Earlier:
    """A ledger with documents, claims, inputs and decisions, as far as that schema has tables for them."""
    folder.mkdir()
    path, sources = folder / "earlier.db", write_documents(folder / "texts", DOCUMENTS)
    with closing(open_ledger(path, create=True)) as ledger:
        read_all(sources, ledger)
        read_all(sources[:2], ledger)
        for number in range(DOCUMENTS):
            matter = Matter(About.NAME, (f"APT{number}", "list:1"))
            ledger.decide(decide(matter, Verdict.ACCEPT, SIGNATURE))
    make_older(path, revision)
    with closing(sqlite3.connect(path)) as connection:
        _copy_index(connection, folder / "newer.db")
        connection.execute("PRAGMA journal_mode = DELETE")
        return Earlier(path, revision, _find_rows(connection, _list_columns(connection)))


def _copy_index(connection: sqlite3.Connection, newer: Path) -> None:
    """The full-text index was the same in every schema."""
    connection.execute("ATTACH ? AS newer", (str(newer),))
    for part in ("data", "idx", "docsize", "config"):
        table = f"{FULL_TEXT}_{part}"
        connection.execute(f"DELETE FROM main.{table}")
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")
    connection.commit()
    connection.execute("DETACH newer")


def _list_columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    return {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for table in list_tables(connection)
    }


def _find_rows(connection: sqlite3.Connection, columns: dict[str, list[str]]) -> Rows:
    found = {}
    for table, names in columns.items():
        listed = ", ".join(f'"{name}"' for name in names)
        found[table] = sorted(connection.execute(f"SELECT {listed} FROM {table}").fetchall(), key=repr)
    return found


def check_migrated(path: Path, earlier: Earlier) -> None:
    """The ledger at `path` has the newest schema and every row of the earlier; the audit finds nothing."""
    with closing(open_ledger(path, create=False)) as ledger:
        assert ledger.audit().damages == ()
    assert find_faults(path) == []
    assert find_revision(path) == HEAD
    assert_same_rows(path, earlier)


def assert_same_rows(path: Path, earlier: Earlier) -> None:
    """Every row of the earlier ledger is there, and no other in its tables."""
    with closing(sqlite3.connect(earlier.path)) as connection:
        columns = _list_columns(connection)
    with closing(sqlite3.connect(path)) as connection:
        assert _find_rows(connection, columns) == earlier.rows


def find_revision(path: Path) -> str:
    """The schema that the file at `path` says it has."""
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(revision)


def find_backup(path: Path, earlier: Earlier) -> Path:
    """Where the backup must be that is made before a migration."""
    return path.with_name(f"{path.name}.schema-{earlier.revision}.bak")


def kill_migrations(folder: Path, kills: int) -> Counter[str]:
    """Where the kills hit: before the first write, with a backup made, or after the end."""
    made = [make_earlier(folder / revision, revision) for revision in list_earlier()]
    random, hit = Random(kills), Counter[str]()
    last = max(_time(earlier, folder / "timed") for earlier in made)
    while hit.total() < kills:
        earlier = random.choice(made)
        own = _copy(earlier, folder / "killed")
        for _ in range(random.randint(1, 3)):
            hit[_kill(own, earlier, random.uniform(0, last))] += 1
            assert find_revision(own) in (earlier.revision, HEAD), "all of it or nothing"
            assert_same_rows(own, earlier)
        check_migrated(own, earlier)
        kept = find_backup(own, earlier)
        assert find_revision(kept) == earlier.revision
        assert_same_rows(kept, earlier)
        assert list(own.parent.glob("*.part*")) == [], "what the killed ones left is gone"
    return hit


def _copy(earlier: Earlier, folder: Path) -> Path:
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    copyfile(earlier.path, folder / "ledger.db")
    return folder / "ledger.db"


def _time(earlier: Earlier, folder: Path) -> float:
    """Seconds that a child takes for all of it."""
    path = _copy(earlier, folder)
    child = SERVER.Process(target=_migrate, args=(path,), daemon=True)
    child.start()
    while child.exitcode is None and not path.with_name("begun").exists():
        child.join(0.001)
    begun = monotonic()
    child.join()
    assert child.exitcode == 0
    return monotonic() - begun


def _kill(path: Path, earlier: Earlier, after: float) -> str:
    marks = [path.with_name(name) for name in ("begun", "done")]
    for mark in marks:
        mark.unlink(missing_ok=True)
    child = SERVER.Process(target=_migrate, args=(path,), daemon=True)
    child.start()
    while child.exitcode is None and not marks[0].exists():
        child.join(0.001)
    child.join(after)
    child.kill()
    child.join()
    if marks[1].exists():
        return "done"
    return "migrating" if find_backup(path, earlier).exists() else "before"


def _migrate(path: Path) -> None:
    """Open the ledger, which migrates it; runs in the child."""
    path.with_name("begun").touch()
    open_ledger(path, create=False).close()
    path.with_name("done").touch()
    os._exit(0)
