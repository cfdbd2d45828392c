"""Which document a changed page was before: read again under the same address, or the same name and alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.flow.sources import STANDARD_INPUT
from alleged.model.document import Extent
from alleged.resolve.shingles import all_runs

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Text

RUN = 2
"""Words of the runs that two texts are compared by."""
ALIKE = 0.2
"""Share of the runs of the shorter text from which on a file is the same page, changed."""


class Versions:
    """The documents of a ledger by address and by the name that each was read under, the last one each."""

    def __init__(self, ledger: Ledger) -> None:
        known = ledger.documents()
        self._ledger = ledger
        self._version_of = {document.id: document.version_of for document in known}
        self._by_url = {d.metadata.url: d.id for d in known if d.metadata.url}
        self._by_source = {
            attempt.source: (attempt.document, attempt.text)
            for attempt in ledger.inputs()
            if attempt.document in self._version_of and attempt.text
        }

    def link(self, text: Text, source: str) -> Text:
        """The text with the document that it is a changed version of, if it is one."""
        document = text.document
        known = document.id in self._version_of
        earlier = self._version_of[document.id] if known else self._find_earlier(text, source)
        return replace(text, document=replace(document, version_of=earlier))

    def _find_earlier(self, text: Text, source: str) -> str | None:
        """The same address is the same page; the same name may be another file of another folder."""
        url = text.document.metadata.url
        if url in self._by_url:
            return self._by_url[url]
        document, text_id = self._by_source.get(source, (None, None))
        if document is None or text_id is None or source == STANDARD_INPUT:
            return None
        return document if are_alike(self._ledger.get_text(text_id), text) else None

    def add(self, text: Text, source: str) -> None:
        """Remember a document that was stored."""
        document = text.document
        self._version_of[document.id] = document.version_of
        self._by_source[source] = (document.id, text.id)
        if document.metadata.url:
            self._by_url[document.metadata.url] = document.id


def are_alike(one: Text, other: Text) -> bool:
    """Whether two texts have the same title, or share enough of their words to be one page that changed."""
    titles = one.document.metadata.title, other.document.metadata.title
    if titles[0] and titles[0] == titles[1]:
        return True
    mine, theirs = (frozenset(_runs_of(text)) for text in (one, other))
    shared = len(mine & theirs)
    return shared > 0 and shared >= ALIKE * min(len(mine), len(theirs))


def _runs_of(text: Text) -> list[int]:
    found: list[int] = all_runs(text.clean, (Extent(0, len(text.clean)),), RUN).tolist()
    return found
