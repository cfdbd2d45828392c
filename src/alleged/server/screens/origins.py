"""What a document goes back to, as far as it can be seen in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.history import get_document
from alleged.dossiers.origins import list_descents, view_lineage
from alleged.exports.documents import Known, table_documents
from alleged.ledger.decided import Shown
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alleged.dossiers.origins import Descent
    from alleged.model.document import Input
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

MOST = 400
"""Documents that are compared while somebody waits: all are compared with all."""


def show_origins(desk: Desk, asked: Asked) -> Page:
    """What the document depends on and what shows it; of a large ledger only what to do instead."""
    document = get_document(desk.ledger, asked.part("document"))
    descents = _find_descents(desk)
    shown = {"document": document, "descent": descents.get(document.id), "most": MOST, "number": _count(desk)}
    return Page(
        "origins.html",
        "What it goes back to",
        shown,
        lambda: table_documents(_find_attempts(desk, document.id), _know(desk, descents)),
    )


def _count(desk: Desk) -> int:
    return desk.recall("number of documents", lambda: len(desk.ledger.documents()))


def _find_descents(desk: Desk) -> Mapping[str, Descent]:
    if _count(desk) > MOST:
        return {}
    return desk.recall(("descents", True), lambda: list_descents(view_lineage(desk.ledger)))


def _find_attempts(desk: Desk, document: str) -> list[Input]:
    return list(desk.ledger.showing(Shown.ALL).inputs((document,)))


def _know(desk: Desk, descents: Mapping[str, Descent]) -> Known:
    markings = {marking.document: marking.label for marking in desk.ledger.markings()}
    return Known(descents, desk.ledger.effects().newer, markings)
