"""Tampering with the file of a ledger behind its back, and whether an audit names the row."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING, Any

from alleged.ledger import open_ledger
from alleged.ledger.immutability import keep_rows
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import FULL_TEXT, IMMUTABLE, METADATA
from alleged.model.access import EVERYTHING, Marking, Member, Role
from alleged.model.audit import Harm
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from alleged.model.audit import Damage

    Row = dict[str, Any]

DOCUMENTS = 6
EVENTS = 1 + 5 * DOCUMENTS
"""The ledger made, and of each document: read, noted, marked, decided on, and taken back."""
WHO, AT = "J. Reviewer", "2024-03-27T08:00:00+00:00"
OTHERS = ("K. Coder", "L. Coder", "M. Coder")

OF_MEMBERS = ("members", "clearances")
"""Tables that are empty unless a ledger is shared."""
TABLES = [table.name for table in METADATA.sorted_tables if table.name not in OF_MEMBERS]
"""Every other table, those of the chain included."""
TARGETS = (*TABLES, *OF_MEMBERS, FULL_TEXT)
"""Everything that is tampered with."""
SPARED = {"members": "number > 1", "clearances": "member > 1"}
"""Which rows may be tampered with: not those of who looks for it."""


@dataclass(frozen=True, slots=True)
class Tampering:
    """What was done, and how an audit may tell it: any of these rows, as any of these harms."""

    table: str
    rows: tuple[str, ...]
    harms: tuple[Harm, ...]
    done: str

    def is_found(self, damages: Iterable[Damage]) -> bool:
        """Whether one of `damages` names one of the rows."""
        return any(self._is_named(damage) for damage in damages)

    def _is_named(self, damage: Damage) -> bool:
        told = damage.table == self.table and damage.harm in self.harms
        gone = damage.harm is Harm.DELETED and damage.row.startswith(("before", "after", "of"))
        return told and (gone or damage.row in self.rows)


def make_ledger(path: Path) -> None:
    """A ledger with some of everything in it."""
    signature = Signature(WHO, AT, "the paper says so")
    with closing(open_ledger(path, create=True)) as ledger:
        for number in range(DOCUMENTS):
            entry = sample_entry(f"{CLEAN} Again: {number}.")
            ledger.append(entry)
            ledger.note(replace(entry.input, given=Metadata(title=f"Title {number}")))
            ledger.set_marking(Marking(entry.text.document.id, "TLP:GREEN", WHO, AT, "it says so"))
            decision = decide(Matter(About.NAME, ("APT31", f"list:{number}")), Verdict.ACCEPT, signature)
            ledger.decide(decision)
            ledger.decide(withdraw(decision, signature))


def share(path: Path) -> None:
    """Give the ledger members, of whom the first stays untouched."""
    with closing(open_ledger(path, create=False)) as ledger:
        ledger.set_member(Member(WHO, Role.ADMIN, frozenset({EVERYTHING}), WHO, AT))
    with closing(open_ledger(path, create=False, who=WHO)) as ledger:
        for name in OTHERS:
            ledger.set_member(Member(name, Role.CODER, frozenset({"TLP:GREEN"}), WHO, AT))


def tamper(path: Path, table: str, chance: Random) -> Tampering:
    """Change one thing in a table of the file, with the triggers lifted and put back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        lift_guards(connection)
        done = None
        while done is None:
            done = _try(connection, table, chance)
        put_guards_back(connection)
    return done


def lift_guards(connection: sqlite3.Connection) -> None:
    """Drop the triggers that keep rows as they are."""
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def put_guards_back(connection: sqlite3.Connection) -> None:
    """Make the triggers again, and commit."""
    for table in IMMUTABLE:
        for statement in keep_rows("sqlite", table.name):
            connection.execute(statement)
    connection.commit()


def _try(connection: sqlite3.Connection, table: str, chance: Random) -> Tampering | None:
    """What the tables themselves do not allow is no tampering."""
    do = chance.choice(WAYS)
    connection.execute("SAVEPOINT tried")
    try:
        return _tamper_with_index(connection, chance) if table == FULL_TEXT else do(connection, table, chance)
    except sqlite3.IntegrityError:
        connection.execute("ROLLBACK TO tried")
        return None


def _pick(connection: sqlite3.Connection, table: str, chance: Random) -> Row:
    found = connection.execute(f"SELECT * FROM {table} WHERE {SPARED.get(table, 'TRUE')}")
    return dict(chance.choice(found.fetchall()))


def _key(table: str) -> list[str]:
    return [column.name for column in METADATA.tables[table].primary_key]


def _where(table: str) -> str:
    return " AND ".join(f'"{name}" = :{name}_was' for name in _key(table))


def _told(table: str, row: Row) -> str:
    return " ".join(str(row[name]) for name in _key(table))


def _values(row: Row) -> Row:
    return {f"{name}_was": value for name, value in row.items()}


