"""Incidents: what seems to be one operation, as a list and one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.attributes import group_by_saying
from alleged.dossiers.counting import tell_origins
from alleged.dossiers.incidents import (
    is_across,
    list_speakers,
    tell_denied,
    tell_span,
    view_incident,
    view_incidents,
)
from alleged.dossiers.voices import tell_joined
from alleged.exports.incidents import table_incident, table_incidents
from alleged.knowledge.store import open_knowledge
from alleged.server.listed import cut
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.dossiers.incidents import Brief, IncidentView
    from alleged.resolve.incidents import Joining
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

_WORDS = {
    "tell_origins": tell_origins,
    "tell_span": tell_span,
    "tell_denied": tell_denied,
    "list_speakers": list_speakers,
    "tell_joined": tell_joined,
}


def show_incidents(desk: Desk, asked: Asked) -> Page:
    """All of them, those with most origins first, or those with the words asked for in their label."""
    briefs = _find_briefs(desk, asked.text("q"))
    shown = {"listed": cut(briefs, asked, 20), "q": asked.text("q"), "part": desk.part(), **_WORDS}
    return Page("incidents.html", "Incidents", shown, lambda: table_incidents(briefs))


def _find_briefs(desk: Desk, words: str) -> tuple[Brief, ...]:
    briefs = desk.recall("briefs", lambda: view_incidents(desk.part().ledger, open_knowledge))
    wanted = words.casefold().split()
    return tuple(b for b in briefs if all(word in b.incident.label.casefold() for word in wanted))


def show_incident(desk: Desk, asked: Asked) -> Page:
    """One, question by question, with every answer and who gives it."""
    identity = asked.part("incident")
    view = desk.recall(
        ("incident", identity), lambda: view_incident(desk.part().ledger, identity, open_knowledge)
    )
    shown = {
        "view": view,
        "brief": view.brief,
        "group_by_saying": group_by_saying,
        "is_across": is_across,
        "groups": _group_reasons(view),
        **_WORDS,
    }
    return Page("incident.html", view.brief.incident.label, shown, lambda: table_incident(view))


def _group_reasons(view: IncidentView) -> list[tuple[str, list[Joining]]]:
    """Why its claims are taken together, the reason for most of them first."""
    groups: dict[str, list[Joining]] = {}
    for step in view.brief.incident.reasons:
        groups.setdefault(step.why, []).append(step)
    return sorted(groups.items(), key=lambda pair: -len(pair[1]))
