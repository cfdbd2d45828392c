"""Who uses a name for whom, and what was decided about it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.alias_map import view_alias_map
from alleged.dossiers.aliases import view_alias
from alleged.dossiers.countries import name_country
from alleged.dossiers.disagreements import list_contests
from alleged.dossiers.joining import ref_of
from alleged.dossiers.matters import find_names, tell_matter
from alleged.exports.alias import table_alias
from alleged.knowledge.store import open_knowledge
from alleged.model.decision import About, standing
from alleged.server.pages import Page
from alleged.server.screens.actors import show_actors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.alias_map import AliasMap
    from alleged.dossiers.aliases import Alias
    from alleged.model.decision import Decision
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_names(desk: Desk, asked: Asked) -> Page:
    """The map of the name that was asked for, or every name of the ledger where none was."""
    of = asked.text("of")
    if not of:
        return show_actors(desk, asked)
    view, found = desk.recall(("names", of), lambda: _view(desk, of))
    decisions = tuple(_list_decisions(desk, found))
    names = find_names(decisions, open_knowledge)
    shown = {
        "of": of,
        "view": view,
        "map": found,
        "contests": list_contests(view.disagreement.apart),
        "decided": [(decision, tell_matter(decision, names)) for decision in decisions],
        "done": asked.text("done"),
        "country": name_country,
        "ref": ref_of,
    }
    return Page("names.html", f"Names of {of}", shown, lambda: table_alias(view))


def _view(desk: Desk, of: str) -> tuple[Alias, AliasMap]:
    with closing(open_knowledge()) as knowledge:
        view = view_alias(knowledge, of, desk.ledger)
    return view, view_alias_map(view, desk.ledger.decisions())


def _list_decisions(desk: Desk, found: AliasMap) -> Iterator[Decision]:
    """Those in force on entries of the map, or on the name itself."""
    refs = {ref_of(entity) for entity in found.columns}
    named = {mark.decision.id for row in found.rows for mark in row.marks if mark.decision}
    for decision in standing(desk.ledger.decisions()):
        if decision.about is About.NAME and (decision.what[1] in refs or decision.id in named):
            yield decision
