from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError
from alleged.ledger import open_ledger
from alleged.ledger.backup import back_up, keep_before
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.manifest import find_manifest_path, read_manifest
from alleged.ledger.restore import restore
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import APPLICATION_ID, HEAD
from alleged.model.audit import read_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from alleged.ledger.sqlite import SqliteLedger


@pytest.fixture
def full(ledger: SqliteLedger) -> SqliteLedger:
    """An open ledger with the sample entry in it."""
    ledger.append(sample_entry())
    return ledger


@pytest.fixture
def backup(full: SqliteLedger, tmp_path: Path) -> Path:
    """A backup of that ledger."""
    to = tmp_path / "backup.db"
    back_up(full.path, to)
    return to


def count_claims(path: Path) -> int:
    with closing(open_ledger(path, create=False)) as ledger:
        return ledger.claims(ClaimQuery()).total


def tell(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_backup_of_a_ledger_in_use_is_one_whole_file(full: SqliteLedger, tmp_path: Path) -> None:
    to = tmp_path / "backup.db"
    made = back_up(full.path, to)
    full.append(sample_entry(f"{CLEAN} Again."))
    assert (made.size, made.sha256) == (to.stat().st_size, sha256(to.read_bytes()).hexdigest())
    assert (made.schema, made.rows["claims"], made.rows["documents"]) == (HEAD, 2, 1)
    assert read_manifest(to) == made
    assert count_claims(to) == 2
    assert count_claims(full.path) == 4
    assert {name for name in names(tmp_path) if name.startswith("backup")} == {
        "backup.db",
        "backup.db.manifest.json",
    }


def test_a_backup_may_be_read_by_who_may_read_the_ledger(full: SqliteLedger, tmp_path: Path) -> None:
    full.path.chmod(0o640)
    to = tmp_path / "backup.db"
    back_up(full.path, to)
    for file in (to, find_manifest_path(to)):
        assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_there_is_left_unless_forced(full: SqliteLedger, tmp_path: Path) -> None:
    to = tmp_path / "precious.txt"
    to.write_text("precious")
    with pytest.raises(LedgerError, match=r"is there already and is left as it is.*--force"):
        back_up(full.path, to)
    assert to.read_text() == "precious"
    back_up(full.path, to, force=True)
    assert count_claims(to) == 2


def test_where_a_backup_cannot_go(full: SqliteLedger, tmp_path: Path) -> None:
    before = names(tmp_path)
    for to, told in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "b.db", "there is no folder"),
        (full.path, "is the ledger itself"),
    ):
        with pytest.raises(LedgerError, match=told):
            back_up(full.path, to, force=True)
    assert names(tmp_path) == before


def test_a_backup_that_another_program_uses_is_not_written_over(backup: Path, full: SqliteLedger) -> None:
    backup.with_name("backup.db-wal").write_bytes(b"frames")
    with pytest.raises(LedgerError, match=r"backup.db-wal lies beside"):
        back_up(full.path, backup, force=True)


def test_what_is_no_ledger_is_not_backed_up(tmp_path: Path) -> None:
    empty, other = tmp_path / "empty.db", tmp_path / "other.db"
    empty.touch()
    tell(other, "CREATE TABLE theirs (x)")
    for path, told in (
        (tmp_path / "none.db", "no ledger at"),
        (empty, "empty file"),
        (other, "another program"),
    ):
        with pytest.raises(LedgerError, match=told):
            back_up(path, tmp_path / "backup.db")
    assert names(tmp_path) == {"empty.db", "other.db"}


