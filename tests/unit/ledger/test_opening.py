from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copytree
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError
from alleged.ledger import migrate, open_ledger, opening
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import APPLICATION_ID, FULL_TEXT, HEAD
from alleged.model.access import EVERYTHING, Marking, Member, Role
from alleged.model.audit import EventKind
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from tests.unit.ledger.older import make_older

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.ledger.interface import Entry
    from alleged.ledger.sqlite import SqliteLedger
    from alleged.model.claim import Claim

pytestmark = pytest.mark.alone

NOBODY = 65534
AT = "2024-04-01T00:00:00+00:00"

FOLLOWING = """
from alembic import op

revision = "{next}"
down_revision = "{head}"


def upgrade() -> None:
    op.execute("CREATE TABLE added (number INTEGER PRIMARY KEY) STRICT")
    {step}
"""

NEXT = f"{int(HEAD) + 1:04}"


def refuse(path: Path, *, create: bool) -> str:
    with pytest.raises(LedgerError) as raised:
        open_ledger(path, create=create)
    return str(raised.value)


def ask(path: Path, question: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        (answer,) = connection.execute(question).fetchone()
    return answer


def tell(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_new_ledger_is_marked_as_one(path: Path) -> None:
    open_ledger(path, create=True).close()
    assert ask(path, "PRAGMA application_id") == APPLICATION_ID
    assert ask(path, "PRAGMA journal_mode") == "wal"
    assert ask(path, "SELECT version_num FROM alembic_version") == HEAD
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_every_connection_keeps_what_it_acknowledges(ledger: SqliteLedger) -> None:
    with ledger._reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                "synchronous",
                "foreign_keys",
                "recursive_triggers",
                "trusted_schema",
                "busy_timeout",
            )
        }
    full = 2
    assert settings == {
        "synchronous": full,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "busy_timeout": 60_000,
    }


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:x.db?mode=memory", "alleged.db"):
        open_ledger(Path(name), create=True).close()
        assert (tmp_path / name).is_file()


def test_an_empty_file_becomes_a_ledger_only_if_asked(path: Path) -> None:
    path.touch()
    told = refuse(path, create=False)
    assert str(path) in told
    assert "empty file" in told
    assert path.stat().st_size == 0
    open_ledger(path, create=True).close()
    open_ledger(path, create=False).close()


def test_no_ledger_there(path: Path) -> None:
    told = refuse(path, create=False)
    assert f"there is no ledger at {path}" in told
    assert "--ledger" in told
    assert not path.exists()


def test_no_folder_there(tmp_path: Path) -> None:
    told = refuse(tmp_path / "missing" / "alleged.db", create=True)
    assert f"there is no folder {tmp_path / 'missing'}" in told


@pytest.mark.parametrize("create", [True, False])
def test_a_folder(tmp_path: Path, create: bool) -> None:
    told = refuse(tmp_path, create=create)
    assert f"{tmp_path} is a folder" in told
    assert str(tmp_path / "alleged.db") in told


def test_a_device() -> None:
    assert "no regular file" in refuse(Path(os.devnull), create=True)


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    told = refuse(tmp_path / ("x" * 5000), create=True)
    assert "cannot be opened: File name too long" in told


