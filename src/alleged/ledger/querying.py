"""What a query asks for, as one selection: claims are counted where they lie, those that are shown loaded."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, cast, false, func, or_, select, union_all

from alleged.errors import LedgerError
from alleged.ledger.ids import begins, listed, listed_numbers
from alleged.ledger.index import Holds, claims_with, names_like
from alleged.ledger.interface import Page, Ranked, Tally
from alleged.ledger.schema import claims, documents, extractions, mentions, texts
from alleged.ledger.search import find_terms, is_caseless
from alleged.ledger.until import EVERYTHING
from alleged.ledger.viewing import chunks, load_claims, placed_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Subquery

    from alleged.ledger.interface import ClaimQuery
    from alleged.ledger.search import Terms
    from alleged.ledger.until import Until

IN_ORDER = (extractions.c.document, claims.c.quote_start, claims.c.content_start, claims.c.number)
"""By document and place."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that a query asks for: conditions on nothing but the claims, so that indexes serve."""

    connection: Connection
    conditions: tuple[ColumnElement[bool], ...]

    def of(self, *columns: Any) -> Select[Any]:
        """Selects these columns of the claims."""
        return select(*columns).select_from(claims).where(*self.conditions)

    def where(self, *conditions: ColumnElement[bool]) -> Selection:
        """Those of the claims that meet these conditions, too."""
        return Selection(self.connection, (*self.conditions, *conditions))

    def numbers(self) -> Sequence[int]:
        """The numbers of the claims, in order of document and place."""
        found = self.of(claims.c.number).join(extractions, extractions.c.number == claims.c.extraction)
        return self.connection.execute(found.order_by(*IN_ORDER)).scalars().all()

    def found_once(self) -> Selection:
        """The same claims, named by their numbers."""
        numbers = self.connection.execute(self.of(claims.c.number)).scalars().all()
        named = claims.c.number.in_(listed_numbers(self.connection, numbers))
        return Selection(self.connection, (named,))

    def counts(self) -> Subquery:
        """How many of the claims each extraction has found."""
        counted = self.of(claims.c.extraction, func.count().label("claims"))
        return counted.group_by(claims.c.extraction).subquery()


def find_claims(connection: Connection, query: ClaimQuery, until: Until = EVERYTHING) -> Page:
    """The claims that `query` asks for, of the newest readings."""
    if min(query.start, query.limit or 0) < 0:
        raise LedgerError(f"a start and a limit are 0 or more, not {query.start} and {query.limit}")
    selection = select_claims(connection, query, until)
    if query.limit is None:
        numbers = selection.numbers()
        return Page(tuple(load_claims(connection, numbers[query.start :])), len(numbers))
    numbers, total = _find_some(selection, (query.start, query.start + query.limit))
    return Page(tuple(load_claims(connection, numbers)), total)


def find_tallies(selection: Selection) -> tuple[Tally, ...]:
    """How many of the claims stand in each text, in order of document."""
    each = selection.counts()
    known = (texts.c.id.label("text"), texts.c.publisher, texts.c.published)
    found = (
        select(documents.c.id.label("document"), *known, _sum(each.c.claims).label("claims"))
        .join_from(each, extractions, extractions.c.number == each.c.extraction)
        .join(texts, texts.c.number == extractions.c.text)
        .join(documents, documents.c.number == texts.c.document)
        .group_by(documents.c.number, documents.c.id, *known, texts.c.number)
        .order_by(documents.c.number, texts.c.number)
    )
    return tuple(Tally(**row) for row in selection.connection.execute(found).mappings())


def find_ranked(selection: Selection) -> tuple[Ranked, ...]:
    """The claims by how sure their extractor is, with what a queue has to know of each."""
    found = (
        selection.of(claims.c.id, documents.c.id, extractions.c.extractor, claims.c.confidence)
        .join(extractions, extractions.c.number == claims.c.extraction)
        .join(documents, documents.c.number == extractions.c.document)
        .order_by(claims.c.confidence.is_(None), claims.c.confidence, *IN_ORDER)
    )
    return tuple(Ranked(*row) for row in selection.connection.execute(found))


