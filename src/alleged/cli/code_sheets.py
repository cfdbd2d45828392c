"""Filled codebooks for people: one incident variable by variable, or many with how much is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.tables import make_stance
from alleged.dossiers.coded import NO_CLAIM
from alleged.dossiers.counting import tell_count
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import tell_voice
from alleged.model.decision import CELL
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from alleged.dossiers.coded import Cell as Filled
    from alleged.dossiers.coded import Coded, Proposal
    from alleged.dossiers.overview import Overview

VALUES_SHOWN = 5
_A_DAY = len("2024-03-25")
_SHEET = (
    Column("variable", share=3),
    Column("value", share=4),
    Column("who says so", share=4),
    Column("how", width=len("(purportedly)")),
)
_LIST = (Column("id", width=SHORT_ID), Column("incident", share=6), Column("decided", width=len("12 of 24")))


def print_coded(console: Console, coded: Coded, overview: Overview) -> None:
    """One incident, variable by variable."""
    console.print(Text(one_line(coded.incident.label), "bold"))
    console.print(Text(f"{coded.codebook.title} · {coded.incident.id[:SHORT_ID]}", DIM))
    console.print()
    print_rows(console, _SHEET, [row for cell in coded.cells for row in _make_rows(cell, overview)])


def print_list(console: Console, coded: Sequence[Coded]) -> None:
    """Incidents with how many cells are decided."""
    rows = [
        (
            make_cell(each.incident.id[:SHORT_ID]),
            make_cell(each.incident.label),
            make_cell(f"{each.decided} of {len(each.cells)}"),
        )
        for each in coded
    ]
    print_rows(console, _LIST, rows)


def _make_rows(cell: Filled, overview: Overview) -> Iterator[Sequence[Cell]]:
    name = make_cell(cell.variable.title)
    if cell.decision:
        yield name, Cell(Text(_tell_decided(cell)), (_tell_decision(cell),)), make_cell(""), make_cell("")
        return
    if not cell.proposals:
        told = NO_CLAIM if cell.variable.fill else "the coder writes it"
        yield name, make_cell(told, DIM), make_cell(""), make_cell("")
    for proposal in cell.proposals[:VALUES_SHOWN]:
        yield name, _make_value(proposal), *_make_who(proposal, overview)
        name = make_cell("")
    if len(cell.proposals) > VALUES_SHOWN:
        more = tell_count(len(cell.proposals) - VALUES_SHOWN, "more value")
        yield name, make_cell(f"and {more}; -f json gives all", DIM), make_cell(""), make_cell("")


def _tell_decided(cell: Filled) -> str:
    decision = cell.decision
    values = decision.what[CELL:] if decision else ()
    return one_line("; ".join(values)) if values else "empty on purpose"


def _tell_decision(cell: Filled) -> Text:
    decision = cell.decision
    told = f"decided by {decision.who}, {decision.at[:_A_DAY]}: {decision.why}" if decision else ""
    return Text(one_line(told), DIM)


def _make_value(proposal: Proposal) -> Cell:
    notes = (
        (Text(f"denied by {tell_count(len(proposal.denials), 'claim')}", DIM),) if proposal.denials else ()
    )
    return Cell(Text(one_line(proposal.value)), notes)


def _make_who(proposal: Proposal, overview: Overview) -> tuple[Cell, Cell]:
    """The first who says so, and how many more claims do."""
    first, *more = proposal.claims
    note = (Text(f"and {tell_count(len(more), 'more claim')}", DIM),) if more else ()
    who = one_line(tell_voice(first, overview.provenance[first.text]))
    return Cell(Text(who), note), Cell(make_stance(first))
