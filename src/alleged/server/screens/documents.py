"""Every attempt to read something, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.documents import table_inputs
from alleged.server.listed import cut
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_documents(desk: Desk, asked: Asked) -> Page:
    """The inputs, the newest first."""
    inputs = desk.ledger.inputs()
    known = {document.id: document for document in desk.recall("documents", desk.ledger.documents)}
    listed = cut(tuple(reversed(inputs)), asked)
    return Page(
        "documents.html", "Documents", {"listed": listed, "known": known}, lambda: table_inputs(inputs)
    )