def damage(path: Path) -> None:
    """Overwrite a page in the middle."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_a_damaged_ledger_gives_no_backup(full: SqliteLedger, tmp_path: Path) -> None:
    full.close()
    damage(full.path)
    with pytest.raises(LedgerError, match=r"1.db is damaged"):
        back_up(full.path, tmp_path / "backup.db")
    assert names(tmp_path) == {full.path.name}


def test_a_restored_ledger_is_what_was_backed_up(backup: Path, tmp_path: Path) -> None:
    to = tmp_path / "new.db"
    restored = restore(backup, to)
    assert restored.aside is None
    assert restored.rows == read_manifest(backup).rows
    with closing(open_ledger(to, create=False)) as ledger:
        assert ledger.claims(ClaimQuery()).claims == sample_entry().claims
        assert ledger.get_text(sample_entry().text.id) == sample_entry().text
        with closing(sqlite3.connect(to)) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        ledger.append(sample_entry(f"{CLEAN} Again."))


def test_the_present_ledger_is_kept_aside(backup: Path, full: SqliteLedger) -> None:
    full.append(sample_entry(f"{CLEAN} Again."))
    full.close()
    aside = restore(backup, full.path).aside
    assert aside is not None
    assert aside.name.startswith(f"{full.path.name}.before-")
    assert (count_claims(full.path), count_claims(aside)) == (2, 4)


def test_a_ledger_in_use_is_not_replaced(backup: Path, full: SqliteLedger) -> None:
    full.append(sample_entry(f"{CLEAN} Again."))
    before = names(full.path.parent)
    with pytest.raises(LedgerError, match="is in use; stop the programs"):
        restore(backup, full.path)
    assert count_claims(full.path) == 4
    assert names(full.path.parent) == before


def test_a_damaged_ledger_is_kept_aside_with_its_log(
    backup: Path, full: SqliteLedger, tmp_path: Path
) -> None:
    full.close()
    full.path.write_bytes(b"no database" * 1_000)
    full.path.with_name(f"{full.path.name}-wal").write_bytes(b"its log")
    aside = restore(backup, full.path).aside
    assert aside is not None
    assert aside.read_bytes().startswith(b"no database")
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"its log"
    assert count_claims(full.path) == 2


def test_a_log_without_a_ledger_does_not_get_into_the_restored_one(backup: Path, tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "other.db", create=True)) as other:
        other.append(sample_entry("Another text: " + CLEAN))
        (tmp_path / "new.db-wal").write_bytes((tmp_path / "other.db-wal").read_bytes())
    aside = restore(backup, tmp_path / "new.db").aside
    assert aside is not None
    assert not aside.exists()
    assert aside.with_name(f"{aside.name}-wal").exists()
    assert count_claims(tmp_path / "new.db") == 2


def flip(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)


def cut(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-4096])


def mark(backup: Path) -> None:
    tell(backup, "PRAGMA application_id = 7")


def unmark(backup: Path) -> None:
    tell(backup, "PRAGMA application_id = 0")


def renew(backup: Path) -> None:
    tell(backup, "UPDATE alembic_version SET version_num = '9999'")


def dangle(backup: Path) -> None:
    tell(backup, "PRAGMA foreign_keys = OFF", "DROP TRIGGER documents_no_delete", "DELETE FROM documents")


def replace(backup: Path) -> None:
    backup.write_bytes(b"words\n" * 5_000)


def log(backup: Path) -> None:
    backup.with_name("backup.db-wal").write_bytes(b"frames")


def lose(backup: Path) -> None:
    find_manifest_path(backup).unlink()


def garble(backup: Path) -> None:
    find_manifest_path(backup).write_text('{"format": "other"}')


def empty(backup: Path) -> None:
    find_manifest_path(backup).write_bytes(b"")


CHANGED = "is not the file that its manifest describes"
CASES: list[tuple[Callable[[Path], None], str, str | None]] = [
    (flip, CHANGED, None),
    (cut, CHANGED, "is damaged"),
    (damage, CHANGED, "is damaged"),
    (mark, CHANGED, f"another program|{APPLICATION_ID}"),
    (unmark, CHANGED, "another program"),
    (renew, CHANGED, "newer alleged"),
    (dangle, CHANGED, "is damaged: .* refers to a row of documents that is not there"),
    (replace, "is no ledger", "is no ledger"),
    (log, "backup.db-wal lies beside", "backup.db-wal lies beside"),
    (lose, "backup.db.manifest.json is missing.*--without-manifest", None),
    (garble, "backup.db.manifest.json is damaged", None),
    (empty, "backup.db.manifest.json is damaged", None),
]


@pytest.mark.parametrize(
    ("spoil", "told", "told_without"), CASES, ids=lambda case: getattr(case, "__name__", "")
)
def test_a_spoilt_backup_is_refused_and_nothing_is_touched(
    backup: Path, full: SqliteLedger, spoil: Callable[[Path], None], told: str, told_without: str | None
) -> None:
    full.append(sample_entry(f"{CLEAN} Again."))
    full.close()
    spoil(backup)
    before = {file: file.read_bytes() for file in full.path.parent.iterdir()}
    with pytest.raises(LedgerError, match=told):
        restore(backup, full.path)
    if told_without:
        with pytest.raises(LedgerError, match=told_without):
            restore(backup, full.path, manifest=False)
    assert {file: file.read_bytes() for file in full.path.parent.iterdir()} == before


TAMPERED = (
    "DROP TRIGGER spans_no_update",
    "UPDATE spans SET start = start + 1",
    "CREATE TRIGGER spans_no_update BEFORE UPDATE ON spans BEGIN SELECT RAISE(ABORT, 'never changed'); END",
)


def test_the_manifest_has_the_head_of_the_copy(full: SqliteLedger, tmp_path: Path) -> None:
    made = back_up(full.path, tmp_path / "backup.db")
    full.append(sample_entry(f"{CLEAN} Again."))
    assert made.head is not None
    with closing(open_ledger(tmp_path / "backup.db", create=False)) as copy:
        assert str(copy.head()).split()[:3] == made.head.split()[:3]
    assert full.audit(read_head(made.head)).damages == ()


def test_a_ledger_that_was_tampered_with_gives_no_backup(full: SqliteLedger, tmp_path: Path) -> None:
    tell(full.path, *TAMPERED)
    with pytest.raises(LedgerError, match=r"is damaged, and no backup was made: .*spans 1.* was changed"):
        back_up(full.path, tmp_path / "backup.db")


def test_a_backup_that_was_tampered_with_is_refused_by_its_rows(backup: Path, tmp_path: Path) -> None:
    tell(backup, *TAMPERED)
    with pytest.raises(LedgerError, match=r"backup.db is damaged: .*spans 1.* was changed"):
        restore(backup, tmp_path / "new.db", manifest=False)
    assert not (tmp_path / "new.db").exists()


def test_another_ledger_is_not_the_one_whose_head_the_manifest_has(backup: Path, tmp_path: Path) -> None:
    manifest = find_manifest_path(backup)
    told = json.loads(manifest.read_text())
    word, size, _, at = told["head"].split()
    manifest.write_text(json.dumps(told | {"head": f"{word} {size} {'0' * 64} {at}"}))
    with pytest.raises(LedgerError, match=r"they are not the events that the head .* stands for"):
        restore(backup, tmp_path / "new.db")


def test_a_manifest_of_an_older_version_has_no_head(backup: Path, tmp_path: Path) -> None:
    manifest = find_manifest_path(backup)
    told = json.loads(manifest.read_text())
    del told["head"]
    manifest.write_text(json.dumps(told))
    restore(backup, tmp_path / "new.db")
    assert count_claims(tmp_path / "new.db") == 2


STALLED = """
import sys, time
from pathlib import Path
from alleged.ledger.files import unfinished

