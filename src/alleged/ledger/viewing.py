"""Views of what is stored, inside a transaction that somebody else holds: nothing here writes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func, or_, select

from alleged.errors import LedgerError
from alleged.ledger.ids import begins, listed
from alleged.ledger.interface import AmbiguousError, Held
from alleged.ledger.rows import (
    METADATA_FIELDS,
    ClaimRows,
    claim_from_rows,
    decision_from_row,
    document_from_row,
    input_from_row,
    relation_from_row,
    text_from_row,
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
from alleged.ledger.until import EVERYTHING
from alleged.model.ids import LISTED, SHORTEST_PREFIX

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table

    from alleged.ledger.until import Until
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.document import Document, Input, Text
    from alleged.model.link import Relation

T = TypeVar("T")

CHUNK = 500
"""How many claims are loaded at once: fewer than any store allows parameters."""

SHORTENED = 60
"""Most characters of a quote in such a list."""


def load_claims(connection: Connection, numbers: Sequence[int]) -> Iterator[Claim]:
    """The claims of these numbers, in their order."""
    for chunk in chunks(numbers):
        placed = _by_claim(connection, spans, chunk)
        named = _by_claim(connection, mentions, chunk)
        for row, clean in placed_rows(connection, chunk):
            rows = ClaimRows(row, placed[row["number"]], named[row["number"]])
            yield claim_from_rows(rows, clean)


def placed_rows(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[RowMapping, str]]:
    """The rows of claims in the order of `numbers`, each with the clean text that it stands in."""
    rows = {row["number"]: row for row in _claim_rows(connection, numbers)}
    clean = _find_words(connection, {row["text"] for row in rows.values()})
    return ((rows[number], clean[rows[number]["text"]]) for number in numbers)


def _claim_rows(connection: Connection, numbers: Sequence[int]) -> Iterable[RowMapping]:
    read = (extractions.c.text, extractions.c.extractor, extractions.c.extractor_version)
    ids = (documents.c.id.label("document_id"), texts.c.id.label("text_id"), texts.c.title)
    found = (
        select(claims, *read, *ids)
        .join(extractions, extractions.c.number == claims.c.extraction)
        .join(texts, texts.c.number == extractions.c.text)
        .join(documents, documents.c.number == texts.c.document)
        .where(claims.c.number.in_(numbers))
    )
    return connection.execute(found).mappings()


def _by_claim(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[RowMapping]]:
    """The rows of `table` that belong to each claim, in order of their ordinal."""
    rows: dict[int, list[RowMapping]] = defaultdict(list)
    found = select(table).where(table.c.claim.in_(numbers)).order_by(table.c.ordinal)
    for row in connection.execute(found).mappings():
        rows[row["claim"]].append(row)
    return rows


def _find_words(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    found = select(texts.c.number, texts.c.clean).where(texts.c.number.in_(numbers))
    return {row.number: row.clean for row in connection.execute(found)}


def get_claim(connection: Connection, prefix: str, until: Until = EVERYTHING) -> Claim:
    """The one claim whose id begins with `prefix`; raises LedgerError if none or several do."""
    if len(prefix) < SHORTEST_PREFIX:
        raise LedgerError(
            f"{prefix!r} is too short for a claim id: give at least {SHORTEST_PREFIX} characters"
        )
    known = until.known_claim(claims)
    like = select(claims.c.number).where(begins(claims.c.id, prefix), *known).order_by(claims.c.id)
    numbers = connection.execute(like.limit(LISTED + 1)).scalars().all()
    found = list(load_claims(connection, numbers))
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(_tell_several(prefix, found))
    raise LedgerError(_tell_none(prefix))


def _tell_none(prefix: str) -> str:
    return f"no claim has an id that begins with {prefix!r}; 'alleged claims' lists them"


def _tell_several(prefix: str, found: Sequence[Claim]) -> str:
    listed = "".join(f"\n  {claim.id}  {_shorten(claim.quote.exact)}" for claim in found[:LISTED])
    more = "\n  and more" if len(found) > LISTED else ""
    return f"several claims have an id that begins with {prefix!r}; give more of it:{listed}{more}"


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORTENED else f"{line[: SHORTENED - 1]}…"


def get_text(connection: Connection, text_id: str, until: Until = EVERYTHING) -> Text:
    """The text of that id; raises LedgerError if there is none."""
    of_document = select(texts, documents.c.id.label("document_id")).join(documents)
    found = of_document.where(texts.c.id == text_id, *until.known_text(texts))
    row = connection.execute(found).mappings().first()
    if row is None:
        raise LedgerError(f"the ledger has no text {text_id!r}")
    return text_from_row(row, row["document_id"])


def find_texts(
    connection: Connection, wanted: Collection[str] | None = None, until: Until = EVERYTHING
) -> tuple[Text, ...]:
    """The text of every document, or of those of these ids, that was read last, in order of document."""
    found = _of_newest(select(texts, documents.c.id.label("document_id")), until)
    found = found.where(*_one_of(connection, documents.c.id, wanted))
    return tuple(text_from_row(row, row["document_id"]) for row in connection.execute(found).mappings())


def find_documents(
    connection: Connection, wanted: Collection[str] | None = None, until: Until = EVERYTHING
) -> tuple[Document, ...]:
    """What those texts say of their documents, without the words."""
    return _load_documents(connection, _one_of(connection, documents.c.id, wanted), until)


def find_versions(connection: Connection, until: Until = EVERYTHING) -> tuple[Document, ...]:
    """Those of all documents that are versions of others."""
    return _load_documents(connection, (texts.c.version_of.is_not(None),), until)


def _load_documents(
    connection: Connection, conditions: Iterable[ColumnElement[bool]], until: Until
) -> tuple[Document, ...]:
    told = (texts.c[name] for name in (*METADATA_FIELDS, "media_type", "version_of"))
    found = _of_newest(select(documents.c.id.label("document_id"), *told), until).where(*conditions)
    return tuple(document_from_row(row, row["document_id"]) for row in connection.execute(found).mappings())


def _one_of(
    connection: Connection, ids: ColumnElement[Any], wanted: Collection[str] | None
) -> tuple[ColumnElement[bool], ...]:
    """That an id is among those wanted; nothing where all are."""
    return () if wanted is None else (ids.in_(listed(connection, wanted)),)


def _of_newest(asked: Select[Any], until: Until) -> Select[Any]:
    """What is asked of texts and documents, for the text of every document that was read last."""
    of_document = extractions.alias("of_document")
    newest = select(func.max(of_document.c.number)).where(*until.known(of_document))
    return (
        asked.join_from(extractions, texts, extractions.c.text == texts.c.number)
        .join(documents, documents.c.number == texts.c.document)
        .where(extractions.c.number.in_(newest.group_by(of_document.c.document)))
        .order_by(documents.c.number)
    )


def find_readings(connection: Connection, document_id: str, until: Until = EVERYTHING) -> tuple[Held, ...]:
    """Every reading of a document, oldest first."""
    count = select(func.count()).where(claims.c.extraction == extractions.c.number).scalar_subquery()
    read_by = (texts.c.id.label("text"), texts.c.reader, texts.c.reader_version)
    engine = (extractions.c.extractor, extractions.c.extractor_version, extractions.c.at)
    found = (
        select(documents.c.id.label("document"), *read_by, *engine, count.label("claims"))
        .join_from(extractions, texts, extractions.c.text == texts.c.number)
        .join(documents, documents.c.number == texts.c.document)
        .where(documents.c.id == document_id, *until.known(extractions))
        .order_by(extractions.c.number)
    )
    return tuple(Held(**row) for row in connection.execute(found).mappings())


def get_data(connection: Connection, document_id: str, until: Until = EVERYTHING) -> bytes:
    """The archived bytes of a document; raises LedgerError if there are none."""
    known = until.known_document(documents)
    found = select(archive.c.data).join(documents).where(documents.c.id == document_id, *known)
    data: bytes | None = connection.execute(found).scalar()
    if data is None:
        raise LedgerError(f"the ledger has no bytes of document {document_id!r}")
    if not data and is_erased(connection, document_id):
        raise LedgerError(f"the bytes of document {document_id!r} were erased; 'alleged decisions' tells why")
    return data


def is_erased(connection: Connection, document_id: str) -> bool:
    """Whether the bytes of a document were destroyed."""
    emptied = func.length(archive.c.data) == 0
    found = select(documents.c.number).join(archive).where(documents.c.id == document_id, emptied)
    return connection.execute(found.where(documents.c.size > 0)).first() is not None


def holds(connection: Connection, reading: tuple[str, str, str], until: Until = EVERYTHING) -> bool:
    """Whether a text, the first of `reading`, was already read by this extractor in this version."""
    text_id, extractor, version = reading
    by = (extractions.c.extractor == extractor, extractions.c.extractor_version == version)
    known = (texts.c.id == text_id, *by, *until.known(extractions))
    found = select(extractions.c.number).join(texts).where(*known)
    return connection.execute(found).first() is not None


def find_inputs(
    connection: Connection, wanted: Collection[str] | None = None, until: Until = EVERYTHING
) -> tuple[Input, ...]:
    """Every attempt to read something, or those that brought documents of these ids, oldest first."""
    brought = _one_of(connection, inputs.c.document, wanted)
    found = select(inputs).where(*until.known(inputs), *brought).order_by(inputs.c.number)
    return tuple(input_from_row(row) for row in connection.execute(found).mappings())


def find_decisions(connection: Connection, until: Until = EVERYTHING) -> tuple[Decision, ...]:
    """Every decision, oldest first."""
    found = select(decisions).where(*until.known(decisions)).order_by(decisions.c.number)
    return tuple(decision_from_row(row) for row in connection.execute(found).mappings())


def find_relations(
    connection: Connection, claim_ids: Sequence[str], until: Until = EVERYTHING
) -> tuple[Relation, ...]:
    """The relations that begin or end at one of these claims, each once, in the order they were stored."""
    found = (_relation_rows(connection, chunk, until) for chunk in chunks(claim_ids))
    rows = {row["number"]: row for chunk in found for row in chunk}
    return tuple(relation_from_row(rows[number]) for number in sorted(rows))


def _relation_rows(connection: Connection, claim_ids: Sequence[str], until: Until) -> Iterable[RowMapping]:
    """Their rows; a relation was known when both claims were."""
    one, other = claims.alias("one"), claims.alias("other")
    asked = select(claims.c.number).where(claims.c.id.in_(claim_ids))
    found = (
        select(relations, one.c.id.label("claim_id"), other.c.id.label("to_id"))
        .join(one, one.c.number == relations.c.claim)
        .join(other, other.c.number == relations.c.to)
        .where(or_(relations.c.claim.in_(asked), relations.c.to.in_(asked)))
        .where(*until.known_claim(one), *until.known_claim(other))
    )
    return connection.execute(found).mappings()


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in parts of which each is few enough for one statement."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
