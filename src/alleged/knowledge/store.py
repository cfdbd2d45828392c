"""Loading all authorities: read once, then kept in one file beside the lists until one of them changes."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge import read_authority
from alleged.knowledge.index import make_index
from alleged.knowledge.keys import name_key
from alleged.knowledge.known import Knowledge, pack
from alleged.knowledge.packaged import packaged_files
from alleged.knowledge.shelf import Shelf
from alleged.settings import KNOWLEDGE_VARIABLE, knowledge_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.entity import Authority, Entity

COMPILED = "compiled.db"
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE authority (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, version TEXT NOT NULL,
    source TEXT NOT NULL, entities INTEGER NOT NULL, names INTEGER NOT NULL
) STRICT;
CREATE TABLE entity (
    number INTEGER PRIMARY KEY, authority INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, country TEXT, rest TEXT NOT NULL
) STRICT;
CREATE TABLE name (
    key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)
) STRICT, WITHOUT ROWID;
CREATE TABLE ref (
    ref TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (ref, entity)
) STRICT, WITHOUT ROWID;
"""
_INDEXES = "CREATE UNIQUE INDEX entity_id ON entity (id, authority);"


def open_knowledge(folder: Path | None = None) -> Knowledge:
    """Everything that is known: the packaged lists, and those added in `folder`.

    The first time, and after any change, all lists are read, which takes seconds. Raises KnowledgeError where
    one of them is damaged or the folder cannot be written.
    """
    shelf = Shelf(folder or knowledge_folder())
    compiled, stamp = shelf.folder / COMPILED, _stamp(shelf)
    if _stamp_of(compiled) != stamp:
        _compile(compiled, load_authorities(shelf), stamp)
    uri = f"{compiled.absolute().as_uri()}?mode=ro&immutable=1"
    return Knowledge(sqlite3.connect(uri, uri=True, check_same_thread=False))


def make_knowledge(authorities: Iterable[Authority]) -> Knowledge:
    """The same over these authorities alone, kept in memory."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, authorities, "")
    return Knowledge(connection)


def load_authorities(shelf: Shelf) -> list[Authority]:
    """The packaged lists and those on the shelf, which take the place of packaged ones of the same name."""
    packaged = (read_authority(path.read_bytes(), path.name) for path in packaged_files())
    added = (read_authority(path.read_bytes(), shelf.source(path)) for path in shelf.files())
    return list({each.name: each for each in (*packaged, *added)}.values())


def _stamp(shelf: Shelf) -> str:
    """Changes when a list does, or the code that reads them."""
    code = sorted(Path(__file__).parent.glob("*.*"))
    told = []
    for path in (*code, *packaged_files(), *shelf.files()):
        stat = _stat(path)
        told.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        raise KnowledgeError(what, Place(str(path)), "install its package again") from error


def _stamp_of(compiled: Path) -> str | None:
    """The stamp of the compiled file; None where there is none, or none that can be used."""
    if not compiled.exists():
        return None
    try:
        uri = f"{compiled.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            ((stamp,),) = connection.execute("SELECT value FROM meta WHERE name = 'stamp'").fetchall()
    except (sqlite3.Error, ValueError):
        return None
    return str(stamp)


def _compile(compiled: Path, authorities: Iterable[Authority], stamp: str) -> None:
    draft = compiled.with_name(f"{compiled.name}.{os.getpid()}.tmp")
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            _fill(connection, authorities, stamp)
        draft.replace(compiled)
    except (OSError, sqlite3.Error) as error:
        what = f"cannot be written ({error})"
        cure = f"set {KNOWLEDGE_VARIABLE} to a folder that can"
        raise KnowledgeError(what, Place(str(compiled)), cure) from error
    finally:
        _drop(draft)


def _drop(draft: Path) -> None:
    if draft.exists():
        draft.unlink()


def _fill(connection: sqlite3.Connection, authorities: Iterable[Authority], stamp: str) -> None:
    connection.executescript(_SCHEMA)
    names: set[str] = set()
    for number, authority in enumerate(authorities):
        _add(connection, number, authority)
        names.update(name for entity in authority.entities for name in _telling_names(entity))
    index = make_index(names)
    text = json.dumps([index.forms, index.exact], ensure_ascii=False)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("index", text), ("stamp", stamp)])
    connection.executescript(_INDEXES)
    connection.commit()


def _add(connection: sqlite3.Connection, number: int, authority: Authority) -> None:
    (first,) = connection.execute("SELECT coalesce(max(number) + 1, 0) FROM entity").fetchone()
    named = [(_names(entity), entity) for entity in authority.entities]
    count = sum(len(names) for names, _ in named)
    listed = (number, authority.name, authority.title, authority.version, authority.source)
    connection.execute("INSERT INTO authority VALUES (?, ?, ?, ?, ?, ?, ?)", (*listed, len(named), count))
    for at, (names, entity) in enumerate(named, start=first):
        row = (at, number, entity.id, entity.kind.value, entity.name, entity.country, pack(entity))
        connection.execute("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        keys = {key for name in names if (key := name_key(name))}
        connection.executemany("INSERT INTO name VALUES (?, ?)", [(key, at) for key in sorted(keys)])
        refs = sorted({entity.id, *entity.refs})
        connection.executemany("INSERT INTO ref VALUES (?, ?)", [(ref, at) for ref in refs])


def _names(entity: Entity) -> list[str]:
    return [entity.name, *(alias.name for alias in entity.aliases)]


def _telling_names(entity: Entity) -> list[str]:
    """The names that are looked for in texts: not those that the authority itself calls weak."""
    return [entity.name, *(alias.name for alias in entity.aliases if not alias.weak)]
