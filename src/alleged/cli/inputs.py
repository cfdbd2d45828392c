"""Inputs - attempts to read something - for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, INDENT, Cell, Column, make_cell, print_rows
from alleged.cli.output import View
from alleged.dossiers.descents import tell_descent
from alleged.dossiers.readings import READ
from alleged.dossiers.safety import one_line
from alleged.exports.documents import table_documents
from alleged.model.access import FOR_ALL
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console

    from alleged.dossiers.origins import Descent
    from alleged.exports.documents import Known
    from alleged.model.document import Input

COLUMNS = (
    Column("status", width=max(map(len, Status))),
    Column("claims", width=len("claims")),
    Column("document", width=SHORT_ID),
    Column("input", width=INDENT + len("2024-03-25T09:30:00+00:00"), share=1),
    Column("why", share=1),
)
STATUS_STYLES = {
    Status.OK: "green",
    Status.DEGRADED: "yellow",
    Status.UNCHANGED: "",
    Status.REFUSED: "red",
    Status.FAILED: "red",
    Status.TIMEOUT: "red",
}


def view_documents(inputs: Sequence[Input], known: Known) -> View:
    """The inputs to write, each with what is known of its document."""
    rows = [(attempt, tuple(_list_notes(attempt, known))) for attempt in inputs]
    return View(table_documents(inputs, known), lambda console: print_inputs(console, rows))


def _list_notes(attempt: Input, known: Known) -> Iterator[str]:
    document = attempt.document or ""
    marking = known.markings.get(document, FOR_ALL)
    if marking != FOR_ALL:
        yield f"marked {marking}"
    yield from _tell_newer(attempt, known.newer)
    yield from _tell_origin(attempt, known.descents.get(document))


def _tell_newer(attempt: Input, newer: Mapping[str, str]) -> tuple[str, ...]:
    found = newer.get(attempt.document or "")
    return (f"older version: {found[:SHORT_ID]} is newer",) if found else ()


def _tell_origin(attempt: Input, descent: Descent | None) -> tuple[str, ...]:
    return tuple(tell_descent(descent)) if descent and attempt.status in READ else ()


def print_inputs(console: Console, inputs: Sequence[tuple[Input, tuple[str, ...]]]) -> None:
    """One row an input: how it ended, what it was, what came of it and why, with notes below."""
    print_rows(console, COLUMNS, [_make_row(attempt, notes) for attempt, notes in inputs])


def _make_row(attempt: Input, notes: tuple[str, ...]) -> tuple[Cell, ...]:
    why = f"{attempt.reason.value}: {attempt.detail}" if attempt.detail else attempt.reason.value
    return (
        make_cell(attempt.status.value, STATUS_STYLES[attempt.status]),
        make_cell(str(attempt.claims)),
        make_cell((attempt.document or "")[:SHORT_ID]),
        Cell(Text(one_line(attempt.source)), (Text(attempt.at, DIM),)),
        Cell(Text(one_line(why)), tuple(Text(one_line(line), DIM) for line in notes)),
    )
