"""One claim in its paragraph, with everything known of it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.bearing import view_bearings
from alleged.dossiers.claims import view_claim
from alleged.dossiers.history import view_claim_history
from alleged.dossiers.matters import find_names
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import tell_speaker, tell_stance
from alleged.exports.claim import table_claim
from alleged.exports.history import table_history
from alleged.knowledge.store import open_knowledge
from alleged.ledger.decided import Shown
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.dossiers.bearing import Bearing
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_claim(desk: Desk, asked: Asked) -> Page:
    """A claim; with `names=yes` also whom its names may stand for."""
    view = view_claim(desk.ledger.showing(Shown.ALL), asked.part("claim"))
    bearings = _look_up(desk, view.claim) if asked.text("names") == "yes" else None
    title = one_line(f"{tell_speaker(view.claim.speaker)} {tell_stance(view.claim)}")
    shown = {"view": view, "bearings": bearings, "events": _list_events(desk, view.claim)}
    return Page("claim.html", title, shown, lambda: table_claim(view, bearings))


def _look_up(desk: Desk, claim: Claim) -> tuple[Bearing, ...]:
    """Kept, since the lists take seconds to be made ready."""

    def look_up() -> tuple[Bearing, ...]:
        with closing(open_knowledge()) as known:
            return view_bearings(desk.ledger, claim, known)

    return desk.recall(("bearings", claim.id), look_up)


def _list_events(desk: Desk, claim: Claim) -> Iterable[Wire]:
    """What happened to it, as `alleged history` tells it."""
    history = view_claim_history(desk.ledger, claim.id)
    decisions = (event.decision.decision for event in history.events if event.decision)
    return table_history(history, find_names(decisions, open_knowledge)).records
