"""Views of what is stored, inside a transaction that somebody else holds: nothing here writes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import and_, false, func, or_, select

from alleged.errors import LedgerError
from alleged.ledger.index import claims_with, names_like
from alleged.ledger.interface import Page
from alleged.ledger.rows import (
    ClaimRows,
    claim_from_rows,
    decision_from_row,
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
from alleged.ledger.search import find_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Table

    from alleged.ledger.interface import ClaimQuery
    from alleged.ledger.search import Terms
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.document import Input, Text
    from alleged.model.link import Relation

T = TypeVar("T")

CHUNK = 500
"""How many claims are loaded at once: fewer than any store allows parameters."""

SHORTEST_PREFIX = 4
"""Fewest characters of an id by which a claim may be asked for."""

LISTED = 5
"""How many claims are listed where an id is ambiguous."""

SHORTENED = 60
"""Most characters of a quote in such a list."""

HEXADECIMAL = "0123456789abcdef"

AFTER_HEXADECIMAL = "g"
"""Comes after every digit of an id."""


def find_claims(connection: Connection, query: ClaimQuery) -> Page:
    """The claims that `query` asks for, of the newest readings."""
    if query.limit is not None and query.limit < 0:
        raise LedgerError(f"a limit is 0 or more, not {query.limit}")
    terms = None if query.search is None else find_terms(query.search)
    if terms is not None and not terms:
        return Page((), 0)
    numbers = _find_numbers(connection, _conditions(connection, query, terms))
    if terms is not None and terms.literals:
        numbers = _find_literals(connection, numbers, terms)
    return Page(tuple(_load(connection, numbers[: query.limit])), len(numbers))


def _find_numbers(connection: Connection, conditions: list[ColumnElement[bool]]) -> Sequence[int]:
    """Numbers of the claims that meet the conditions, in order of document and place."""
    found = (
        select(claims.c.number)
        .join(extractions, extractions.c.number == claims.c.extraction)
        .join(documents, documents.c.number == extractions.c.document)
        .where(*_newest(), *conditions)
        .order_by(documents.c.number, claims.c.quote_start, claims.c.content_start, claims.c.number)
    )
    return connection.execute(found).scalars().all()


def _newest() -> tuple[ColumnElement[bool], ...]:
    """That an extraction is of the text read last, and its extractor's last of that text."""
    other = extractions.alias("other")
    last_text = (
        select(other.c.text)
        .where(other.c.document == extractions.c.document)
        .order_by(other.c.number.desc())
        .limit(1)
    )
    last_version = select(func.max(other.c.number)).where(
        other.c.text == extractions.c.text, other.c.extractor == extractions.c.extractor
    )
    return (
        extractions.c.text == last_text.scalar_subquery(),
        extractions.c.number == last_version.scalar_subquery(),
    )


def _conditions(connection: Connection, query: ClaimQuery, terms: Terms | None) -> list[ColumnElement[bool]]:
    """One condition for every field of `query` that narrows."""
    found: list[ColumnElement[bool]] = []
    if query.speaker is not None:
        found.append(claims.c.speaker_name.in_(names_like(query.speaker)))
    if query.actor is not None:
        found.append(_mentioned("actor", query.actor))
    if query.target is not None:
        found.append(_mentioned("target", query.target))
    if query.stance is not None:
        found.append(claims.c.stance == query.stance)
    if query.kind is not None:
        found.append(claims.c.kind == query.kind)
    if query.document is not None:
        found.append(_begins(documents.c.id, query.document))
    if terms is not None and terms.words:
        found.append(claims.c.number.in_(claims_with(connection, terms)))
    return found


def _mentioned(side: str, name: str) -> ColumnElement[bool]:
    found = select(mentions.c.claim).where(mentions.c.side == side, mentions.c.name.in_(names_like(name)))
    return claims.c.number.in_(found)


def _begins(column: Column[str], prefix: str) -> ColumnElement[bool]:
    """That an id begins with `prefix`; a comparison of ends, so that the index of the ids is used."""
    digits = prefix.lower()
    if set(digits) - set(HEXADECIMAL):
        return false()
    return and_(column >= digits, column < digits + AFTER_HEXADECIMAL)


def _find_literals(connection: Connection, numbers: Sequence[int], terms: Terms) -> list[int]:
    """Those of `numbers` whose words hold each literal term, letter by letter."""
    return [
        row["number"]
        for chunk in _chunks(numbers)
        for row, clean in _placed_rows(connection, chunk)
        if terms.literally_in(_sought(row, clean))
    ]


def _sought(row: RowMapping, clean: str) -> tuple[str, ...]:
    """Quote, content, speaker and title: where a search looks."""
    quote = clean[row["quote_start"] : row["quote_end"]]
    content = clean[row["content_start"] : row["content_end"]]
    return (quote, content, row["speaker_name"] or "", row["title"] or "")


