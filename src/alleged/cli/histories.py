"""Histories for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.columns import keys
from alleged.cli.decisions import find_names, tell_matter
from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.messages import tell_count
from alleged.cli.output import View
from alleged.cli.safety import one_line
from alleged.dossiers.history import Happening
from alleged.dossiers.wording import tell_deed, tell_speaker, tell_stance
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from rich.console import Console

    from alleged.cli.decisions import Names
    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.history import Event, History
    from alleged.ledger.interface import Held
    from alleged.model.claim import Claim
    from alleged.model.document import Input
    from alleged.model.wire import Wire

EVENT_COLUMNS = keys("at", "event", "id", "told", "who", "why", "state")

_COLUMNS = (
    Column("when", width=len("2024-03-25")),
    Column("event", width=max(map(len, Happening))),
    Column("id", width=SHORT_ID),
    Column("what", share=5),
    Column("by", share=2),
)


def view_events(history: History) -> View:
    """The events to write."""
    views = [event.decision for event in history.events if event.decision]
    names = find_names(view.decision for view in views)
    records = [_record(event, names) for event in history.events]
    return View(records, EVENT_COLUMNS, lambda console: _print(console, records))


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
    told = f"{tell_count(reading.claims, 'claim')} found"
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
    read_by = f"reader {reading.reader} {reading.reader_version}"
    return f"{read_by}, engine {reading.extractor} {reading.extractor_version}"


def _print(console: Console, records: list[Wire]) -> None:
    print_rows(console, _COLUMNS, [_make_row(record) for record in records])


def _make_row(record: Wire) -> tuple[Cell, ...]:
    day, _, time = record["at"].partition("T")
    notes = [note for note in (record["why"], record["state"]) if note]
    return (
        Cell(Text(one_line(day)), (Text(one_line(time[: len("09:30:00")]), DIM),)),
        make_cell(record["event"]),
        make_cell((record["id"] or "")[:SHORT_ID]),
        Cell(Text(one_line(record["told"])), tuple(Text(one_line(note), DIM) for note in notes)),
        make_cell(one_line(record["who"] or "")),
    )
