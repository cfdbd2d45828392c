"""Words of a text as the full-text index of SQLite divides and folds them, for other databases.

SQLite does it itself, in memory: what it would find is the measure, down to its tables of letters.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from alleged.ledger.schema import TOKENIZER

if TYPE_CHECKING:
    from collections.abc import Sequence

PREPARE = f"""
CREATE VIRTUAL TABLE text USING fts5(line, content='', tokenize='{TOKENIZER}');
CREATE VIRTUAL TABLE word USING fts5vocab(text, instance);
"""


def divide(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """The words of each line, in their order."""
    words: list[list[str]] = [[] for _ in lines]
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.executescript(PREPARE)
        memory.executemany("INSERT INTO text (rowid, line) VALUES (?, ?)", enumerate(lines))
        for number, word in memory.execute("SELECT doc, term FROM word ORDER BY doc, offset"):
            words[number].append(word)
    return [tuple(found) for found in words]
