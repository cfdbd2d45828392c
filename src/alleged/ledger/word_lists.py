"""Full text over claims in PostgreSQL: the words of each claim, divided as SQLite divides them.

A claim is found by an index over the beginnings of its words, and then compared to the letter with its
words in their order: so a word of any length is found, and so are words that follow one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text, cast, column, func, select, table
from sqlalchemy.dialects.postgresql import ARRAY

from alleged.ledger.bulk import insert_rows
from alleged.ledger.schema import FULL_TEXT, FULL_TEXT_COLUMNS
from alleged.ledger.tokens import divide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from alleged.ledger.rows import Row

INDEXED = 60
"""How many letters of a word stand in the index, whose entries may not be long."""

claim_words = table(FULL_TEXT, column("claim", Integer), column("words", ARRAY(Text)), column("lines", Text))
"""`words`: how each word of the claim begins, once; `lines`: its fields, one a line, spaces round words."""


def index_rows(connection: Connection, rows: Sequence[Row]) -> None:
    """Make the words of these rows, each with the number of its claim, findable."""
    insert_rows(connection, claim_words, word_rows(rows))


def clear(connection: Connection) -> None:
    """Take every word out."""
    connection.exec_driver_sql(f"DELETE FROM {FULL_TEXT}")


def word_rows(rows: Sequence[Row]) -> list[Row]:
    """What stands in the index for each of these rows."""
    fields = divide([row[name] or "" for row in rows for name in FULL_TEXT_COLUMNS])
    width = len(FULL_TEXT_COLUMNS)
    listed = [fields[start : start + width] for start in range(0, len(fields), width)]
    return [_word_row(*each) for each in zip(rows, listed, strict=True)]


def _word_row(row: Row, fields: Sequence[tuple[str, ...]]) -> Row:
    words = dict.fromkeys(word[:INDEXED] for field in fields for word in field)
    return {"claim": row["number"], "words": list(words), "lines": "\n".join(map(_spaced, fields))}


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def claims_with(words: Sequence[str]) -> Select[int]:
    """Selects the numbers of the claims in which every one of `words` occurs."""
    phrases = divide(words)
    begins = list(dict.fromkeys(word[:INDEXED] for phrase in phrases for word in phrase))
    wanted = func.unnest(cast([_spaced(phrase) for phrase in phrases], ARRAY(Text))).column_valued("wanted")
    missing = select(wanted).where(func.strpos(claim_words.c.lines, wanted) == 0).correlate(claim_words)
    found = claim_words.c.words.op("@>")(cast(begins, ARRAY(Text)))
    return select(claim_words.c.claim).where(found, ~missing.exists())
