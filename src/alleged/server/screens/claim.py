"""One claim, with everything known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.claims import view_claim
from alleged.exports.claim import table_claim
from alleged.ledger.decided import Shown
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_claim(desk: Desk, asked: Asked) -> Page:
    """One claim, in its paragraph, with everything known of it."""
    view = view_claim(desk.ledger.showing(Shown.ALL), asked.part("claim"))
    return Page("claim.html", "Claim", {"view": view}, lambda: table_claim(view))
