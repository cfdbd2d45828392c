"""The text as it was captured, with its claims in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.claims import find_document, view_claims
from alleged.exports.claims import table_claims
from alleged.ledger.interface import ClaimQuery
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_article(desk: Desk, asked: Asked) -> Page:
    """A document and its claims."""
    document = find_document(desk.ledger, asked.part("document"))
    listing = view_claims(desk.ledger, ClaimQuery(document=document))
    return Page("article.html", "Article", {"listing": listing}, lambda: table_claims(listing))
