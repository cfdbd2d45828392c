from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.ledger import open_ledger
from alleged.ledger.manifest import hash_file, read_manifest
from alleged.ledger.schema import HEAD
from tests.durability.migrations import (
    DOCUMENTS,
    assert_same_rows,
    check_migrated,
    find_backup,
    find_revision,
    kill_migrations,
    list_earlier,
    make_earlier,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("revision", list_earlier())
def test_a_ledger_of_an_earlier_schema_keeps_every_row(revision: str, tmp_path: Path) -> None:
    earlier = make_earlier(tmp_path / revision, revision)
    migrated, before = tmp_path / "ledger.db", earlier.path.read_bytes()
    migrated.write_bytes(before)
    assert len(earlier.rows["documents"]) == DOCUMENTS
    assert len(earlier.rows["inputs"]) == DOCUMENTS + 2
    check_migrated(migrated, earlier)
    kept = find_backup(migrated, earlier)
    assert find_revision(kept) == revision
    assert_same_rows(kept, earlier)
    assert read_manifest(kept).sha256 == hash_file(kept)


def test_a_killed_migration_is_done_again_and_loses_nothing(tmp_path: Path) -> None:
    hit = kill_migrations(tmp_path, kills=10)
    assert hit.total() >= 10
    assert hit.total() - hit["done"] >= 4, f"the kills must hit: {hit}"


def test_a_newer_ledger_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    for command in (["claims"], ["read", str(tmp_path)], ["verify"], ["backup", str(tmp_path / "b.db")]):
        told = CliRunner().invoke(app, [*command, "--ledger", str(path)])
        assert told.exit_code in (2, 3), told.output
        assert f"written by a newer alleged (schema 9999; this one knows {HEAD})" in told.stderr
        assert "pip install --upgrade alleged" in told.stderr
        assert told.stderr.count("\n") == 1
    assert path.read_bytes() == before
