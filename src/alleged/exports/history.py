"""Histories for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count
from alleged.dossiers.matters import tell_matter
from alleged.dossiers.wording import tell_deed, tell_speaker, tell_stance
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.model.addition import find_adder

if TYPE_CHECKING:
    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.history import Event, History
    from alleged.dossiers.matters import Names
    from alleged.ledger.interface import Held
    from alleged.model.claim import Claim
    from alleged.model.document import Input
    from alleged.model.wire import Wire

EVENT_COLUMNS = keys("at", "event", "id", "told", "who", "why", "state")


def table_history(history: History, names: Names) -> Table:
    """The events; entities that decisions are about are named as `names` has them."""
    return Table([_record(event, names) for event in history.events], EVENT_COLUMNS)


def _record(event: Event, names: Names) -> Wire:
    record: Wire = {"at": event.at, "event": event.happening.value, "who": None, "why": None, "state": None}
    if event.input:
        record |= _record_input(event.input)
    if event.reading:
        record |= _record_reading(event.reading)
    if event.claim:
        record |= _record_claim(event.claim)
    if event.decision:
        record |= _record_decision(event.decision, names)
    return record


def _record_input(attempt: Input) -> Wire:
    told = f"{attempt.source}: {attempt.status.value}, {attempt.reason.value}"
    return {"id": attempt.document, "told": told, "why": attempt.detail or None}


def _record_reading(reading: Held) -> Wire:
    how = "added" if find_adder(reading.extractor) else "found"
    told = f"{tell_count(reading.claims, 'claim')} {how}"
    return {"id": reading.text, "told": told, "who": _tell_engine(reading)}


def _record_claim(claim: Claim) -> Wire:
    told = f"{tell_speaker(claim.speaker)} {tell_stance(claim)}, {tell_deed(claim)}"
    return {"id": claim.id, "told": told}


def _record_decision(view: DecisionView, names: Names) -> Wire:
    decision = view.decision
    return {
        "id": decision.id,
        "told": tell_matter(decision, names, view.withdraws),
        "who": decision.who,
        "why": decision.why,
        "state": view.state.value,
    }


def _tell_engine(reading: Held) -> str:
    adder = find_adder(reading.extractor)
    if adder:
        return adder
    read_by = f"reader {reading.reader} {reading.reader_version}"
    return f"{read_by}, engine {reading.extractor} {reading.extractor_version}"
