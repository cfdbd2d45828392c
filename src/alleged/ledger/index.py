"""The indexes of a ledger: names by their words, and full text over claims."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Boolean, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

from alleged.ledger import fts5, word_lists
from alleged.ledger.chain import journal_of, store_rows
from alleged.ledger.names import name_words as words_of
from alleged.ledger.schema import name_words, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Select
    from sqlalchemy.sql.compiler import SQLCompiler

    from alleged.ledger.rows import Row
    from alleged.ledger.search import Terms
    from alleged.model.claim import Claim


ASKED = 500
"""How many names are asked for at once: fewer than any store allows parameters."""


class FullText(Protocol):
    """How a kind of database finds words; a module can be one."""

    def index_rows(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Make the words of these rows, each with the number of its claim, findable."""
        ...

    def clear(self, connection: Connection) -> None:
        """Take every word out."""
        ...

    def claims_with(self, words: Sequence[str]) -> Select[int]:
        """Selects the numbers of the claims in which every one of `words` occurs."""
        ...


FULL_TEXT: Mapping[str, FullText] = {"sqlite": fts5, "postgresql": word_lists}
"""All of them divide words alike and find the same claims."""


class Holds(FunctionElement[bool]):
    """Whether the first text holds the second one, letter by letter."""

    type = Boolean()
    inherit_cache = True


@compiles(Holds, "sqlite")
def _holds_in_sqlite(element: Holds, compiler: SQLCompiler, **options: object) -> str:
    return f"instr({compiler.process(element.clauses, **options)}) > 0"


@compiles(Holds, "postgresql")
def _holds_in_postgres(element: Holds, compiler: SQLCompiler, **options: object) -> str:
    return f"strpos({compiler.process(element.clauses, **options)}) > 0"


def index_names(connection: Connection, found: Iterable[Claim]) -> None:
    """Make every name that these claims bear known to the ledger."""
    store_names(connection, tuple(dict.fromkeys(name for claim in found for name in _names(claim))))


def store_names(connection: Connection, borne: Sequence[str]) -> None:
    """Store those of these names, each given once, that the ledger does not know yet."""
    new = _find_new(connection, borne)
    event = journal_of(connection).event
    words = {name: words_of(name) for name in new}
    rows = [{"name": name, "words": _spaced(words[name]), "event": event} for name in new]
    parts = [(word, name) for name in new for word in dict.fromkeys(words[name])]
    store_rows(connection, names, rows)
    store_rows(connection, name_words, [{"word": w, "name": name, "event": event} for w, name in parts])


def _find_new(connection: Connection, borne: Sequence[str]) -> list[str]:
    """Those of the names that the ledger does not know yet."""
    known: set[str] = set()
    for start in range(0, len(borne), ASKED):
        asked = select(names.c.name).where(names.c.name.in_(borne[start : start + ASKED]))
        known.update(connection.execute(asked).scalars())
    return [name for name in borne if name not in known]


def _names(claim: Claim) -> tuple[str, ...]:
    speaker = () if claim.speaker.name is None else (claim.speaker.name,)
    return (*speaker, *(mention.name for mention in (*claim.actors, *claim.targets)))


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def index_claims(connection: Connection, numbered: Sequence[tuple[int, Claim]], title: str | None) -> None:
    """Make the words of these claims, from a document of that title, findable."""
    rows = [
        {
            "number": number,
            "quote": claim.quote.exact,
            "content": None if claim.quote.holds(claim.content) else claim.content.exact,
            "speaker": claim.speaker.name,
            "title": title,
        }
        for number, claim in numbered
    ]
    FULL_TEXT[connection.dialect.name].index_rows(connection, rows)


def index_anew(connection: Connection, rows: Iterable[Row]) -> None:
    """Make these words findable, and no others."""
    full_text = FULL_TEXT[connection.dialect.name]
    full_text.clear(connection)
    left = iter(rows)
    while some := list(islice(left, ASKED)):
        full_text.index_rows(connection, some)


def index_row(claim: Mapping[str, Any], clean: str, title: str | None) -> Row:
    """The row for the index of a claim's row, of a document with this text and title."""
    quote, content = (slice(claim[f"{part}_start"], claim[f"{part}_end"]) for part in ("quote", "content"))
    inside = quote.start <= content.start and content.stop <= quote.stop
    return {
        "number": claim["number"],
        "quote": clean[quote],
        "content": None if inside else clean[content],
        "speaker": claim["speaker_name"],
        "title": title,
    }


def names_like(wanted: str) -> Select[str]:
    """Selects the names that hold the words of `wanted`, one after the other."""
    words = words_of(wanted)
    rarest = max(words, key=len, default="")
    return (
        select(names.c.name)
        .join(name_words, name_words.c.name == names.c.name)
        .where(name_words.c.word == rarest, Holds(names.c.words, _spaced(words)))
    )


def claims_with(connection: Connection, terms: Terms) -> Select[int]:
    """Selects the numbers of the claims in which every word of `terms` occurs."""
    return FULL_TEXT[connection.dialect.name].claims_with(terms.words)
