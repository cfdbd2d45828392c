"""The indexes of a SQLite ledger: names by their words, and full text over claims (FTS5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text, column, func, select, table

from alleged.ledger.bulk import insert_new_rows, insert_rows
from alleged.ledger.names import name_words as words_of
from alleged.ledger.schema import FULL_TEXT, FULL_TEXT_COLUMNS, name_words, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Select

    from alleged.ledger.search import Terms
    from alleged.model.claim import Claim

claim_words = table(
    FULL_TEXT,
    column("rowid", Integer),
    column(FULL_TEXT, Text),
    *(column(name, Text) for name in FULL_TEXT_COLUMNS),
)


def index_names(connection: Connection, found: Iterable[Claim]) -> None:
    """Make every name that these claims bear known to the ledger."""
    borne = dict.fromkeys(name for claim in found for name in _names(claim))
    words = {name: words_of(name) for name in borne}
    insert_new_rows(connection, names, [{"name": name, "words": _spaced(words[name])} for name in borne])
    parts = [{"word": word, "name": name} for name in borne for word in dict.fromkeys(words[name])]
    insert_new_rows(connection, name_words, parts)


def _names(claim: Claim) -> tuple[str, ...]:
    speaker = () if claim.speaker.name is None else (claim.speaker.name,)
    return (*speaker, *(mention.name for mention in (*claim.actors, *claim.targets)))


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def index_claims(connection: Connection, numbered: Sequence[tuple[int, Claim]], title: str | None) -> None:
    """Make the words of these claims, from a document of that title, findable."""
    rows = [
        {
            "rowid": number,
            "quote": claim.quote.exact,
            "content": None if claim.quote.holds(claim.content) else claim.content.exact,
            "speaker": claim.speaker.name,
            "title": title,
        }
        for number, claim in numbered
    ]
    insert_rows(connection, claim_words, rows)


def names_like(wanted: str) -> Select[str]:
    """Selects the names that hold the words of `wanted`, one after the other."""
    words = words_of(wanted)
    rarest = max(words, key=len, default="")
    return (
        select(names.c.name)
        .join(name_words, name_words.c.name == names.c.name)
        .where(name_words.c.word == rarest, func.instr(names.c.words, _spaced(words)) > 0)
    )


def claims_with(terms: Terms) -> Select[int]:
    """Selects the numbers of the claims in which every word of `terms` occurs."""
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in terms.words)
    return select(claim_words.c.rowid).where(claim_words.c[FULL_TEXT].op("MATCH")(phrases))
