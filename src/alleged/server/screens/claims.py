"""Claims as a list, and one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.claims import view_claim, view_claims
from alleged.exports.claim import table_claim
from alleged.exports.claims import table_claims
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

SHOWN = 50


def show_claims(desk: Desk, asked: Asked) -> Page:
    """The claims that bear the words asked for."""
    listing = view_claims(desk.ledger, ClaimQuery(search=asked.text("q") or None, limit=SHOWN))
    return Page("claims.html", "Claims", {"listing": listing}, lambda: table_claims(listing))


def show_claim(desk: Desk, asked: Asked) -> Page:
    """One claim, in its paragraph, with everything known of it."""
    view = view_claim(desk.ledger.showing(Shown.ALL), asked.part("claim"))
    return Page("claim.html", "Claim", {"view": view}, lambda: table_claim(view))
