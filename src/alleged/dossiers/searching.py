"""One line in which a search is written: `stance:denies actor:APT31 since:2024-03 "trade secrets"`."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from alleged.errors import InputError
from alleged.ledger.interface import ClaimQuery
from alleged.model.edtf import find_edtf
from alleged.model.vocabulary import Act, Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from enum import StrEnum

    from alleged.model.document import Document

_PART = re.compile(r'([a-z]{1,20}):("[^"]{0,300}"|[^\s"]{1,300})|"[^"]{0,300}"|[^\s"]{1,300}|"')
CODES: dict[str, type[StrEnum]] = {"stance": Stance, "kind": Kind, "act": Act}
"""The fields that take one of a list of codes."""
DAYS = ("since", "until")
"""The fields that take a date: when the document was published."""


class SearchError(InputError):
    """A search that cannot be meant; the message says which part and what it can be."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is sought; an empty field does not narrow, every other one does."""

    words: str = ""
    """Words of the claim, or of its document's title."""
    speaker: str = ""
    actor: str = ""
    target: str = ""
    stance: str = ""
    kind: str = ""
    act: str = ""
    publisher: str = ""
    document: str = ""
    """Id of a document, or how it begins."""
    since: str = ""
    """The first day on which its document may have been published: a year, a month or a day."""
    until: str = ""

    def with_field(self, name: str, value: str) -> Search:
        """The same search with another value in a field."""
        return replace(self, **{name: value})

    @property
    def narrows_documents(self) -> bool:
        """Whether it asks for something that only documents have."""
        return bool(self.publisher or self.since or self.until)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The fields that narrow, but for the words, each with its value."""
        return tuple((name, getattr(self, name)) for name in FIELDS if getattr(self, name))


FIELDS = tuple(field.name for field in fields(Search) if field.name != "words")


def read_search(line: str) -> Search:
    """The search that somebody wrote; what is no field of ours is a word. Raises SearchError."""
    words: list[str] = []
    found: dict[str, str] = {}
    for match in _PART.finditer(line):
        name, value = match[1], (match[2] or "").strip('"').strip()
        if name not in FIELDS:
            words.append(match[0].strip('"'))
        elif name in found and found[name] != value:
            raise SearchError(f"“{name}:” is there twice ({found[name]}, {value})", cure="leave one of them")
        else:
            found[name] = check_field(name, value)
    return Search(" ".join(" ".join(words).split()), **found)


def check_field(name: str, value: str) -> str:
    """A value that this field can have; raises SearchError."""
    if not value:
        raise SearchError(f"nothing stands behind “{name}:”", cure=f'write it as {name}:"…"')
    if name in CODES and value not in [code.value for code in CODES[name]]:
        known = ", ".join(code.value for code in CODES[name])
        raise SearchError(f"“{name}:{value}” is no {name}", cure=f"it can be {known}")
    if name in DAYS and _first_day(value) is None:
        raise SearchError(f"“{name}:{value}” is no date", cure="write it as 2024, 2024-03 or 2024-03-25")
    return value


def write_search(search: Search) -> str:
    """The line that is read as this search."""
    fields = ((name, value.replace('"', " ").strip()) for name, value in search.fields)
    told = (_write_field(name, value) for name, value in fields if value)
    return " ".join(filter(None, (*told, search.words)))


def _write_field(name: str, value: str) -> str:
    """A field as it is read; names are found by their words, so that quotation marks in them do not count."""
    return f'{name}:"{value}"' if re.search(r"\s", value) else f"{name}:{value}"


def make_query(search: Search, documents: Iterable[Document]) -> ClaimQuery:
    """What to ask of a ledger that holds these documents.

    A document without a date is left out where dates are asked for: it is not known to be of that time.
    """
    within = frozenset(d.id for d in documents if _fits(d, search)) if search.narrows_documents else None
    return ClaimQuery(
        speaker=search.speaker or None,
        actor=search.actor or None,
        target=search.target or None,
        stance=Stance(search.stance) if search.stance else None,
        kind=Kind(search.kind) if search.kind else None,
        search=search.words or None,
        document=search.document or None,
        act=Act(search.act) if search.act else None,
        within=within,
    )


def _fits(document: Document, search: Search) -> bool:
    return all(_find_misfits(document, search))


def _find_misfits(document: Document, search: Search) -> Iterator[bool]:
    known = document.metadata
    if search.publisher:
        yield (known.publisher or "").casefold() == search.publisher.casefold()
    published = find_edtf(known.published) if known.published else None
    if search.since:
        first = _first_day(search.since)
        yield bool(published and published.last and first and published.last >= first)
    if search.until:
        last = _last_day(search.until)
        yield bool(published and published.first and last and published.first <= last)


def _first_day(written: str) -> date | None:
    found = find_edtf(written)
    return found.first if found and found.only else None


def _last_day(written: str) -> date | None:
    found = find_edtf(written)
    return found.last if found and found.only else None


def count_undated(documents: Iterable[Document]) -> int:
    """How many of these documents have no date of publication."""
    return sum(document.metadata.published is None for document in documents)
