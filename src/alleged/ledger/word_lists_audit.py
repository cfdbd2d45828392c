"""Whether the word lists of a ledger in PostgreSQL have the words that they must have."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import select

from alleged.ledger.word_lists import claim_words, word_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from alleged.ledger.rows import Row

MANY = 500
"""How many rows are compared at once."""


def find_misindexed(connection: Connection, rows: Iterable[Row]) -> set[int]:
    """Numbers of the claims whose words in the index are not those of `rows`, which are all that it has."""
    seen: set[int] = set()
    wrong: set[int] = set()
    left = iter(rows)
    while some := list(islice(left, MANY)):
        wanted = {row["claim"]: (row["words"], row["lines"]) for row in word_rows(some)}
        found = _find(connection, wanted)
        wrong.update(number for number in wanted if found.get(number) != wanted[number])
        seen.update(wanted)
    return wrong | (set(connection.execute(select(claim_words.c.claim)).scalars()) - seen)


def _find(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[list[str], str]]:
    found = select(claim_words).where(claim_words.c.claim.in_(list(numbers)))
    return {row.claim: (row.words, row.lines) for row in connection.execute(found)}
