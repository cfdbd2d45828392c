"""The one place where a shared ledger checks who may do what, and hides what somebody may not see.

What is hidden is hidden by the database itself: for a member, every name of a table stands for a view of
it (a temporary one, of that connection) without the rows of hidden documents. So whatever is viewed,
counted or searched, now or by code that is yet to be written, is viewed without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Engine, event, select, text

from alleged.ledger.interface import ForbiddenError
from alleged.ledger.schema import METADATA, clearances, members
from alleged.ledger.writing import check_reach, has_document
from alleged.model.access import EVERYTHING, OWNER, Access, Right, Role
from alleged.model.decision import About, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPIConnection

    from alleged.ledger.interface import Entry
    from alleged.model.access import Marking
    from alleged.model.decision import Decision

HIDDEN_DOCUMENTS = """
SELECT marked.document AS number FROM {raw}.markings AS marked
WHERE marked.number = (
    SELECT max(later.number) FROM {raw}.markings AS later WHERE later.document = marked.document
)
AND marked.label NOT IN ({cleared}) AND '{everything}' NOT IN ({cleared})
GROUP BY marked.document
"""

CLEARED = """
SELECT label FROM {raw}.clearances WHERE member = (SELECT max(number) FROM {raw}.members WHERE who = :who)
"""

HIDDEN_CLAIMS = """
SELECT hidden.number AS number FROM {raw}.claims AS hidden JOIN {raw}.extractions AS read_in
ON read_in.number = hidden.extraction WHERE read_in.document IN (SELECT number FROM hidden_documents)
"""

HIDDEN_IDS = """
SELECT hidden.id AS id FROM {raw}.documents AS hidden
WHERE hidden.number IN (SELECT number FROM hidden_documents)
"""

ME = "(SELECT max(number) FROM {raw}.members WHERE who = '{who}')"
MANAGING = "EXISTS (SELECT 1 FROM {raw}.members WHERE number = " + ME + " AND role = 'admin')"

_OF_DOCUMENT = "document NOT IN (SELECT number FROM hidden_documents)"
_OF_CLAIM = "claim NOT IN (SELECT number FROM hidden_claims)"

VISIBLE = {
    "documents": "number NOT IN (SELECT number FROM hidden_documents)",
    "archive": _OF_DOCUMENT,
    "texts": _OF_DOCUMENT,
    "extractions": _OF_DOCUMENT,
    "claims": "number NOT IN (SELECT number FROM hidden_claims)",
    "spans": _OF_CLAIM,
    "mentions": _OF_CLAIM,
    "relations": _OF_CLAIM + ' AND "to" NOT IN (SELECT number FROM hidden_claims)',
    "inputs": "(document IS NULL OR document NOT IN (SELECT id FROM hidden_ids))",
    "decisions": """
        number NOT IN (
            SELECT decision FROM {raw}.touched WHERE needed = 1
            AND document IN (SELECT number FROM hidden_documents)
        ) AND (
            number NOT IN (SELECT decision FROM {raw}.touched WHERE needed = 0)
            OR number IN (
                SELECT decision FROM {raw}.touched WHERE needed = 0
                AND document NOT IN (SELECT number FROM hidden_documents)
            )
        )""",
    "touched": _OF_DOCUMENT,
    "markings": _OF_DOCUMENT,
    "events": "1 = 0",
    "seals": "1 = 0",
    "members": "who = '{who}' OR " + MANAGING,
    "clearances": "member = " + ME + " OR " + MANAGING,
}
"""For each table: which of its rows a member may see."""

OPEN = {
    "names": "a name is reached only through the claims that bear it",
    "name_words": "the same",
}
"""Tables that are not hidden in part, and why that shows nothing."""

COLUMNS = {
    (
        "texts",
        "version_of",
    ): "CASE WHEN version_of IN (SELECT id FROM hidden_ids) THEN NULL ELSE version_of END",
}
"""Columns that name another document."""


SQLITE = "main"
HIDDEN_LISTS = {
    "hidden_documents": "number integer",
    "hidden_claims": "number integer",
    "hidden_ids": "id text",
}
"""What may not be seen, listed anew at the beginning of each view: the same lists serve all tables."""

MEANWHILE = {True: "", False: " ON COMMIT DELETE ROWS"}

WHERE_TABLES_ARE = {"sqlite": f"SELECT '{SQLITE}'", "postgresql": "SELECT quote_ident(current_schema())"}
"""Where to look for the tables behind the views of the same names."""

OF_EDITORS = frozenset({About.DOCUMENT, About.PUBLISHER})
"""What only editors decide about."""


def find_access(connection: Connection, who: str | None) -> Access:
    """As what `who` uses the ledger; raises LedgerError where it is shared and that is no member."""
    if connection.execute(select(members.c.number).limit(1)).first() is None:
        return OWNER
    if who is None:
        raise ForbiddenError("this ledger is shared: say who you are, with --as or in ALLEGED_USER")
    row = connection.execute(
        select(members).where(members.c.who == who).order_by(members.c.number.desc())
    ).first()
    if row is None or row.role is None:
        raise ForbiddenError(f"this ledger is shared, and {who!r} is no member of it: ask one of its admins")
    found = connection.execute(select(clearances.c.label).where(clearances.c.member == row.number))
    return Access(who, Role(row.role), frozenset(found.scalars()))


def require(access: Access, right: Right) -> None:
    """Raise LedgerError where that role does not allow it."""
    if not access.may(right):
        raise ForbiddenError(f"{access.who!r} is a {access.role} here and may not {right}: ask an admin")


def require_all(access: Access) -> None:
    """Raise LedgerError where something of the ledger is hidden: then nobody can tell whether it is whole."""
    if not access.sees_all:
        raise ForbiddenError(
            "only an admin who is cleared for everything can verify a shared ledger or erase from it: ask one"
        )


def check_new(connection: Connection, seen: Connection, entry: Entry) -> None:
    """Raise LedgerError where an entry brings or reaches what whoever adds it may not see."""
    if seen is connection:  # nothing is hidden, and storing finds what is not there
        return
    document = entry.text.document.id
    if has_document(connection, document) and not has_document(seen, document):
        raise ForbiddenError(f"document {document} cannot be added by you: ask an editor of this ledger")
    check_reach(seen, entry)


def check_new_marking(access: Access, seen: Connection, entry: Entry) -> None:
    """Raise LedgerError where a new document may not be marked so; only editors mark one that is there."""
    if entry.marking is None:
        return
    if has_document(seen, entry.marking.document):
        require(access, Right.EDIT)
    check_marking(access, entry.marking)


def check_decider(access: Access, decision: Decision, held: Sequence[Decision]) -> None:
    """Raise LedgerError where somebody decides in another's name, or what that role does not decide."""
    check_signer(access, decision.who)
    if access.shared and _is_edit(decision, held):
        require(access, Right.EDIT)


