"""The records of a JSON list; a damaged one is refused whole, with the place of the damage."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alleged.errors import KnowledgeError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AGAIN = "download the list again"


def read_json(data: bytes, source: str) -> Any:
    """What the JSON says, with or without a byte order mark; raises KnowledgeError with its line."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        place = Place(source, data.count(b"\n", 0, error.start) + 1)
        raise KnowledgeError("is no text in UTF-8", place, f"{AGAIN}, or save it as UTF-8") from error
    except json.JSONDecodeError as error:
        what = f"is no whole JSON: {error.msg}"
        raise KnowledgeError(what, Place(source, error.lineno), AGAIN) from error
    except (RecursionError, ValueError) as error:
        raise KnowledgeError("is no JSON that can be read", Place(source), AGAIN) from error


@dataclass(frozen=True, slots=True)
class Record:
    """An object of a JSON list, with its place: "values[3]"; raises KnowledgeError where it does not fit."""

    fields: Mapping[str, Any]
    path: str
    source: str

    def has(self, key: str) -> bool:
        """Whether anything is given under `key`."""
        return self.fields.get(key) is not None

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.fields.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(f"has no text {key!r}")
        return value

    def find_text(self, key: str) -> str:
        """A text that may be missing: then ""."""
        value = self.fields.get(key)
        if value is not None and not isinstance(value, str):
            raise self.refuse(f"has a {key!r} that is no text")
        return value or ""

    def texts(self, key: str) -> list[str]:
        """Texts in a list, or a single one; none if there is nothing."""
        value = self.fields.get(key)
        values = [value] if isinstance(value, str) else [] if value is None else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise self.refuse(f"has {key!r} that are no texts")
        return values

    def flag(self, key: str) -> bool:
        """Whether `key` is set."""
        return self.fields.get(key) is True

    def record(self, key: str) -> Record:
        """An object inside; an empty one if there is none."""
        value = self.fields.get(key)
        return self._inner({} if value is None else value, f".{key}")

    def records(self, key: str) -> Iterator[Record]:
        """The objects of a list inside; none if there is no list."""
        values = self.fields.get(key)
        if values is not None and not isinstance(values, list):
            raise self.refuse(f"has {key!r} that is no list")
        for number, value in enumerate(values or ()):
            yield self._inner(value, f".{key}[{number}]")

    def refuse(self, what: str) -> KnowledgeError:
        """What to raise where this record does not fit."""
        return KnowledgeError(f"{self.path} {what}".lstrip(), Place(self.source), AGAIN)

    def _inner(self, value: Any, path: str) -> Record:
        return make_record(value, f"{self.path}{path}".lstrip("."), self.source)


def make_record(value: Any, path: str, source: str) -> Record:
    """`value`, which must be an object, as a record."""
    if not isinstance(value, dict):
        raise KnowledgeError(f"{path} is no object".lstrip(), Place(source), AGAIN)
    return Record(value, path, source)
