"""Histories for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.output import View
from alleged.dossiers.history import Happening
from alleged.dossiers.matters import find_names
from alleged.dossiers.safety import one_line
from alleged.exports.history import table_history
from alleged.knowledge.store import open_knowledge
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from alleged.dossiers.history import History
    from alleged.model.wire import Wire

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
    table = table_history(history, find_names((view.decision for view in views), open_knowledge))
    return View(table, lambda console: _print(console, table.records))


def _print(console: Console, records: Iterable[Wire]) -> None:
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
