"""Matrices that are kept, and what there is to compare: for the screens that put claims side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.choices import choose_incidents, choose_names, cut_choices
from alleged.dossiers.matrix import By, view_matrix
from alleged.knowledge.store import open_knowledge
from alleged.ledger.interface import Aspect, ClaimQuery

if TYPE_CHECKING:
    from alleged.dossiers.choices import Choices
    from alleged.dossiers.matrix import Matrix
    from alleged.server.desk import Desk


def recall_matrix(desk: Desk, of: str, by: By = By.SPEAKER) -> Matrix:
    """The matrix of a name, of an incident, or, for "", of everything."""
    ledger = desk.part(of).ledger
    return desk.recall(("matrix", of, by), lambda: view_matrix(ledger, of or None, by, open_knowledge))


def recall_choices(desk: Desk) -> Choices:
    """What one may ask for in place of everything."""
    return desk.recall("choices", lambda: _choose(desk))


def _choose(desk: Desk) -> Choices:
    actors = desk.ledger.facets(ClaimQuery(), (Aspect.ACTOR,))[Aspect.ACTOR]
    names = choose_names(actors, desk.private_keys())
    return cut_choices(names, choose_incidents(desk.overview().incidents))
