"""Annotated documents, one JSON object a line, plain or gzipped; a line that cannot be used says why."""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

from alleged.errors import InputError, Place
from alleged.model.document import Extent

if TYPE_CHECKING:
    from pathlib import Path

Row: TypeAlias = dict[str, Any]

PACKED = ".gz"
TWO = 2


@dataclass(frozen=True, slots=True)
class Line:
    """An object of a data file, or one inside it, and where it stands; `get_*` raises InputError."""

    place: Place
    row: Row

    def get_string(self, key: str) -> str:
        """The string under `key`."""
        value = self.row.get(key)
        if not isinstance(value, str):
            raise self.fault(key, "a string")
        return value

    def get_objects(self, key: str) -> tuple[Line, ...]:
        """The objects in the list under `key`."""
        values = self.row.get(key)
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.fault(key, "a list of objects")
        return tuple(Line(self.place, value) for value in values)

    def get_extent(self, key: str, text: str) -> Extent:
        """The place in `text` under `key`."""
        return self._extent(key, self.row.get(key), text)

    def get_extents(self, key: str, text: str) -> tuple[Extent, ...]:
        """The places in `text` in the list under `key`; none where there is no such key."""
        values = self.row.get(key) or []
        if not isinstance(values, list):
            raise self.fault(key, "a list of [start, end]")
        return tuple(self._extent(key, value, text) for value in values)

    def fault(self, key: str, wanted: str) -> InputError:
        """What to raise where `key` does not hold what is wanted."""
        what = f'"{key}" is not {wanted}' if key in self.row else f'there is no "{key}"'
        return InputError(what, self.place, f"give {wanted}")

    def _extent(self, key: str, value: object, text: str) -> Extent:
        if not _is_pair(value) or not 0 <= value[0] <= value[1] <= len(text):
            cure = f"give [start, end] in code points of the {len(text)} that it has, end exclusive"
            raise InputError(f'"{key}" {value!r} is no place in the text', self.place, cure)
        return Extent(value[0], value[1])


def _is_pair(value: object) -> TypeGuard[list[int]]:
    return isinstance(value, list) and len(value) == TWO and all(type(one) is int for one in value)


def read_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a file that are not blank; raises InputError where there are none or one is no object."""
    rows = enumerate(_read(path).split(b"\n"), 1)
    lines = tuple(_line(data, Place(str(path), number)) for number, data in rows if data.strip())
    if not lines:
        raise InputError("it holds no document", Place(str(path)), "give one JSON object a line")
    return lines


def _read(path: Path) -> bytes:
    place = Place(str(path))
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("there is no such file", place, "check the path") from error
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", place, "name another file") from error
    return _unpack(data, place) if path.suffix == PACKED else data


def _unpack(data: bytes, place: Place) -> bytes:
    try:
        return gzip.decompress(data)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError("it is not whole gzip data", place, "pack it again, or rename it") from error


def _line(data: bytes, place: Place) -> Line:
    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError("it is not JSON", place, "give one JSON object a line, in UTF-8") from error
    if not isinstance(row, dict):
        raise InputError("it is not a JSON object", place, "give one JSON object a line")
    return Line(place, row)
