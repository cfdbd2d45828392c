"""What is held about a person, for people."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.messages import say
from alleged.cli.output import View
from alleged.cli.privacy import MARK, is_private
from alleged.dossiers.about import Sort, State
from alleged.dossiers.safety import one_line
from alleged.exports.about import table_about
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.dossiers.about import Dossier, Trace

_COLUMNS = (
    Column("what", width=max(map(len, Sort))),
    Column("id", width=SHORT_ID),
    Column("where", share=2),
    Column("words", share=6),
)


def view_dossier(dossier: Dossier) -> View:
    """Everything that names the person, to write; the name itself is not masked."""
    return View(table_about(dossier), lambda console: _print(console, dossier))


def say_dossier(dossier: Dossier) -> None:
    """Of how many, and what can be done about it."""
    say(" · ".join(_tell_counts(dossier)))
    if dossier.traces:
        for step in _list_steps(dossier):
            say(f"next: {step}")


def _tell_counts(dossier: Dossier) -> Iterator[str]:
    for sort, total in dossier.totals:
        yield f"{dossier.count(sort)} of {total} {sort.value}{'' if total == 1 else 's'}"


def _list_steps(dossier: Dossier) -> Iterator[str]:
    claims = [trace for trace in dossier.traces if trace.sort is Sort.CLAIM]
    if any(trace.state is State.STANDING for trace in claims):
        yield "alleged decide claim ID reject --why WHY (wrong), or correct FIELD VALUE --why WHY"
    document = next((trace.document for trace in dossier.traces if trace.document), None)
    if document:
        yield f"alleged retract --document {document[:SHORT_ID]} --why WHY (out of every view, reversibly)"
    yield f"alleged erase {quote(dossier.name)} --dry-run --why WHY (what erasing the name would touch)"
    yield f"alleged about {quote(dossier.name)} -f json (to hand over)"


def _print(console: Console, dossier: Dossier) -> None:
    told = [*_tell_counts(dossier), *([MARK] if is_private(dossier.name) else [])]
    console.print(Text(one_line(dossier.name), "bold").append(f" · {' · '.join(told)}", "not bold"))
    console.print()
    print_rows(console, _COLUMNS, [_make_row(trace) for trace in dossier.traces])


def _make_row(trace: Trace) -> tuple[Cell, ...]:
    state = () if trace.state is State.STANDING else (Text(trace.state.value, DIM),)
    where = Cell(Text(", ".join(trace.where)), state)
    return (
        make_cell(trace.sort.value),
        make_cell(trace.id[:SHORT_ID]),
        where,
        make_cell(one_line(trace.words)),
    )
