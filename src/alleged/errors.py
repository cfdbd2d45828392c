"""The errors of alleged, drawn as a tree; each knows its place and tells the cure.

AllegedError
├── InputError            something given to us cannot be used; carries its place
│   ├── Unreadable        a document cannot be read
│   ├── LexiconError      an entry of the rules is wrong
│   ├── WireError         a record from outside does not fit its schema
│   ├── KnowledgeError    a list of names is damaged or of an unknown kind
│   ├── WeightsError      the weights of an engine are missing or damaged
│   └── UnknownPartError  no part of that name is registered
├── AnchorError           words were not found where a span says they are
├── LedgerError           the ledger cannot be opened, read or written
└── MissingExtraError     an optional dependency is not installed
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Place:
    """Where an error happened: a path or address, and a line where there is one."""

    source: str
    line: int | None = None

    def __str__(self) -> str:
        return self.source if self.line is None else f"{self.source}:{self.line}"


class AllegedError(Exception):
    """Base of every error that alleged raises on purpose."""


class InputError(AllegedError):
    """Something given to us cannot be used; `place` says where, `cure` what to do."""

    def __init__(self, what: str, place: Place | None = None, cure: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.place = place
        self.cure = cure

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.what}" + (f"; {self.cure}" if self.cure else "")


class Unreadable(InputError):  # noqa: N818 - the design's name, and it reads as what it is
    """A document cannot be read; `reason` is a code of `alleged.model.vocabulary.Reason`."""

    def __init__(self, reason: str, what: str, place: Place | None = None, cure: str = "") -> None:
        super().__init__(what, place, cure)
        self.reason = reason


class LexiconError(InputError):
    """An entry of the lexicon is wrong."""


class WireError(InputError):
    """A record from outside does not fit its schema."""


class KnowledgeError(InputError):
    """A list of names that an authority keeps is damaged or of an unknown kind; nothing of it was taken."""


class WeightsError(InputError):
    """The weights of an engine are missing or damaged; the message names the file."""


class UnknownPartError(InputError):
    """No part of that name is registered; the message lists those that are."""

    def __init__(self, group: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"no {group} named {name!r}", cure=f"known: {', '.join(sorted(known)) or 'none'}")


class AnchorError(AllegedError):
    """The words of a span were not found where the span says they are."""


class LedgerError(AllegedError):
    """The ledger cannot be opened, read or written; the message says which file and what to do."""


class MissingExtraError(AllegedError):
    """A part needs an optional dependency that is not installed."""

    def __init__(self, part: str, extra: str) -> None:
        super().__init__(f"{part} needs an extra: pip install 'alleged[{extra}]'")
