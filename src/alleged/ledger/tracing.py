"""What of a ledger has a name in it, and how that reads without: nothing here writes."""

from __future__ import annotations

import html
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from alleged.ledger.masking import DIVIDER, divide, find_key, find_names, mask_names, spell
from alleged.ledger.rows import METADATA_FIELDS
from alleged.ledger.schema import (
    archive,
    claims,
    decisions,
    documents,
    extractions,
    inputs,
    markings,
    members,
    mentions,
    names,
    relations,
    texts,
)
from alleged.model.erasure import Traces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, RowMapping, Select, Table

    from alleged.ledger.rows import Row
    from alleged.model.erasure import Wanted

Key = tuple[Any, ...]

WORDS: Mapping[str, tuple[str, ...]] = {
    "texts": ("clean", *(name for name in METADATA_FIELDS if name not in ("genre", "language"))),
    "claims": ("speaker_name", "speaker_on_behalf_of"),
    "mentions": ("name",),
    "relations": ("reason",),
    "inputs": ("source", "detail"),
    "decisions": ("who", "why"),
    "members": ("who", "by"),
    "markings": ("label", "by", "why"),
}
"""Columns that hold words as they are."""

PACKED: Mapping[str, str] = {"claims": "speaker_chain", "inputs": "given", "decisions": "what"}
"""The column that holds words as JSON."""

NOTES = {
    "relations": "link",
    "inputs": "input",
    "decisions": "decision",
    "members": "membership",
    "markings": "marking",
}
"""Tables of what is noted beside what was read, and what a row of each is called."""

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
"""How the bytes of a document are looked at; those of a PDF are known by its text alone."""

FEW = 8
"""How many large rows are fetched at once."""

MOST_RELATED = 20
"""Up to how many other spellings are told."""


@dataclass(frozen=True, slots=True)
class Found:
    """What erasing changes: columns of rows, by table and by the row's key."""

    rows: dict[str, dict[Key, Row]] = field(default_factory=lambda: defaultdict(dict))
    documents: set[int] = field(default_factory=set)
    """Numbers of the documents whose bytes are destroyed."""
    read_anew: set[int] = field(default_factory=set)
    """Numbers of the texts that become another version."""
    spellings: Counter[str] = field(default_factory=Counter)


