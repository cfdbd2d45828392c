"""Decisions for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.decided import State
from alleged.dossiers.matters import tell_matter
from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.matters import Names
    from alleged.model.wire import Wire

DECISION_COLUMNS = keys(
    "id", "decided", "about", "what", "verdict", "who", "at", "why", "state", "in_force", "supersedes"
)


def table_decisions(views: Sequence[DecisionView], names: Names) -> Table:
    """The decisions; entities are named as `names` has them."""
    return Table([_record(view, names) for view in views], DECISION_COLUMNS)


def _record(view: DecisionView, names: Names) -> Wire:
    decision = view.decision
    return {
        "id": decision.id,
        "decided": tell_matter(decision, names, view.withdraws),
        "about": decision.about.value,
        "what": list(decision.what),
        "verdict": decision.verdict.value,
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
        "state": view.state.value,
        "in_force": view.state is State.IN_FORCE,
        "supersedes": decision.supersedes,
    }