def edit(connection: sqlite3.Connection, table: str, chance: Random) -> Tampering:
    """Change one cell that does not tell which row it is."""
    row = _pick(connection, table, chance)
    names = [name for name in row if name not in _key(table)]
    if not names:
        raise sqlite3.IntegrityError  # its rows are nothing but keys
    name = chance.choice(names)
    new = _other(row[name], chance)
    connection.execute(
        f'UPDATE {table} SET "{name}" = :new WHERE {_where(table)}', {"new": new, **_values(row)}
    )
    harms = (Harm.CHANGED, Harm.DELETED, Harm.INSERTED) if name == "event" else (Harm.CHANGED,)
    return Tampering(table, (_told(table, row),), harms, f"{name} of {table} {_told(table, row)} edited")


def _other(value: object, chance: Random) -> object:
    """Another value of the same type."""
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
    if isinstance(value, int | float):
        return value * 0.5 if isinstance(value, float) else value + chance.choice([-1, 1])
    return "x" if value is None else f"{value}{chance.choice(['x', ' ', chr(0)])}"


def delete(connection: sqlite3.Connection, table: str, chance: Random) -> Tampering:
    """Delete a row."""
    row = _pick(connection, table, chance)
    connection.execute(f"DELETE FROM {table} WHERE {_where(table)}", _values(row))
    rows = (_told(table, row), str(row[_key(table)[0]]))  # where all of a seal is gone, no more is known
    return Tampering(table, rows, (Harm.DELETED,), f"{table} {_told(table, row)} deleted")


def insert(connection: sqlite3.Connection, table: str, chance: Random) -> Tampering:
    """Insert a copy of a row under a key of its own."""
    row = _pick(connection, table, chance)
    last = _key(table)[-1]
    top = connection.execute(f'SELECT max("{last}") FROM {table}').fetchone()[0]
    row[last] = top + 1 if isinstance(top, int) else f"{row[last]} x"
    row |= {"id": f"{row['id']}x"} if "id" in row else {}
    columns, marks = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
    harms = (Harm.INSERTED, Harm.CHANGED) if table in ("events", "seals") else (Harm.INSERTED,)
    return Tampering(table, (_told(table, row),), harms, f"{table} {_told(table, row)} inserted")


def reorder(connection: sqlite3.Connection, table: str, chance: Random) -> Tampering:
    """Let two rows change places: each gets the key of the other."""
    one, other = (_pick(connection, table, chance) for _ in range(2))
    if _told(table, one) == _told(table, other):
        raise sqlite3.IntegrityError
    aside = {**one, _key(table)[0]: -1 if isinstance(one[_key(table)[0]], int) else "aside"}
    for old, new in ((one, aside), (other, one), (aside, other)):
        told = ", ".join(f'"{name}" = :{name}_new' for name in _key(table))
        keys = {f"{name}_new": new[name] for name in _key(table)}
        connection.execute(f"UPDATE {table} SET {told} WHERE {_where(table)}", {**keys, **_values(old)})
    rows = (_told(table, one), _told(table, other))
    if _contents(table, one) == _contents(table, other):
        raise sqlite3.IntegrityError
    return Tampering(table, rows, tuple(Harm), f"{table} {rows} changed places")


def _contents(table: str, row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _key(table)}


WAYS = (edit, delete, insert, reorder)


def _tamper_with_index(connection: sqlite3.Connection, chance: Random) -> Tampering:
    (last,) = connection.execute("SELECT max(number) FROM claims").fetchone()
    number, way = chance.randint(1, last), chance.randrange(3)
    if way == 0:
        connection.execute(f"INSERT INTO {FULL_TEXT}(rowid, quote) VALUES (?, 'invented')", [last + 1])
        return Tampering(FULL_TEXT, (str(last + 1),), (Harm.INSERTED,), "words of no claim indexed")
    command = "INSERT INTO claim_words(claim_words, rowid, speaker) VALUES ('delete', ?, ?)"
    (speaker,) = connection.execute("SELECT speaker_name FROM claims WHERE number = ?", [number]).fetchone()
    if way == 1:
        connection.execute(command, [number, speaker])
        return Tampering(
            FULL_TEXT, (str(number),), (Harm.CHANGED,), f"speaker of {number} not found any more"
        )
    connection.execute(f"UPDATE {FULL_TEXT}_docsize SET sz = x'01010101' WHERE id = ?", [number])
    return Tampering(FULL_TEXT, (str(number),), (Harm.CHANGED,), f"size of the words of {number} edited")


@dataclass(slots=True)
class Outcome:
    """Which tables were tampered with how often, and what was not found, or not in its place."""

    tables: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def tamper_often(folder: Path, times: int, seed: int = 0) -> Outcome:
    """Tamper with a copy of a shared ledger, that many times, with one table after another."""
    sound, tampered, chance, outcome = folder / "sound.db", folder / "tampered.db", Random(seed), Outcome()
    make_ledger(sound)
    share(sound)
    for number in range(times):
        shutil.copyfile(sound, tampered)
        done = tamper(tampered, TARGETS[number % len(TARGETS)], chance)
        outcome.tables[done.table] += 1
        with closing(open_ledger(tampered, create=False, who=WHO)) as ledger:
            damages = ledger.audit().damages
        if not done.is_found(damages) or {damage.table for damage in damages} != {done.table}:
            outcome.missed.append(f"{done.done}: {[(d.table, d.row, d.harm.value) for d in damages]}")
    return outcome
