"""What people decided, the newest first, and the way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.decided import State, find_decision, view_decisions
from alleged.dossiers.matters import find_names, tell_matter
from alleged.dossiers.wording import tell_saying
from alleged.exports.decisions import table_decisions
from alleged.flow.deciding import store_step, undo_step
from alleged.knowledge.store import open_knowledge
from alleged.model.access import Right
from alleged.model.decision import CLAIMS_NAMED, About, Verdict
from alleged.server.asking import AskedWronglyError
from alleged.server.attempting import attempt
from alleged.server.gate.sessions import go
from alleged.server.listed import cut
from alleged.server.pages import Page
from alleged.server.signing import may_decide, sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from alleged.dossiers.decided import DecisionView
    from alleged.exports.table import Table
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

WHY = "taken back"


def show_decisions(desk: Desk, asked: Asked) -> Page:
    """The decisions of everybody, of one person, or in one state."""
    everything = view_decisions(desk.ledger.decisions())
    views = [view for view in reversed(everything) if _is_wanted(view, asked)]
    listed = cut(views, asked)
    names = find_names((view.decision for view in listed.items), open_knowledge)
    shown = {
        "listed": listed,
        "total": len(everything),
        "deciders": tuple(dict.fromkeys(view.decision.who for view in everything)),
        "states": tuple(State),
        "tell": lambda view: tell_matter(view.decision, names, view.withdraws),
        "saying": lambda view: _tell_claims(desk, view),
        "may_withdraw": lambda view: _may_withdraw(desk, view),
        "why": WHY,
    }
    return Page("decisions.html", "Decisions", shown, lambda: _table(views))


def _table(views: Sequence[DecisionView]) -> Table:
    return table_decisions(views, find_names((view.decision for view in views), open_knowledge))


def _is_wanted(view: DecisionView, asked: Asked) -> bool:
    state = asked.code("state", State)
    return asked.text("who") in ("", view.decision.who) and state in (None, view.state)


def _tell_claims(desk: Desk, view: DecisionView) -> list[tuple[str, str]]:
    """The claims that a decision is about, each with who says it."""
    named = view.decision.what[: CLAIMS_NAMED.get(view.decision.about, 0)]
    return [(claim, tell_saying(desk.ledger.get_claim(claim))) for claim in named]


def _may_withdraw(desk: Desk, view: DecisionView) -> bool:
    """Whether this person may take it back: their own, or everybody's for an editor."""
    decision = view.decision
    if view.state is not State.IN_FORCE or decision.about is About.ERASURE or not may_decide(desk):
        return False
    return decision.verdict is not Verdict.WITHDRAW and (decision.who == desk.who or desk.may(Right.EDIT))


def withdraw_decision(desk: Desk, asked: Asked) -> Page | Response:
    """Take a decision back."""
    return attempt(lambda: _withdraw(desk, asked), "/decisions")


def _withdraw(desk: Desk, asked: Asked) -> Response:
    by = sign(desk, asked)
    if not asked.text("decision"):
        raise AskedWronglyError("say which decision is taken back")
    earlier = find_decision(desk.ledger.decisions(), asked.text("decision"))
    store_step(desk.ledger, undo_step(desk.ledger, (earlier,), by))
    return go("/decisions")
