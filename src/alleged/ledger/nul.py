"""Texts with NUL characters in a database that takes none: escaped there, and read back as they were.

Every text that goes to PostgreSQL or comes from it passes here, so that nothing else needs to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg.types.string import StrDumperUnknown, TextLoader

if TYPE_CHECKING:
    from psycopg.abc import Buffer
    from psycopg.adapt import AdaptersMap

ESCAPE = "\x1a"
"""The control character "substitute": it stands for itself when doubled, and for NUL before a 0."""

NUL, ESCAPED, DOUBLED = "\0", f"{ESCAPE}0", ESCAPE * 2


def escape(words: str) -> str:
    """The same words without NUL characters."""
    if NUL not in words and ESCAPE not in words:
        return words
    return words.replace(ESCAPE, DOUBLED).replace(NUL, ESCAPED)


def unescape(stored: str) -> str:
    """The words that `escape` wrote so."""
    if ESCAPE not in stored:
        return stored
    return ESCAPE.join(piece.replace(ESCAPED, NUL) for piece in stored.split(DOUBLED))


class _Dumper(StrDumperUnknown):
    def dump(self, obj: str) -> Buffer | None:
        return super().dump(escape(obj))


class _Loader(TextLoader):
    def load(self, data: Buffer) -> str:
        return unescape(bytes(data).decode())


def register(adapters: AdaptersMap) -> None:
    """Make a connection escape every text."""
    adapters.register_dumper(str, _Dumper)
    for kind in ("text", "varchar"):
        adapters.register_loader(kind, _Loader)