def find_names(connection: Connection, until: Until = EVERYTHING) -> frozenset[str]:
    """Every name in the claims of all readings."""
    known = until.known_claim(claims)
    named = select(mentions.c.name)
    if known:
        named = named.join(claims, claims.c.number == mentions.c.claim).where(*known)
    spoken = (
        select(column).where(*known) for column in (claims.c.speaker_name, claims.c.speaker_on_behalf_of)
    )
    found = (connection.execute(each.distinct()).scalars() for each in (named, *spoken))
    return frozenset(name for each in found for name in each if name is not None)


def select_claims(connection: Connection, query: ClaimQuery, until: Until = EVERYTHING) -> Selection:
    """The claims that `query` asks for, without regard to where they start and how many are wanted."""
    terms = None if query.search is None else find_terms(query.search)
    found = tuple(_conditions(connection, query, terms))
    selection = Selection(connection, (*found, *_conditions_on_reading(connection, query, until)))
    if terms is not None and terms.literals:
        likely = selection.where(*map(_may_hold, filter(is_caseless, terms.literals)))
        numbers = _find_literals(connection, likely.numbers(), terms)
        return selection.where(claims.c.number.in_(listed_numbers(connection, numbers)))
    return selection


def _find_some(selection: Selection, window: tuple[int, int]) -> tuple[Sequence[int], int]:
    """The numbers from the first to before the last of `window`, and how many there are in all."""
    each = selection.counts()
    counted = select(extractions.c.document, _sum(each.c.claims))
    counted = counted.join_from(each, extractions, extractions.c.number == each.c.extraction)
    grouped = counted.group_by(extractions.c.document).order_by(extractions.c.document)
    rows = selection.connection.execute(grouped).all()
    ends = list(accumulate(count for _, count in rows))
    start, end = window
    touched = [at for at, last in enumerate(ends) if last > start and last - rows[at][1] < end]
    if not touched:
        return (), ends[-1] if ends else 0
    first, last = rows[touched[0]], rows[touched[-1]]
    before = ends[touched[0]] - first[1]
    near = select(extractions.c.number).where(extractions.c.document.between(first[0], last[0]))
    numbers = selection.where(claims.c.extraction.in_(near)).numbers()
    return numbers[start - before : end - before], ends[-1]


def _sum(counts: ColumnElement[int]) -> ColumnElement[int]:
    """Of whole numbers, a whole number: PostgreSQL makes another of it."""
    return cast(func.sum(counts), Integer)


def _newest(until: Until) -> tuple[ColumnElement[bool], ...]:
    """That an extraction is of the text read last by then, and its extractor's last of that text."""
    other = extractions.alias("other")
    last_text = (
        select(other.c.text)
        .where(other.c.document == extractions.c.document, *until.known(other))
        .order_by(other.c.number.desc())
        .limit(1)
    )
    last_version = select(func.max(other.c.number)).where(
        other.c.text == extractions.c.text,
        other.c.extractor == extractions.c.extractor,
        *until.known(other),
    )
    return (
        extractions.c.text == last_text.scalar_subquery(),
        extractions.c.number == last_version.scalar_subquery(),
    )


def _conditions_on_reading(
    connection: Connection, query: ClaimQuery, until: Until
) -> Iterator[ColumnElement[bool]]:
    """That a claim is of a reading, and of a document, that is asked for."""
    known = [*until.known(extractions), *(() if query.every_reading else _newest(until))]
    about = list(_conditions_on_document(connection, query))
    if about:
        known.append(extractions.c.document.in_(select(documents.c.number).where(*about)))
    if known:
        read_in = claims.c.extraction + 0 if _is_found_by_number(query) else claims.c.extraction
        yield read_in.in_(select(extractions.c.number).where(*known))


def _is_found_by_number(query: ClaimQuery) -> bool:
    """Whether few claims are found through another index: then that of extractions is only in the way.

    SQLite would use both at once, and try each number in each extraction.
    """
    asked = (query.speaker, query.actor, query.target, query.names, query.search)
    return any(each is not None for each in asked)


