"""How a document stands to the others of its ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.history import get_document
from alleged.dossiers.others import view_others
from alleged.exports.others import table_others
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_others(desk: Desk, asked: Asked) -> Page:
    """What the document goes back to, which claims of others it answers, and which answer it."""
    document = get_document(desk.ledger, asked.part("document"))
    others = desk.recall(("others", document.id), lambda: view_others(desk.ledger, document.id))
    shown = {"document": document, "others": others}
    return Page("others.html", "Beside other documents", shown, lambda: table_others(others))