def _load(connection: Connection, numbers: Sequence[int]) -> Iterator[Claim]:
    """The claims of these numbers, in their order."""
    for chunk in _chunks(numbers):
        placed = _by_claim(connection, spans, chunk)
        named = _by_claim(connection, mentions, chunk)
        for row, clean in _placed_rows(connection, chunk):
            rows = ClaimRows(row, placed[row["number"]], named[row["number"]])
            yield claim_from_rows(rows, clean)


def _placed_rows(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[RowMapping, str]]:
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


def get_claim(connection: Connection, prefix: str) -> Claim:
    """The one claim whose id begins with `prefix`; raises LedgerError if none or several do."""
    if len(prefix) < SHORTEST_PREFIX:
        raise LedgerError(
            f"{prefix!r} is too short for a claim id: give at least {SHORTEST_PREFIX} characters"
        )
    begins = select(claims.c.number).where(_begins(claims.c.id, prefix)).order_by(claims.c.id)
    numbers = connection.execute(begins.limit(LISTED + 1)).scalars().all()
    found = list(_load(connection, numbers))
    if len(found) == 1:
        return found[0]
    raise LedgerError(_tell_several(prefix, found) if found else _tell_none(prefix))


def _tell_none(prefix: str) -> str:
    return f"no claim has an id that begins with {prefix!r}; 'alleged claims' lists them"


def _tell_several(prefix: str, found: Sequence[Claim]) -> str:
    listed = "".join(f"\n  {claim.id}  {_shorten(claim.quote.exact)}" for claim in found[:LISTED])
    more = "\n  and more" if len(found) > LISTED else ""
    return f"several claims have an id that begins with {prefix!r}; give more of it:{listed}{more}"


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORTENED else f"{line[: SHORTENED - 1]}…"


def get_text(connection: Connection, text_id: str) -> Text:
    """The text of that id; raises LedgerError if there is none."""
    found = select(texts, documents.c.id.label("document_id")).join(documents).where(texts.c.id == text_id)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise LedgerError(f"the ledger has no text {text_id!r}")
    return text_from_row(row, row["document_id"])


def find_texts(connection: Connection) -> tuple[Text, ...]:
    """The text of every document that was read last, in order of document."""
    newest = select(func.max(extractions.c.number)).group_by(extractions.c.document)
    found = (
        select(texts, documents.c.id.label("document_id"))
        .join(extractions, extractions.c.text == texts.c.number)
        .join(documents, documents.c.number == texts.c.document)
        .where(extractions.c.number.in_(newest))
        .order_by(documents.c.number)
    )
    return tuple(text_from_row(row, row["document_id"]) for row in connection.execute(found).mappings())


def get_data(connection: Connection, document_id: str) -> bytes:
    """The archived bytes of a document; raises LedgerError if there are none."""
    found = select(archive.c.data).join(documents).where(documents.c.id == document_id)
    data: bytes | None = connection.execute(found).scalar()
    if data is None:
        raise LedgerError(f"the ledger has no bytes of document {document_id!r}")
    return data


def holds(connection: Connection, text_id: str, extractor: str, extractor_version: str) -> bool:
    """Whether that text was already read by this version of this extractor."""
    by = (extractions.c.extractor == extractor, extractions.c.extractor_version == extractor_version)
    found = select(extractions.c.number).join(texts).where(texts.c.id == text_id, *by)
    return connection.execute(found).first() is not None


def find_inputs(connection: Connection) -> tuple[Input, ...]:
    """Every attempt to read something, oldest first."""
    found = connection.execute(select(inputs).order_by(inputs.c.number)).mappings()
    return tuple(input_from_row(row) for row in found)


def find_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Every decision, oldest first."""
    found = connection.execute(select(decisions).order_by(decisions.c.number)).mappings()
    return tuple(decision_from_row(row) for row in found)


def find_relations(connection: Connection, claim_ids: Sequence[str]) -> tuple[Relation, ...]:
    """The relations that begin or end at one of these claims, each once, in the order they were stored."""
    rows = {row["number"]: row for chunk in _chunks(claim_ids) for row in _relation_rows(connection, chunk)}
    return tuple(relation_from_row(rows[number]) for number in sorted(rows))


def _relation_rows(connection: Connection, claim_ids: Sequence[str]) -> Iterable[RowMapping]:
    one, other = claims.alias("one"), claims.alias("other")
    asked = select(claims.c.number).where(claims.c.id.in_(claim_ids))
    found = (
        select(relations, one.c.id.label("claim_id"), other.c.id.label("to_id"))
        .join(one, one.c.number == relations.c.claim)
        .join(other, other.c.number == relations.c.to)
        .where(or_(relations.c.claim.in_(asked), relations.c.to.in_(asked)))
    )
    return connection.execute(found).mappings()


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