def _conditions_on_document(connection: Connection, query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    if query.document is not None:
        yield begins(documents.c.id, query.document)
    if query.within is not None:
        yield documents.c.id.in_(listed(connection, query.within))
    if query.without:
        yield documents.c.id.not_in(listed(connection, query.without))


def _conditions(
    connection: Connection, query: ClaimQuery, terms: Terms | None
) -> Iterator[ColumnElement[bool]]:
    """Those on a claim itself."""
    if codes := _code_conditions(connection, query):
        yield (
            or_(and_(*codes), claims.c.id.in_(listed(connection, query.also))) if query.also else and_(*codes)
        )
    if query.only is not None:
        yield _is_one_of(connection, query.only)
    if query.without:
        yield claims.c.id.not_in(listed(connection, query.without))
    if terms is not None and not terms:
        yield false()
    if terms is not None and terms.words:
        yield claims.c.number.in_(claims_with(connection, terms))


def _is_one_of(connection: Connection, ids: Collection[str]) -> ColumnElement[bool]:
    """That the id of a claim, or of its document, is one of these."""
    read = select(extractions.c.number).join(documents, documents.c.number == extractions.c.document)
    found = read.where(documents.c.id.in_(listed(connection, ids)))
    return or_(claims.c.id.in_(listed(connection, ids)), claims.c.extraction.in_(found))


def _code_conditions(connection: Connection, query: ClaimQuery) -> list[ColumnElement[bool]]:
    """Those on what a claim says, and not on where its words stand."""
    found: list[ColumnElement[bool]] = []
    if query.speaker is not None:
        found.append(claims.c.speaker_name.in_(names_like(query.speaker)))
    if query.actor is not None:
        found.append(_mentioned("actor", query.actor))
    if query.target is not None:
        found.append(_mentioned("target", query.target))
    if query.names is not None:
        found.append(_bears_one_of(connection, query.names))
    if query.stance is not None:
        found.append(claims.c.stance == query.stance)
    if query.kind is not None:
        found.append(claims.c.kind == query.kind)
    if query.act is not None:
        found.append(claims.c.act == query.act)
    return found


def _bears_one_of(connection: Connection, names: Collection[str]) -> ColumnElement[bool]:
    borne = select(mentions.c.claim).where(mentions.c.name.in_(listed(connection, names)))
    own = claims.alias("own")
    spoken = select(own.c.number).where(own.c.speaker_name.in_(listed(connection, names)))
    return claims.c.number.in_(union_all(borne, spoken))


def _mentioned(side: str, name: str) -> ColumnElement[bool]:
    found = select(mentions.c.claim).where(mentions.c.side == side, mentions.c.name.in_(names_like(name)))
    return claims.c.number.in_(found)


def _may_hold(literal: str) -> ColumnElement[bool]:
    """That the text, the title or the speaker of a claim holds these letters, which the database can tell."""
    read = select(extractions.c.number).join(texts, texts.c.number == extractions.c.text)
    titled = Holds(func.coalesce(texts.c.title, ""), literal)
    holding = read.where(or_(Holds(texts.c.clean, literal), titled))
    said = Holds(func.coalesce(claims.c.speaker_name, ""), literal)
    return or_(claims.c.extraction.in_(holding), said)


def _find_literals(connection: Connection, numbers: Sequence[int], terms: Terms) -> list[int]:
    """Those of `numbers` whose words hold each literal term, letter by letter."""
    return [
        row["number"]
        for chunk in chunks(numbers)
        for row, clean in placed_rows(connection, chunk)
        if terms.literally_in(_sought(row, clean))
    ]


def _sought(row: RowMapping, clean: str) -> tuple[str, ...]:
    """Quote, content, speaker and title: where a search looks."""
    quote = clean[row["quote_start"] : row["quote_end"]]
    content = clean[row["content_start"] : row["content_end"]]
    return (quote, content, row["speaker_name"] or "", row["title"] or "")
