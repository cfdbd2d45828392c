"""Storing an entry, step by step, inside a transaction that somebody else holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from alleged.errors import LedgerError
from alleged.ledger.chain import store_rows
from alleged.ledger.index import index_claims, index_names
from alleged.ledger.interface import AlreadyHeldError
from alleged.ledger.membership import store_touched
from alleged.ledger.numbers import find_free
from alleged.ledger.rows import (
    claim_row,
    decision_row,
    input_row,
    mention_rows,
    relation_row,
    span_rows,
    text_row,
)
from alleged.ledger.schema import (
    archive,
    claims,
    decisions,
    documents,
    extractions,
    inputs,
    mentions,
    relations,
    spans,
    texts,
)
from alleged.ledger.viewing import is_erased
from alleged.model.addition import find_adder
from alleged.model.decision import CLAIMS_NAMED, DOCUMENTS_NAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

    from alleged.ledger.interface import Entry
    from alleged.model.decision import Decision
    from alleged.model.document import Input

NUMBERED = (documents, texts, extractions, claims, relations, inputs)


@dataclass(frozen=True, slots=True)
class _Append:
    """An entry on its way into the ledger, and the next free number of each table."""

    connection: Connection
    entry: Entry
    free: Mapping[str, int]


def store_entry(connection: Connection, entry: Entry) -> None:
    """Store every part of `entry`; raises LedgerError where it contradicts what is stored."""
    append = _Append(connection, entry, find_free(connection, *NUMBERED))
    document = _store_document(append)
    text = _store_text(append, document)
    extraction = _store_extraction(append, document, text)
    numbers = _store_claims(append, extraction)
    _store_relations(append, numbers)
    _store_input(connection, entry.input, append.free["inputs"])


def store_input(connection: Connection, attempt: Input) -> None:
    """Store one attempt to read something."""
    _store_input(connection, attempt, find_free(connection, inputs)["inputs"])


def store_decision(connection: Connection, decision: Decision) -> None:
    """Store one decision, which was checked: see `check_known`."""
    number = find_free(connection, decisions)["decisions"]
    store_rows(connection, decisions, [{"number": number, **decision_row(decision)}])
    store_touched(connection, number, decision.about, decision.what)


def check_known(connection: Connection, decision: Decision) -> None:
    """Raise LedgerError where a decision is about a claim or a document that is not to be found."""
    for claim_id in decision.what[: CLAIMS_NAMED.get(decision.about, 0)]:
        if _find_number(connection, claims, claim_id) is None:
            raise LedgerError(f"the ledger has no claim {claim_id!r}; 'alleged claims' lists its claims")
    for document_id in decision.what[: DOCUMENTS_NAMED.get(decision.about, 0)]:
        if _find_number(connection, documents, document_id) is None:
            raise LedgerError(f"the ledger has no document {document_id!r}; 'alleged documents' lists them")


def check_reach(connection: Connection, entry: Entry) -> None:
    """Raise LedgerError where the relations of an entry reach claims that are not to be found."""
    own = {claim.id for claim in entry.claims}
    for relation in entry.relations:
        for claim_id in {relation.claim, relation.to} - own:
            _get_claim_number(connection, claim_id)


def has_document(connection: Connection, document_id: str) -> bool:
    """Whether a document is to be found."""
    return _find_number(connection, documents, document_id) is not None


def _store_document(append: _Append) -> int:
    """The number of the document, which is stored first if it is new."""
    document_id, data = append.entry.text.document.id, append.entry.data
    if is_erased(append.connection, document_id):
        raise LedgerError(f"document {document_id} was erased and is not read again")
    found = _find_number(append.connection, documents, document_id)
    if found is not None:
        return found
    number = append.free["documents"]
    store_rows(append.connection, documents, [{"number": number, "id": document_id, "size": len(data)}])
    store_rows(append.connection, archive, [{"document": number, "data": data}])
    return number


def _store_text(append: _Append, document: int) -> int:
    """The number of the text, which is stored first if it is new."""
    row = text_row(append.entry.text)
    found = _find_number(append.connection, texts, row["id"])
    if found is not None:
        _check_same(append, row)
        _check_newest(append, document, found)
        return found
    number = append.free["texts"]
    store_rows(append.connection, texts, [{"number": number, "document": document, **row}])
    return number


def _check_same(append: _Append, row: Mapping[str, object]) -> None:
    """A reader that reads differently without a new version would move the words under stored claims."""
    stored = append.connection.execute(select(texts).where(texts.c.id == row["id"])).mappings().one()
    changed = [name for name, value in row.items() if stored[name] != value and name != "version_of"]
    if changed:
        text = append.entry.text
        raise LedgerError(
            f"{text.reader} {text.reader_version} read document {text.document.id} differently before "
            f"({', '.join(changed)}); a reader that reads differently needs a new version"
        )


def _check_newest(append: _Append, document: int, text: int) -> None:
    """What a person adds must be of the text that was read last: it would bring an older one back."""
    if find_adder(append.entry.extractor) is None:
        return
    of_document = select(extractions.c.text).where(extractions.c.document == document)
    last = append.connection.execute(of_document.order_by(extractions.c.number.desc()).limit(1)).scalar()
    if last != text:
        raise LedgerError("the document was read anew since you looked: look again, then add the claim")


def _store_extraction(append: _Append, document: int, text: int) -> int:
    """The number of the new extraction; raises AlreadyHeldError if it is none."""
    entry, number = append.entry, append.free["extractions"]
    by = {"text": text, "extractor": entry.extractor, "extractor_version": entry.extractor_version}
    if append.connection.execute(select(extractions.c.number).filter_by(**by)).first() is not None:
        raise AlreadyHeldError(
            f"text {entry.text.id} was already read by {entry.extractor} {entry.extractor_version}"
        )
    row = {"number": number, "document": document, "at": entry.input.at, **by}
    store_rows(append.connection, extractions, [row])
    return number


def _store_claims(append: _Append, extraction: int) -> dict[str, int]:
    """The numbers of the claims by their ids."""
    connection, entry = append.connection, append.entry
    numbered = list(enumerate(entry.claims, append.free["claims"]))
    rows = [claim_row(claim, number, extraction) for number, claim in numbered]
    index_names(connection, entry.claims)
    store_rows(connection, claims, rows)
    store_rows(connection, spans, [row for number, claim in numbered for row in span_rows(claim, number)])
    store_rows(
        connection, mentions, [row for number, claim in numbered for row in mention_rows(claim, number)]
    )
    index_claims(connection, numbered, entry.text.document.metadata.title)
    return {row["id"]: row["number"] for row in rows}


def _store_relations(append: _Append, numbers: Mapping[str, int]) -> None:
    rows = []
    for number, relation in enumerate(append.entry.relations, append.free["relations"]):
        ends = [
            numbers.get(claim_id) or _get_claim_number(append.connection, claim_id)
            for claim_id in (relation.claim, relation.to)
        ]
        rows.append({"number": number, "claim": ends[0], "to": ends[1], **relation_row(relation)})
    store_rows(append.connection, relations, rows)


def _get_claim_number(connection: Connection, claim_id: str) -> int:
    number = _find_number(connection, claims, claim_id)
    if number is None:
        raise LedgerError(f"a relation names claim {claim_id}, which neither the entry nor the ledger has")
    return number


def _store_input(connection: Connection, attempt: Input, number: int) -> None:
    store_rows(connection, inputs, [{"number": number, **input_row(attempt)}])


def _find_number(connection: Connection, table: Table, record_id: str) -> int | None:
    return connection.execute(select(table.c.number).where(table.c.id == record_id)).scalar()