class Search:
    """The search for a name through every table."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self.connection = connection
        self.names = wanted.names
        self.keys = tuple(dict.fromkeys(map(find_key, wanted.names)))
        self.found = Found()
        self._ids: set[str] | None = None
        self._scope = None if wanted.documents is None else self._number(wanted.documents)

    def _number(self, ids: frozenset[str]) -> frozenset[int]:
        rows = self.connection.execute(select(documents.c.number, documents.c.id))
        return frozenset(row.number for row in rows if row.id in ids)

    def run(self) -> Found:
        """Everything that has the name in it."""
        self._search_texts()
        for table in (claims, mentions):
            self._search_claims(table)
        self._search_bytes()
        self._renew_texts()
        self._search_notes()
        return self.found

    def mask(self, text: str) -> str:
        """The text without the name; how it was written is counted."""
        masked = mask_names(text, self.keys)
        if masked != text:
            self.found.spellings.update(spell(text, words) for words in find_names(text, self.keys))
        return masked

    def _change(self, table: Table, row: RowMapping) -> Row:
        """Those columns of a row that change, as they will be."""
        told = {name: row[name] for name in WORDS[table.name] if row[name] is not None}
        changed = {name: self.mask(value) for name, value in told.items()}
        packed = PACKED.get(table.name)
        if packed is not None:
            changed[packed] = self._mask_packed(row[packed])
        return {name: value for name, value in changed.items() if value != row[name]}

    def _mask_packed(self, packed: str) -> str:
        before = json.loads(packed)
        if isinstance(before, dict):
            after: object = {name: self.mask(value) for name, value in before.items()}
        else:
            after = [self.mask(value) for value in before]
        return packed if after == before else json.dumps(after, ensure_ascii=False, separators=(",", ":"))

    def _is_meant(self, document: int | None) -> bool:
        return self._scope is None or document in self._scope

    def _search_texts(self) -> None:
        for row in self._fetch(select(texts).order_by(texts.c.number), FEW):
            if self._is_meant(row["document"]) and (changed := self._change(texts, row)):
                self.found.rows["texts"][row["number"],] = changed
                self.found.documents.add(row["document"])

    def _search_claims(self, table: Table) -> None:
        joined = select(table, extractions.c.document).select_from(extractions)
        joined = joined.join(claims, claims.c.extraction == extractions.c.number)
        if table is mentions:
            joined = joined.join(mentions, mentions.c.claim == claims.c.number)
        for row in self._fetch(joined):
            if self._is_meant(row["document"]) and (changed := self._change(table, row)):
                self.found.rows[table.name][_key_of(table, row)] = changed
                self.found.documents.add(row["document"])

    def _search_bytes(self) -> None:
        """Markup and what it hides may have a name that the text does not have."""
        for row in self._fetch(select(archive), FEW):
            known = row["document"] in self.found.documents
            if row["data"] and not known and self._is_meant(row["document"]) and self._is_in(row["data"]):
                self.found.documents.add(row["document"])

    def _is_in(self, data: bytes) -> bool:
        return any(self._stands_in(data.decode(each, errors="replace")) for each in ENCODINGS)

    def _stands_in(self, text: str) -> bool:
        plain = html.unescape(text)
        return any(any(find_names(each, self.keys)) for each in {text, plain})

    def _renew_texts(self) -> None:
        """A document in whose text or claims the name stood is another version of itself, with other ids."""
        touched = {key[0] for table in ("claims", "mentions") for key in self.found.rows[table]}
        of_claims = self._fetch(
            select(claims.c.number, extractions.c.text).join(
                extractions, extractions.c.number == claims.c.extraction
            )
        )
        self.found.read_anew.update(row["text"] for row in of_claims if row["number"] in touched)
        self.found.read_anew.update(number for (number,) in self.found.rows["texts"])

    def _search_notes(self) -> None:
        for table in (relations, inputs, decisions, members, markings):
            for row in self._fetch(select(table).order_by(table.c.number)):
                if self._is_about(table, row) and (changed := self._change(table, row)):
                    self.found.rows[table.name][row["number"],] = changed

    def _is_about(self, table: Table, row: RowMapping) -> bool:
        if self._scope is None:
            return True
        if table is inputs:
            return row["document"] in self._own_ids()
        if table is markings:
            return self._is_meant(row["document"])
        if table is members:
            return False
        ends = (
            json.loads(row["what"]) if table is decisions else map(self._claim_id, (row["claim"], row["to"]))
        )
        return not self._own_ids().isdisjoint(ends)

    def _claim_id(self, number: int) -> str:
        return str(self.connection.execute(select(claims.c.id).where(claims.c.number == number)).scalar())

    def _own_ids(self) -> set[str]:
        """Ids of the documents that are meant, and of their claims."""
        if self._ids is None:
            own = documents.c.number.in_(self._scope or ())
            found = select(claims.c.id).join(extractions, extractions.c.number == claims.c.extraction)
            found = found.join(documents, documents.c.number == extractions.c.document)
            of_claims = self.connection.execute(found.where(own)).scalars()
            self._ids = {*of_claims, *self.connection.execute(select(documents.c.id).where(own)).scalars()}
        return self._ids

    def _fetch(self, asked: Select[Any], at_once: int = 500) -> Iterator[RowMapping]:
        return iter(self.connection.execute(asked, execution_options={"yield_per": at_once}).mappings())

    def trace(self) -> Traces:
        """What was found, told."""
        found, count = self.found, partial(_count, self.connection)
        renewed = select(func.count()).select_from(claims).join(extractions)
        ids = (
            select(documents.c.id).where(documents.c.number.in_(found.documents)).order_by(documents.c.number)
        )
        return Traces(
            documents=tuple(self.connection.execute(ids).scalars()),
            all_documents=count(select(func.count()).select_from(documents)),
            claims=count(renewed.where(extractions.c.text.in_(found.read_anew))),
            all_claims=count(select(func.count()).select_from(claims)),
            notes=tuple((noun, len(found.rows[table])) for table, noun in NOTES.items() if found.rows[table]),
            spellings=tuple(found.spellings.most_common()),
            related=tuple(self._find_related().most_common(MOST_RELATED)),
        )

    def _find_related(self) -> Counter[str]:
        """Names of which the last word is that of the erased one, and that word on its own in its texts."""
        parts = self._find_parts()
        found: Counter[str] = Counter()
        for (name,) in self.connection.execute(select(names.c.name)):
            masked = mask_names(name, self.keys)
            if masked == name and parts.intersection(word.plain for word in divide(name)):
                found[name] += 1
        for changed in self.found.rows["texts"].values():
            clean = changed.get("clean", DIVIDER)
            found.update(spell(clean, words) for words in find_names(clean, parts))
        return found

    def _find_parts(self) -> frozenset[str]:
        """The last word of each name of several: as a rule the surname."""
        several = (words for words in map(divide, self.names) if len(words) > 1)
        return frozenset(words[-1].plain for words in several)


def _count(connection: Connection, asked: Select[Any]) -> int:
    return int(connection.execute(asked).scalar() or 0)


def _key_of(table: Table, row: RowMapping) -> Key:
    return tuple(row[column.name] for column in table.primary_key)
