"""The first screen: what the ledger holds, who speaks in it and of whom, and where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.searching import Search
from alleged.ledger.interface import Aspect, ClaimQuery
from alleged.server.pages import Page
from alleged.server.screens.claims import address_of

if TYPE_CHECKING:
    from alleged.model.document import Input
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

NEWEST = 8
NAMES = 10
_ASPECTS = (Aspect.STANCE, Aspect.SPEAKER, Aspect.ACTOR, Aspect.TARGET)


def show_start(desk: Desk, _asked: Asked) -> Page:
    """Counts, the names that come up most, and the documents that were read last."""
    inputs = desk.ledger.inputs()
    facets = desk.recall("start", lambda: desk.ledger.facets(ClaimQuery(), _ASPECTS))
    shown = {
        "claims": desk.ledger.claims(ClaimQuery(limit=0)).total,
        "documents": len({attempt.document for attempt in inputs if attempt.document}),
        "known": {document.id: document for document in desk.recall("documents", desk.ledger.documents)},
        "newest": _find_newest(inputs),
        "failed": sum(attempt.document is None for attempt in inputs),
        "stances": facets[Aspect.STANCE].counts,
        "names": {aspect.value: facets[aspect] for aspect in _ASPECTS[1:]},
        "names_shown": NAMES,
        "search_for": lambda field, value: address_of(Search().with_field(field, value)),
        "saved": desk.searches.of(str(desk.location), desk.who),
    }
    return Page("start.html", "What is said, and by whom", shown)


def _find_newest(inputs: tuple[Input, ...]) -> list[Input]:
    """The attempts that brought the newest documents, each document once."""
    found: dict[str, Input] = {}
    for attempt in reversed(inputs):
        if attempt.document and len(found) < NEWEST:
            found.setdefault(attempt.document, attempt)
    return list(found.values())
