"""A document as people read it: its words with the claims in them, how it was read, and what it stands by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.claims import view_claims
from alleged.dossiers.history import get_document
from alleged.dossiers.readings import READ
from alleged.dossiers.subject import resolve_answers
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.access import FOR_ALL
from alleged.model.wire import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.subject import Answer
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.decision import Decision
    from alleged.model.document import Input, Text


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its claims in order of place."""

    text: Text
    listing: ClaimList
    answers: tuple[Answer, ...]
    """What its claims say to claims, its own and those of others, and what others say to them."""
    attempts: tuple[Input, ...]
    """By which it was read, the oldest first."""
    marking: str
    """For whose eyes it is."""
    older: tuple[str, ...]
    """Ids of the versions that it replaces, the one before it first."""
    newer: str | None
    """The version that replaces it."""
    retracted: Decision | None
    """Because of which no other view shows it."""


def view_article(ledger: DecidedLedger, asked: str) -> Article:
    """The document of that name or id, also an older version or a retracted one; raises LedgerError."""
    document = get_document(ledger, asked).id
    effects = ledger.effects()
    retracted = effects.retracted.get(document)
    seen = ledger.showing(Shown.RETRACTED) if retracted else ledger
    listing = view_claims(seen, ClaimQuery(document=document))
    return Article(
        ledger.get_text(ledger.readings(document)[-1].text),
        listing,
        _resolve(ledger, listing),
        tuple(each for each in seen.inputs((document,)) if each.status in READ),
        next((each.label for each in ledger.markings() if each.document == document), FOR_ALL),
        tuple(_find_older(effects.newer, document)),
        effects.newer.get(document),
        retracted,
    )


def _find_older(newer: Mapping[str, str], document: str) -> Iterable[str]:
    """The versions before a document, the last one first, each once."""
    before = {replacing: older for older, replacing in newer.items()}
    found: dict[str, None] = {}
    while (document := before.get(document, "")) and document not in found:
        found[document] = None
    return found


def _resolve(ledger: DecidedLedger, listing: ClaimList) -> tuple[Answer, ...]:
    relations = [relation for relation in listing.relations if relation.type in ANSWERS]
    claims = {claim.id: claim for claim in listing.claims}
    others = {end for relation in relations for end in (relation.claim, relation.to)} - claims.keys()
    return resolve_answers(relations, {**claims, **{other: ledger.get_claim(other) for other in others}})