def _is_edit(decision: Decision, held: Sequence[Decision]) -> bool:
    """Whether this undoes what another decided, or takes documents out of the views."""
    if decision.verdict is Verdict.WITHDRAW:
        return any(each.id == decision.supersedes and each.who != decision.who for each in held)
    return decision.about in OF_EDITORS


def check_signer(access: Access, who: str) -> None:
    """Raise LedgerError where a member signs with another name."""
    if access.shared and who != access.who:
        raise ForbiddenError(f"you are {access.who!r} here and cannot sign as {who!r}")


def check_marking(access: Access, marking: Marking) -> None:
    """Raise LedgerError where somebody would mark a document out of their own sight, or in another's name."""
    check_signer(access, marking.by)
    if not access.is_cleared_for(marking.label):
        raise ForbiddenError(
            f"{access.who!r} is not cleared for {marking.label} and would lose sight of the document: "
            "ask an admin"
        )


def hide(connection: Connection, who: str) -> None:
    """List on a veiled connection, for this transaction, what `who` may not see."""
    raw = connection.exec_driver_sql(WHERE_TABLES_ARE[connection.dialect.name]).scalar()
    for name, query in (
        ("hidden_documents", HIDDEN_DOCUMENTS),
        ("hidden_claims", HIDDEN_CLAIMS),
        ("hidden_ids", HIDDEN_IDS),
    ):
        words = {"raw": raw, "everything": EVERYTHING, "cleared": CLEARED.format(raw=raw)}
        connection.exec_driver_sql(f"DELETE FROM {name}")
        listed = text(f"INSERT INTO {name} {query.format(**words)}")
        connection.execute(listed, {"who": who} if ":who" in str(listed) else {})


def veil(engine: Engine, who: str) -> Engine:
    """Connections to the same database on which tables show `who` only what is for that person."""
    veiled = Engine(engine.pool.recreate(), engine.dialect, engine.url)
    event.listen(veiled, "connect", lambda connection, _record: _hide(connection, engine.dialect.name, who))
    return veiled


def _hide(connection: DBAPIConnection, dialect: str, who: str) -> None:
    cursor = connection.cursor()
    cursor.execute(WHERE_TABLES_ARE[dialect])
    for (raw,) in cursor.fetchall():
        for statement in list_views(raw, who):
            cursor.execute(statement)
    connection.commit()


def list_views(raw: str, who: str) -> Iterator[str]:
    """The statements that hide from `who` what is not for that person; `raw` is where the tables are."""
    words = {"raw": raw, "who": who.replace("'", "''")}
    for name, column in HIDDEN_LISTS.items():
        yield f"CREATE TEMPORARY TABLE {name} ({column} PRIMARY KEY){MEANWHILE[raw == SQLITE]}"
    for table, rule in VISIBLE.items():
        columns = ", ".join(
            f"{COLUMNS.get((table, column.name), _quote(column.name))} AS {_quote(column.name)}"
            for column in METADATA.tables[table].columns
        )
        rows = f"{raw}.{table} WHERE {rule.format(**words)}"
        yield f"CREATE TEMPORARY VIEW {table} AS SELECT {columns} FROM {rows}"


def _quote(name: str) -> str:
    return f'"{name}"'
