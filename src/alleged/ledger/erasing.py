"""Erasing a name, inside a transaction that somebody else holds: the only thing that changes stored rows."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from sqlalchemy import and_, delete, select, update

from alleged.errors import LedgerError
from alleged.ledger.chain import journal_of
from alleged.ledger.immutability import keep_rows
from alleged.ledger.index import index_anew, store_names
from alleged.ledger.index_audit import list_indexed
from alleged.ledger.masking import find_names
from alleged.ledger.membership import find_members
from alleged.ledger.resealing import reseal
from alleged.ledger.rows import decision_from_row, text_from_row
from alleged.ledger.schema import (
    FULL_TEXT,
    IMMUTABLE,
    METADATA,
    archive,
    claims,
    decisions,
    documents,
    extractions,
    inputs,
    mentions,
    name_words,
    names,
    texts,
)
from alleged.ledger.tracing import Search
from alleged.ledger.viewing import load_claims
from alleged.ledger.writing import store_decision
from alleged.model.decision import About, Matter, Verdict, decide, decision_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, RowMapping, Table

    from alleged.ledger.rows import Row
    from alleged.ledger.tracing import Found, Key
    from alleged.model.decision import Signature
    from alleged.model.erasure import Traces, Wanted

MARK = "+erased."
"""Tells the version of a text that was masked from that which a reader made; the event follows."""


def find_traces(connection: Connection, wanted: Wanted) -> Traces:
    """What erasing would touch."""
    search = Search(connection, wanted)
    search.run()
    return search.trace()


def erase(connection: Connection, wanted: Wanted, by: Signature) -> Traces:
    """Take a name out of every row, and store who did it and why; tells what was touched."""
    search = Search(connection, wanted)
    found = search.run()
    traces = search.trace()
    if not traces.is_nothing:
        _check_no_member(connection, search)
        with _unguarded(connection):
            _Erasing(search, found).run()
            store_decision(connection, decide(Matter(About.ERASURE, traces.documents), Verdict.ACCEPT, by))
    return traces


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """Rows may be changed until this ends; if it does not, the transaction is rolled back with it."""
    dialect = connection.dialect.name
    kept = [table.name for table in IMMUTABLE] + ([] if dialect == "sqlite" else [FULL_TEXT])
    for table in kept:
        for statement in keep_rows(dialect, table):
            if statement.startswith("CREATE TRIGGER"):
                on = "" if dialect == "sqlite" else f" ON {table}"
                connection.exec_driver_sql(f"DROP TRIGGER {statement.split()[2]}{on}")
    yield
    for table in kept:
        for statement in keep_rows(dialect, table):
            connection.exec_driver_sql(statement)


class _Erasing:
    """One name on its way out."""

    def __init__(self, search: Search, found: Found) -> None:
        self._search = search
        self._found = found
        self._connection = search.connection
        self._changed: dict[str, set[int]] = defaultdict(set)
        """Leads of the rows that are no longer what was sealed, by table."""
        self._new_ids: dict[str, str] = {}

    def run(self) -> None:
        """Every step; ids follow from what they stand for, so these come after the words."""
        self._store_names()
        for table in ("texts", "claims", "mentions", "relations", "inputs", "members", "markings"):
            for key, changed in self._found.rows[table].items():
                self._update(METADATA.tables[table], key, changed)
        self._renew_texts()
        self._renew_claims()
        self._renew_inputs()
        self._renew_decisions()
        self._destroy_bytes()
        self._drop_names()
        index_anew(self._connection, list_indexed(self._connection))
        reseal(self._connection, self._changed)

    def _update(self, table: Table, key: Key, changed: Row) -> None:
        is_it = and_(*(column == part for column, part in zip(table.primary_key, key, strict=True)))
        self._connection.execute(update(table).where(is_it).values(**changed))
        self._changed[table.name].add(key[0])

    def _store_names(self) -> None:
        changed = [row for name in ("claims", "mentions") for row in self._found.rows[name].values()]
        borne = (row.get("speaker_name") or row.get("name") for row in changed)
        store_names(self._connection, tuple(dict.fromkeys(name for name in borne if name)))

    def _renew_texts(self) -> None:
        event = journal_of(self._connection).event
        found = select(texts, documents.c.id.label("document_id")).join(documents)
        for number in sorted(self._found.read_anew):
            row = self._connection.execute(found.where(texts.c.number == number)).mappings().one()
            version = f"{row['reader_version'].partition(MARK)[0]}{MARK}{event}.{number}"
            renewed = text_from_row(_as_row({**row, "reader_version": version}), row["document_id"])
            self._new_ids[row["id"]] = renewed.id
            self._update(texts, (number,), {"reader_version": version, "id": renewed.id})

    def _renew_claims(self) -> None:
        """Ids of claims hang on their text and their speaker."""
        found = select(claims.c.number, claims.c.id).join(extractions)
        for text in sorted(self._found.read_anew):
            of_text = found.where(extractions.c.text == text).order_by(claims.c.number)
            rows = self._connection.execute(of_text).all()
            loaded = list(load_claims(self._connection, [row.number for row in rows]))
            _check_apart([claim.id for claim in loaded], [row.id for row in rows])
            for row, claim in zip(rows, loaded, strict=True):
                self._new_ids[row.id] = claim.id
                self._update(claims, (row.number,), {"id": claim.id})

    def _renew_inputs(self) -> None:
        for row in self._connection.execute(select(inputs.c.number, inputs.c.text)).all():
            if row.text in self._new_ids:
                self._update(inputs, (row.number,), {"text": self._new_ids[row.text]})

    def _renew_decisions(self) -> None:
        """Decisions on what has a new id are carried over; so are their own ids, which hang on it."""
        renewed = {}
        for row in self._connection.execute(select(decisions).order_by(decisions.c.number)).mappings().all():
            changed = self._renew_decision(row)
            if changed:
                self._new_ids[row["id"]] = changed["id"]
                renewed[row["number"]] = changed
        for number in renewed:  # no row may name one that is not there, at any moment
            self._update(decisions, (number,), {"supersedes": None})
        for number, changed in renewed.items():
            self._update(decisions, (number,), changed)

    def _renew_decision(self, row: RowMapping) -> Row:
        masked = {**row, **self._found.rows["decisions"].get((row["number"],), {})}
        what = [self._new_ids.get(part, part) for part in json.loads(str(masked["what"]))]
        masked["what"] = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
        earlier = masked["supersedes"]
        masked["supersedes"] = self._new_ids.get(str(earlier), earlier)
        if masked == dict(row):
            return {}
        masked["id"] = decision_id(decision_from_row(_as_row(masked)))
        return {name: masked[name] for name in ("id", "what", "who", "why", "supersedes")}

    def _destroy_bytes(self) -> None:
        for number in sorted(self._found.documents):
            self._update(archive, (number,), {"data": b""})

    def _drop_names(self) -> None:
        """Names that nobody bears any more; numbers would leave gaps, but names have none."""
        borne = select(claims.c.speaker_name).where(claims.c.speaker_name == names.c.name)
        mentioned = select(mentions.c.name).where(mentions.c.name == names.c.name)
        unused = select(names.c.name).where(~borne.exists(), ~mentioned.exists())
        for name in self._connection.execute(unused).scalars().all():
            if not any(find_names(name, self._search.keys)):
                continue
            for table in (name_words, names):
                words = select(table.c.event).where(table.c.name == name)
                leads = {lead or 0 for lead in self._connection.execute(words).scalars()}
                self._changed[table.name].update(leads)
                self._connection.execute(delete(table).where(table.c.name == name))


def _check_no_member(connection: Connection, search: Search) -> None:
    """Raise LedgerError where the name is that of a member, who would be one no longer."""
    for member in find_members(connection):
        if search.found.rows["members"] and any(find_names(member.who, search.keys)):
            raise LedgerError(f"{member.who!r} is a member: 'alleged members remove' first, then erase")


def _check_apart(new: Sequence[str], old: Sequence[str]) -> None:
    """Raise LedgerError where two claims differ in nothing but how they spell the name."""
    count = Counter(new)
    twice = [was for was, now in zip(old, new, strict=True) if count[now] > 1]
    if twice:
        raise LedgerError(
            f"claims {', '.join(twice)} differ only in how they spell the name, and would be one without it: "
            "nothing was erased; report it"
        )


def _as_row(changed: Row) -> RowMapping:
    """A row that was changed, for what takes rows: it asks for columns only."""
    return cast("RowMapping", changed)
