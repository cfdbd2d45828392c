"""The rows of a comma-separated list, each with its line; a damaged list is refused whole."""

from __future__ import annotations

import codecs
import csv
import io
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

AGAIN = "download the list again"
_AS_UTF_8 = f"{AGAIN}, or save it as UTF-8"
_LARGEST_FIELD = 4_000_000
"""Characters; Python's own limit of 131,072 is too small for the collected addresses of a large bank."""

_INNER_QUOTE = re.compile(rb'"(?<=[^,\r\n"]")(?![,\r\n"])')
"""A quote amid a field that is not doubled, as OFAC has published some; no sound CSV holds one."""


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a row and the line of the file where it begins."""

    line: int
    fields: tuple[str, ...]


def read_rows(data: bytes, source: str) -> Iterator[Row]:
    """The rows in order, empty ones left out; raises KnowledgeError where it is no whole CSV in UTF-8.

    Every list we know ends its last line too, so that a file which does not was cut short.
    """
    _refuse_damaged(data, source)
    sound = _INNER_QUOTE.sub(b'""', data.removeprefix(codecs.BOM_UTF8))
    line = 1
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(sound), encoding="utf-8", newline=""), strict=True)
    try:
        with _large_fields():
            for fields in reader:
                if any(fields):
                    yield Row(line, tuple(fields))
                line = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise _not_utf_8(data, source) from error
    except csv.Error as error:
        what = f"is no whole CSV from here on: {error}"
        raise KnowledgeError(what, Place(source, line), AGAIN) from error


def check_width(row: Row, expected: int, source: str) -> None:
    """Raises KnowledgeError where the row does not have `expected` fields."""
    if len(row.fields) != expected:
        what = f"has {len(row.fields)} columns instead of {expected}"
        raise KnowledgeError(what, Place(source, row.line), AGAIN)


def first_row(head: bytes, line: int = 1) -> tuple[str, ...]:
    """The fields of a line among the first of a file, as far as they can be told; for guesses only."""
    lines = head.decode("utf-8-sig", "ignore").splitlines()
    try:
        return tuple(next(csv.reader(lines[line - 1 : line]), ()))
    except csv.Error:
        return ()


@contextmanager
def _large_fields() -> Iterator[None]:
    before = csv.field_size_limit(_LARGEST_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _refuse_damaged(data: bytes, source: str) -> None:
    if not data.strip():
        raise KnowledgeError("is empty", Place(source), AGAIN)
    if b"\0" in data:
        place = Place(source, _line_at(data, data.find(b"\0")))
        raise KnowledgeError("is no text in UTF-8", place, _AS_UTF_8)
    if not data.endswith((b"\n", b"\r")):
        raise KnowledgeError("ends within a line: it was cut short", _end(data, source), AGAIN)


def _not_utf_8(data: bytes, source: str) -> KnowledgeError:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return KnowledgeError("is no text in UTF-8", Place(source, _line_at(data, error.start)), _AS_UTF_8)
    return KnowledgeError("is no text in UTF-8", Place(source), _AS_UTF_8)


def _end(data: bytes, source: str) -> Place:
    return Place(source, _line_at(data, len(data)))


def _line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
