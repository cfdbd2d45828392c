"""How a document stands to the others of its ledger: what it goes back to, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.origins import list_descents
from alleged.dossiers.overview import view_overview
from alleged.dossiers.parts import take_around, take_newest
from alleged.dossiers.subject import resolve_answers
from alleged.ledger.interface import ClaimQuery
from alleged.model.wire import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.origins import Descent
    from alleged.dossiers.overview import Overview
    from alleged.dossiers.parts import Part, Share
    from alleged.dossiers.subject import Answer
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.link import Relation

MOST = 1_000
"""Claims that are put side by side: as many as take about a second."""


@dataclass(frozen=True, slots=True)
class Others:
    """What is seen of a document beside others, as it is suggested now; decisions are heeded."""

    descent: Descent | None
    """None where it is not among those that are compared: retracted, or replaced by a newer version."""
    answers: tuple[Answer, ...]
    """What its claims say to claims of other documents."""
    answered_by: tuple[Answer, ...]
    """What claims of other documents say to its claims."""
    compared: Share
    """Of the documents that hold claims."""


def view_others(ledger: DecidedLedger, document: str) -> Others:
    """How the document of this id stands to those that may tell of the same: of a large ledger not to all."""
    part = _take(ledger, document)
    overview = view_overview(part.ledger)
    own = {claim.id for claim in overview.claims.values() if claim.document == document}
    crossing = tuple(_find_crossing(overview, own))
    return Others(
        list_descents(overview.lineage).get(document),
        resolve_answers([each for each in crossing if each.claim in own], overview.claims),
        resolve_answers([each for each in crossing if each.to in own], overview.claims),
        part.documents,
    )


def _take(ledger: DecidedLedger, document: str) -> Part:
    claims = ledger.claims(ClaimQuery(document=document, limit=1)).claims
    return take_around(ledger, claims[0], MOST) if claims else take_newest(ledger, MOST)


def _find_crossing(overview: Overview, own: set[str]) -> Iterator[Relation]:
    """The answers that begin or end in a document, but not both."""
    for relation in overview.relations:
        if relation.type in ANSWERS and (relation.claim in own) != (relation.to in own):
            yield relation
