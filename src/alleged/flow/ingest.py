"""From sources to the ledger: open, read, extract, link, append - one transaction a document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.flow.adding import carry_additions, find_carried_additions, tell_lost
from alleged.flow.outcomes import (
    StageError,
    at_stage,
    done,
    stopped,
    tell_version,
    unchanged,
    without_words,
)
from alleged.flow.read import find_claims, read_source
from alleged.flow.sources import close_behind
from alleged.flow.versions import Versions
from alleged.ledger.interface import AlreadyHeldError, Entry
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.flow.outcomes import Attempt
    from alleged.flow.read import Opened, Plan
    from alleged.flow.sources import Source
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Input


def ingest(sources: Iterable[Source], ledger: Ledger, plan: Plan) -> Iterator[Input]:
    """Read each source into the ledger and say what came of it; one that fails never stops the rest."""
    shelf = _Shelf(ledger)
    for source in close_behind(sources):
        yield _ingest_one(source, shelf, plan)


class _Shelf:
    """A ledger, and its documents by name and address once a new one has to be placed among them."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @cached_property
    def versions(self) -> Versions:
        """Found when it is first asked for: a document that is held already has its place."""
        return Versions(self.ledger)


def _ingest_one(source: Source, shelf: _Shelf, plan: Plan) -> Input:
    ledger = shelf.ledger
    try:
        return _append(source, shelf, plan)
    except StageError as stop:
        attempt = stopped(plan.attempt(source), stop)
        ledger.note(without_words(attempt))
        if plan.strict:
            raise stop.error from stop
        return attempt


def _append(source: Source, shelf: _Shelf, plan: Plan) -> Input:
    ledger, engine = shelf.ledger, plan.extractor
    opened = read_source(source, plan)
    text = opened.reading.text
    check_not_erased(ledger, text.document.id)
    if ledger.holds(text.id, engine.name, engine.version):
        return _note_unchanged(opened, ledger, plan.attempt(source))
    found = find_claims(opened.reading, engine)
    text = shelf.versions.link(text, source.name)
    attempt = tell_version(done(plan.attempt(source), opened.reading, found.claims), text)
    attempt = tell_lost(attempt, find_carried_additions(ledger, text))
    marking = plan.mark and plan.mark(text.document.id)
    entry = Entry(
        attempt, opened.data, text, engine.name, engine.version, found.claims, found.relations, marking
    )
    with at_stage("append"):
        try:
            ledger.append(entry)
        except AlreadyHeldError:
            return _note_unchanged(opened, ledger, plan.attempt(source))
        carry_additions(ledger, text, attempt.at)
    shelf.versions.add(text, source.name)
    return attempt


def check_not_erased(ledger: Ledger, document_id: str) -> None:
    """Raise StageError for a document whose bytes were destroyed."""
    with at_stage("read"):
        if ledger.is_erased(document_id):
            what = f"is document {document_id[:SHORT_ID]}, from which a name was erased: it is not read again"
            raise Unreadable(Reason.ERASED, what, cure="'alleged decisions' tells who erased it and why")


def _note_unchanged(opened: Opened, ledger: Ledger, attempt: Attempt) -> Input:
    noted = unchanged(attempt, opened.reading)
    ledger.note(noted)
    return noted
