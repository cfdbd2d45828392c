"""Writes docs/reference/schema.md from the tables; `--check` only says whether the page is out of date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Table, UniqueConstraint
from sqlalchemy.dialects import sqlite

from alleged.ledger.schema import APPLICATION_ID, FULL_TEXT, FULL_TEXT_COLUMNS, HEAD, IMMUTABLE, METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "schema.md"

INTRODUCTION = f"""\
# The tables of a ledger

<!-- Written by scripts/schema_docs.py from src/alleged/ledger/schema.py: change it there. -->

Schema {HEAD}. A ledger is one SQLite file in WAL mode; any SQLite tool can read it. Its tables are STRICT,
and foreign keys hold between them. On a PostgreSQL server it is the same tables, but for the full-text index.

- Rows are numbered in the order in which they were stored. `number` is for joining; `id` is for people and
  programs, and means the same in every ledger.
- Places are code points of `texts.clean`, counted from 0, end exclusive. The words of a claim are not stored
  a second time: `substr(texts.clean, quote_start + 1, quote_end - quote_start)` gives them (SQLite's
  `substr` ends at a NUL character, should a text hold one).
- `PRAGMA application_id` is {APPLICATION_ID} in every ledger; the table `alembic_version` holds its schema.
- Nothing is overwritten but by `alleged erase`. Triggers refuse to change or delete rows of every table
  marked *append only*; an erasing lifts them inside its one transaction, and puts them back.
- The tables hold every reading that ever was. What `alleged claims` shows of a document are the claims of
  the text with the last extraction, and of those the last extraction of each extractor.
"""


def write_page() -> str:
    """The whole page."""
    tables = (part for table in METADATA.tables.values() for part in _describe(table))
    return "\n".join([INTRODUCTION, *tables, *_describe_full_text()])


def _describe(table: Table) -> Iterator[str]:
    mark = " *Append only.*" if table in IMMUTABLE else ""
    yield f"## {table.name}\n\n{table.comment}{mark}\n"
    yield "| column | type | key | meaning |\n| --- | --- | --- | --- |"
    yield from (_describe_column(column) for column in table.columns)
    yield ""


def _describe_column(column: Column[object]) -> str:
    type_ = column.type.compile(dialect=sqlite.dialect())
    kind = f"{type_} or none" if column.nullable else type_
    return f"| `{column.name}` | {kind} | {_describe_key(column)} | {column.comment} |"


def _describe_key(column: Column[object]) -> str:
    refers = [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
    words = {"primary": column.primary_key, "unique": _is_unique(column)}
    return ", ".join([*(word for word, holds in words.items() if holds), *refers])


def _is_unique(column: Column[object]) -> bool:
    constraints = column.table.constraints
    return any(isinstance(c, UniqueConstraint) and list(c.columns) == [column] for c in constraints)


def _describe_full_text() -> Iterator[str]:
    yield f"## {FULL_TEXT}\n"
    yield "The full-text index over claims, an FTS5 table without content; its `rowid` is `claims.number`.\n"
    yield "| column | meaning |\n| --- | --- |"
    yield from (f"| `{name}` | {meaning} |" for name, meaning in FULL_TEXT_COLUMNS.items())
    yield ""


def main(arguments: list[str]) -> int:
    page = write_page()
    if "--check" not in arguments:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print(f"{PAGE} is out of date; run scripts/schema_docs.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
