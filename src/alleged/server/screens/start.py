"""The first screen: what the ledger holds, and where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.ledger.interface import ClaimQuery
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

NEWEST = 8


def show_start(desk: Desk, _asked: Asked) -> Page:
    """Counts, and the documents that were read last."""
    inputs = desk.ledger.inputs()
    shown = {
        "claims": desk.ledger.claims(ClaimQuery(limit=0)).total,
        "documents": len({attempt.document for attempt in inputs if attempt.document}),
        "newest": [attempt for attempt in reversed(inputs) if attempt.document][:NEWEST],
        "failed": [attempt for attempt in inputs if not attempt.document],
    }
    return Page("start.html", "What was said", shown)