@pytest.mark.parametrize(
    "content", [b"x", b"no database, but text\n" * 200, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_another_sort_of_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for create in (True, False):
        told = refuse(path, create=create)
        assert str(path) in told
        assert "no SQLite database" in told
    assert path.read_bytes() == content


def test_a_database_of_another_program(path: Path) -> None:
    tell(path, "CREATE TABLE theirs (x)")
    before = path.read_bytes()
    for create in (True, False):
        told = refuse(path, create=create)
        assert str(path) in told
        assert "another program" in told
    assert path.read_bytes() == before


def test_a_ledger_that_does_not_say_its_schema(path: Path) -> None:
    open_ledger(path, create=True).close()
    tell(path, "DELETE FROM alembic_version")
    assert "damaged" in refuse(path, create=False)


def test_a_damaged_ledger(path: Path) -> None:
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(sample_entry())
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    told = refuse(path, create=False)
    assert str(path) in told
    assert "damaged" in told


def test_a_place_that_cannot_be_written() -> None:
    place = Path("/proc/alleged.db")
    if not place.parent.is_dir():
        pytest.skip("this system has no /proc")
    told = refuse(place, create=True)
    assert str(place) in told
    assert "check that you may write" in told


def told_to_nobody(tell: Callable[[], str]) -> str:
    """What `tell` tells a user to whom nothing belongs and who may only read; or what it stumbled over."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(NOBODY)
            os.write(writer, tell().encode())
        except BaseException as fault:  # noqa: BLE001 - the child ends here whatever happens
            os.write(writer, f"{type(fault).__name__}: {fault}".encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, encoding="utf-8") as told:
        return told.read()


def open_up(path: Path) -> None:
    """Everybody may go to the folder of `path`."""
    for folder in [path.parent, *path.parent.parents][:3]:
        folder.chmod(0o755)


def count_claims(path: Path) -> str:
    with closing(open_ledger(path, create=False)) as ledger:
        return str(ledger.claims(ClaimQuery()).total)


def try_to_write(path: Path) -> str:
    with closing(open_ledger(path, create=False)) as ledger, pytest.raises(LedgerError) as raised:
        ledger.note(sample_entry().input)
    return str(raised.value)


becomes_another_user = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only the super-user becomes another user"
)


@becomes_another_user
@pytest.mark.parametrize("folder_mode", [0o755, 0o777])
def test_a_ledger_that_may_only_be_read_is_viewed(path: Path, folder_mode: int) -> None:
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(sample_entry())
    open_up(path)
    path.parent.chmod(folder_mode)
    assert told_to_nobody(lambda: count_claims(path)) == str(len(sample_entry().claims))
    assert "check that you may" in told_to_nobody(lambda: try_to_write(path))
    assert count_claims(path) == str(len(sample_entry().claims))


@becomes_another_user
def test_a_view_holds_what_another_has_just_written(path: Path) -> None:
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(sample_entry())
        open_up(path)
        assert told_to_nobody(lambda: count_claims(path)) == str(len(sample_entry().claims))


@becomes_another_user
def test_a_ledger_of_somebody_else_is_not_written(path: Path) -> None:
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(sample_entry())
    open_up(path)
    for place in (path, path.parent / "new.db"):
        told = told_to_nobody(partial(refuse, place, create=True))
        assert told.startswith(f"{place} cannot be ")
        assert "check that you may" in told


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this program one that has a schema after ours, with that last step of the migration."""

    ours, migrations = migrate.MIGRATIONS, tmp_path / "migrations"

    def become_newer(step: str) -> None:
        copytree(ours, migrations, dirs_exist_ok=True)
        script = FOLLOWING.format(next=NEXT, head=HEAD, step=step)
        (migrations / "versions" / f"{NEXT}_following.py").write_text(script)
        monkeypatch.setattr(migrate, "MIGRATIONS", migrations)
        monkeypatch.setattr(opening, "HEAD", NEXT)

    return become_newer


def test_an_older_ledger_is_migrated_and_a_newer_one_refused(
    path: Path, newer: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = sample_entry()
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(entry)
    newer("pass")
    with closing(open_ledger(path, create=False)) as ledger:
        assert ledger.claims(ClaimQuery()).claims == entry.claims
    assert ask(path, "SELECT count(*) FROM added") == 0
    monkeypatch.setattr(opening, "HEAD", HEAD)
    told = refuse(path, create=True)
    assert str(path) in told
    assert f"newer alleged (schema {NEXT}; this one knows {HEAD})" in told
    assert "pip install --upgrade alleged" in told


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(path: Path, newer: Callable[[str], None]) -> None:
    entry = sample_entry()
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(entry)
    newer('op.execute("SELECT lost")')
    assert "no such column: lost" in refuse(path, create=False)
    assert ask(path, "SELECT version_num FROM alembic_version") == HEAD
    assert ask(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'added'") == 0
    newer("pass")
    with closing(open_ledger(path, create=False)) as ledger:
        assert ledger.claims(ClaimQuery()).claims == entry.claims


@pytest.fixture
def first(path: Path) -> Path:
    """A ledger of schema 0001, which knew no realis, with the sample entry in it."""
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(sample_entry())
    make_older(path, "0001")
    assert ask(path, "SELECT version_num FROM alembic_version") == "0001"
    assert ask(path, "SELECT count(*) FROM pragma_table_info('claims') WHERE name = 'realis'") == 0
    return path


def without_realis(entry: Entry) -> tuple[Claim, ...]:
    return tuple(replace(claim, realis=None) for claim in entry.claims)


def test_a_ledger_without_realis_is_migrated_and_tells_none(
    first: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old, new = sample_entry(), sample_entry(f"{CLEAN} Again.")
    kept = first.with_name(f"{first.name}.schema-0001.bak")
    before = first.read_bytes()
    with closing(open_ledger(first, create=False)) as ledger:
        assert ledger.claims(ClaimQuery()).claims == without_realis(old)
        assert ledger.get_claim(old.claims[0].id) == without_realis(old)[0]
        assert f"a backup is in {kept}" in caplog.text
        assert len(kept.read_bytes()) == len(before)
        assert ask(kept, "SELECT version_num FROM alembic_version") == "0001"
        ledger.append(new)
    with closing(open_ledger(first, create=False)) as ledger:
        assert ledger.claims(ClaimQuery()).claims == (*without_realis(old), *new.claims)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        tell(first, "UPDATE claims SET realis = 'actual'")


@becomes_another_user
@pytest.mark.parametrize("folder_mode", [0o755, 0o777])
def test_a_ledger_that_needs_a_migration_and_may_only_be_read_says_so(first: Path, folder_mode: int) -> None:
    open_up(first)
    first.parent.chmod(folder_mode)
    before = first.read_bytes()
    told = told_to_nobody(partial(refuse, first, create=False))
    assert told.startswith(f"{first} was written by an older alleged (schema 0001; this one needs {HEAD})")
    assert "let somebody who may write to it open it once" in told
    assert first.read_bytes() == before
    copied = first.parent / "copy.db"
    copied.write_bytes(before)
    copied.chmod(0o666)
    first.parent.chmod(0o777)
    assert told_to_nobody(lambda: count_claims(copied)) == str(len(sample_entry().claims))
    assert count_claims(first) == told_to_nobody(lambda: count_claims(first))


def test_many_may_make_the_same_ledger_at_once(path: Path) -> None:
    at_once = Barrier(8)

    def make(_number: int) -> None:
        at_once.wait()
        open_ledger(path, create=True).close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make, range(8)))
    open_ledger(path, create=False).close()


def test_who_has_to_wait_too_long_is_told(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.01)
    with closing(open_ledger(ledger.path, create=False)) as other, ledger._writing(EventKind.NOTED):
        with pytest.raises(LedgerError, match="is in use") as raised:
            other.append(sample_entry())
        assert str(ledger.path) in str(raised.value)
        assert other.claims(ClaimQuery()).total == 0


def loaded_by(program: str) -> set[str]:
    watched = ("sqlalchemy", "alembic", "sqlite3")
    listing = f"\nimport sys; print(*(name for name in {watched} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program + listing], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_the_interface_is_cheap_to_import() -> None:
    assert loaded_by("import alleged.ledger.interface, alleged.ledger") == set()


def test_opening_a_ledger_needs_no_migrations(path: Path) -> None:
    opened = (
        "from pathlib import Path\n"
        "from alleged.ledger import open_ledger\n"
        f"open_ledger(Path({str(path)!r}), create=True).close()"
    )
    assert loaded_by(opened) == {"sqlalchemy", "alembic", "sqlite3"}
    assert loaded_by(opened) == {"sqlalchemy", "sqlite3"}


def test_a_python_with_an_old_sqlite(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    assert "ledgers need 3.37.0 or newer" in refuse(path, create=True)


def test_decisions_of_an_older_ledger_are_hidden_with_the_documents_that_they_touch(path: Path) -> None:
    entry = sample_entry()
    matter = Matter(About.CLAIM, (entry.claims[0].id,))
    decision = decide(matter, Verdict.REJECT, Signature("Anna", AT, "it is of 2019"))
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(entry)
        ledger.decide(decision)
    make_older(path, "0003")
    with closing(open_ledger(path, create=False, who="Root")) as root:
        assert root.decisions() == (decision,)
        assert ask(path, "SELECT count(*) FROM touched") == 1
        assert {damage.table for damage in root.audit().damages} <= {FULL_TEXT}  # make_older loses it
        root.set_member(Member("Root", Role.ADMIN, frozenset({EVERYTHING}), "Root", AT))
        root.set_member(Member("Vera", Role.VIEWER, frozenset(), "Root", AT))
        with closing(open_ledger(path, create=False, who="Vera")) as vera:
            assert vera.decisions() == (decision,)
            root.set_marking(Marking(entry.text.document.id, "TLP:RED", "Root", AT, "a source"))
            assert vera.decisions() == ()
        assert {damage.table for damage in root.audit().damages} <= {FULL_TEXT}  # make_older loses it