with unfinished(Path(sys.argv[1])) as place:
    place.with_name(place.name + "-journal").touch()
    print(place.name, flush=True)
    time.sleep(600)
"""


def test_what_a_killed_backup_left_is_removed_and_what_a_living_one_makes_is_not(
    full: SqliteLedger, tmp_path: Path
) -> None:
    stalled = [
        subprocess.Popen(
            [sys.executable, "-c", STALLED, str(tmp_path / f"{name}.db")], stdout=subprocess.PIPE
        )
        for name in ("killed", "living")
    ]
    try:
        killed, living = ((each.stdout or sys.stdin.buffer).readline().decode().strip() for each in stalled)
        stalled[0].kill()
        stalled[0].wait()
        assert {killed, living} < names(tmp_path)
        back_up(full.path, tmp_path / "backup.db")
        left = {name for name in names(tmp_path) if ".part" in name}
        assert left == {living, f"{living}-journal"}
    finally:
        for each in stalled:
            each.kill()
            each.communicate()


def test_rows_that_are_not_those_of_the_manifest(backup: Path, tmp_path: Path) -> None:
    manifest = find_manifest_path(backup)
    manifest.write_text(manifest.read_text().replace('"claims": 2', '"claims": 3'))
    with pytest.raises(LedgerError, match="does not hold the rows"):
        restore(backup, tmp_path / "new.db")
    restore(backup, tmp_path / "new.db", manifest=False)
    assert count_claims(tmp_path / "new.db") == 2


def test_where_a_backup_cannot_be_restored(backup: Path, tmp_path: Path) -> None:
    for source, to, told in (
        (tmp_path / "none.db", tmp_path / "new.db", "no backup at"),
        (backup, backup, "restored to itself"),
        (backup, tmp_path, "cannot be made"),
        (backup, tmp_path / "none" / "new.db", "cannot be made"),
    ):
        with pytest.raises(LedgerError, match=told):
            restore(source, to)


def test_what_is_kept_before_a_migration(full: SqliteLedger, caplog: pytest.LogCaptureFixture) -> None:
    first = keep_before(full.path, "0001")
    assert first == full.path.with_name(f"{full.path.name}.schema-0001.bak")
    assert str(first) in caplog.text
    assert keep_before(full.path, "0001") == first
    full.append(sample_entry(f"{CLEAN} Again."))
    second = keep_before(full.path, "0001")
    assert second.name == f"{full.path.name}.schema-0001-2.bak"
    assert (count_claims(first), count_claims(second)) == (2, 4)
    assert keep_before(full.path, "0001") == second
