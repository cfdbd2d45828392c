"""Inputs - attempts to read something - for programs and for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.columns import INPUT_COLUMNS
from alleged.cli.layout import DIM, INDENT, Cell, Column, make_cell, print_rows
from alleged.cli.output import View
from alleged.cli.safety import one_line
from alleged.cli.tables import SHORT_ID
from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import Console

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


def print_inputs(console: Console, inputs: Sequence[Input]) -> None:
    """One row an input: how it ended, what it was, what came of it and why."""
    print_rows(console, COLUMNS, [_make_row(attempt) for attempt in inputs])


def _make_row(attempt: Input) -> tuple[Cell, ...]:
    why = f"{attempt.reason.value}: {attempt.detail}" if attempt.detail else attempt.reason.value
    return (
        make_cell(attempt.status.value, STATUS_STYLES[attempt.status]),
        make_cell(str(attempt.claims)),
        make_cell((attempt.document or "")[:SHORT_ID]),
        Cell(Text(one_line(attempt.source)), (Text(attempt.at, DIM),)),
        make_cell(one_line(why)),
    )
