"""Inputs - attempts to read something - for programs and for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.columns import INPUT_COLUMNS, keys
from alleged.cli.layout import DIM, INDENT, Cell, Column, make_cell, print_rows
from alleged.cli.origins import ORIGIN_COLUMNS, record_descent, tell_descent
from alleged.cli.output import View
from alleged.cli.safety import one_line
from alleged.dossiers.readings import READ
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.console import Console

    from alleged.dossiers.origins import Descent
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


def view_inputs(inputs: Sequence[Input], print_table: Callable[[Console], None]) -> View:
    """The inputs to write, with this table for people."""
    return View((asdict(attempt) for attempt in inputs), INPUT_COLUMNS, print_table)


def view_documents(
    inputs: Sequence[Input], descents: Mapping[str, Descent], newer: Mapping[str, str]
) -> View:
    """The inputs to write, each with what its document goes back to, and which document is newer.

    `descents` and `newer` are by document id.
    """
    known = [(attempt, descents.get(attempt.document or "")) for attempt in inputs]
    records = [
        {**asdict(one), **record_descent(one.document, found), "newer_version": newer.get(one.document or "")}
        for one, found in known
    ]
    rows = [(one, (*_tell_newer(one, newer), *_tell_origin(one, descent))) for one, descent in known]
    columns = {**INPUT_COLUMNS, **ORIGIN_COLUMNS, **keys("newer_version")}
    return View(records, columns, lambda console: print_inputs(console, rows))


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
