"""From sources to the ledger: open, read, extract, link, append - one transaction a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.flow.outcomes import StageError, at_stage, done, stopped, unchanged
from alleged.flow.read import find_claims, read_source
from alleged.ledger.interface import AlreadyHeldError, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.flow.outcomes import Attempt
    from alleged.flow.read import Opened, Plan
    from alleged.flow.sources import Source
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Input


def ingest(sources: Iterable[Source], ledger: Ledger, plan: Plan) -> Iterator[Input]:
    """Read each source into the ledger and say what came of it; one that fails never stops the rest."""
    for source in sources:
        yield _ingest_one(source, ledger, plan)


def _ingest_one(source: Source, ledger: Ledger, plan: Plan) -> Input:
    try:
        return _append(source, ledger, plan)
    except StageError as stop:
        attempt = stopped(plan.attempt(source), stop)
        ledger.note(attempt)
        if plan.strict:
            raise stop.error from stop
        return attempt


def _append(source: Source, ledger: Ledger, plan: Plan) -> Input:
    engine = plan.extractor
    opened = read_source(source, plan)
    text = opened.reading.text
    if ledger.holds(text.id, engine.name, engine.version):
        return _note_unchanged(opened, ledger, plan.attempt(source))
    found = find_claims(opened.reading, engine)
    attempt = done(plan.attempt(source), opened.reading, found.claims)
    entry = Entry(attempt, opened.data, text, engine.name, engine.version, found.claims, found.relations)
    with at_stage("append"):
        try:
            ledger.append(entry)
        except AlreadyHeldError:
            return _note_unchanged(opened, ledger, plan.attempt(source))
    return attempt


def _note_unchanged(opened: Opened, ledger: Ledger, attempt: Attempt) -> Input:
    noted = unchanged(attempt, opened.reading)
    ledger.note(noted)
    return noted
