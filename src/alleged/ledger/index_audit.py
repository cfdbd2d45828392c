"""The audit of the index over the words of claims: it is compared with the claims, for it has no seals."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from alleged.ledger import fts5_audit, word_lists_audit
from alleged.ledger.index import index_row
from alleged.ledger.schema import FULL_TEXT, claims, extractions, texts
from alleged.model.audit import Damage, Harm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from alleged.ledger.rows import Row

    FindMisindexed = Callable[[Connection, Iterable[Row]], set[int]]
    """Numbers of the claims whose words in the index are not those of the rows, which are all there are."""

FIND_MISINDEXED: Mapping[str, FindMisindexed] = {
    "sqlite": fts5_audit.find_misindexed,
    "postgresql": word_lists_audit.find_misindexed,
}

MANY = 500
"""How many rows are fetched at once."""


def check_index(connection: Connection, damages: Iterable[Damage]) -> Iterator[Damage]:
    """Claims whose words in the full-text index are not those that they have.

    Where the claim or its text is damaged itself, nobody can tell what ought to stand in the index.
    """
    try:
        find = FIND_MISINDEXED[connection.dialect.name]
        wrong = find(connection, list_indexed(connection))
    except DatabaseError as fault:
        yield Damage(FULL_TEXT, "-", Harm.CHANGED, f"it cannot be read: {fault.orig}")
        return
    doubtful = {(damage.table, damage.row) for damage in damages}
    for number in sorted(wrong):
        owner = _find_owner(connection, number)
        if doubtful.isdisjoint(owner.parts):
            told = "a search finds it by other words than its own" if owner.id else "there is no such claim"
            yield Damage(FULL_TEXT, str(number), Harm.CHANGED if owner.id else Harm.INSERTED, told, owner.id)


@dataclass(frozen=True, slots=True)
class _Owner:
    """A claim in the index, and the rows on which its words depend."""

    id: str | None
    parts: tuple[tuple[str, str], ...]


def _find_owner(connection: Connection, number: int) -> _Owner:
    found = (
        select(claims.c.id, claims.c.extraction, extractions.c.text)
        .outerjoin(extractions, extractions.c.number == claims.c.extraction)
        .where(claims.c.number == number)
    )
    row = connection.execute(found).first()
    if row is None:
        return _Owner(None, (("claims", str(number)),))
    parts = (("claims", number), ("extractions", row.extraction), ("texts", row.text))
    return _Owner(row.id, tuple((table, str(part)) for table, part in parts))


def list_indexed(connection: Connection) -> Iterator[Row]:
    """What ought to stand in the index; a text is fetched once for all of its claims."""
    joined = select(claims, extractions.c.text).join(extractions, extractions.c.number == claims.c.extraction)
    rows = connection.execute(joined.order_by(claims.c.number), execution_options={"yield_per": MANY})
    for number, of_text in groupby(rows.mappings(), key=itemgetter("text")):
        found = select(texts.c.clean, texts.c.title).where(texts.c.number == number)
        text = connection.execute(found).first()
        if text is not None:
            yield from (index_row(dict(row), text.clean, text.title) for row in of_text)
