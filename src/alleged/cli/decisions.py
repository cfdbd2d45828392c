"""Decisions for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.messages import say
from alleged.cli.output import View
from alleged.dossiers.counting import tell_count, tell_part
from alleged.dossiers.decided import State
from alleged.dossiers.matters import find_names, tell_matter
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import tell_speaker, tell_stance
from alleged.exports.decisions import table_decisions
from alleged.knowledge.store import open_knowledge
from alleged.model.decision import CLAIMS_NAMED
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console

    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.matters import Names
    from alleged.ledger.interface import Ledger

_COLUMNS = (
    Column("id", width=SHORT_ID),
    Column("what", share=5),
    Column("who", share=2),
    Column("why", share=3),
    Column("counts", width=max(map(len, State))),
)
_STYLES = {State.IN_FORCE: "green", State.REPLACED: DIM, State.WITHDRAWN: DIM}


def view_listed(views: Sequence[DecisionView], ledger: Ledger) -> View:
    """The decisions to write; entities are named as their lists name them now, claims by who says them."""
    names = find_names((view.decision for view in views), open_knowledge)
    saying = {claim_id: _tell_saying(ledger, claim_id) for view in views for claim_id in _claims_of(view)}
    rows = [_make_row(view, names, saying) for view in views]

    def print_table(console: Console) -> None:
        print_rows(console, _COLUMNS, rows)

    return View(table_decisions(views, names), print_table)


def say_decisions(views: Sequence[DecisionView]) -> None:
    """How many of how many are in force."""
    counting = sum(view.state is State.IN_FORCE for view in views)
    say(f"{tell_part(counting, len(views), 'decision')} in force" if views else tell_count(0, "decision"))


def _claims_of(view: DecisionView) -> tuple[str, ...]:
    return view.decision.what[: CLAIMS_NAMED.get(view.decision.about, 0)]


def _tell_saying(ledger: Ledger, claim_id: str) -> str:
    """Who says a claim and how surely, beside its id: "3fa81c2e: the embassy denies"."""
    claim = ledger.get_claim(claim_id)
    return f"{claim_id[:SHORT_ID]}: {tell_speaker(claim.speaker)} {tell_stance(claim)}, {claim.content.exact}"


def _make_row(view: DecisionView, names: Names, saying: Mapping[str, str]) -> tuple[Cell, ...]:
    decision = view.decision
    told = Text(tell_matter(decision, names, view.withdraws))
    when = decision.at.partition(".")[0].replace("T", " ")
    return (
        make_cell(decision.id[:SHORT_ID]),
        Cell(told, tuple(_make_notes(view, saying))),
        Cell(Text(one_line(decision.who)), (Text(one_line(when), DIM),)),
        make_cell(one_line(decision.why)),
        make_cell(view.state.value, _STYLES[view.state]),
    )


def _make_notes(view: DecisionView, saying: Mapping[str, str]) -> Iterator[Text]:
    return (Text(one_line(saying[claim_id]), DIM) for claim_id in _claims_of(view))
