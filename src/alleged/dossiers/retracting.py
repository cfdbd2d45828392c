"""What a retraction takes out of the views, counted before it is decided."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger.interface import ClaimQuery
from alleged.model.decision import About, fold_name

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Matter
    from alleged.model.document import Document

SUGGESTED = 3
"""Most publishers that are named where one is not found."""


@dataclass(frozen=True, slots=True)
class Flood:
    """How many documents and claims that are shown now leave the views, of how many."""

    documents: int
    all_documents: int
    claims: int
    all_claims: int


def find_flood(ledger: Ledger, matter: Matter) -> Flood:
    """What the retraction of a document or publisher takes out; raises LedgerError where that is nothing."""
    documents = ledger.documents()
    ids = frozenset(document.id for document in documents if _is_meant(document, matter))
    if not ids:
        raise LedgerError(_tell_nothing(matter, documents))
    nothing = ClaimQuery(limit=0)
    everything = ledger.claims(nothing).total
    left = ledger.claims(ClaimQuery(limit=0, without=ids)).total
    return Flood(len(ids), len(documents), everything - left, everything)


def _is_meant(document: Document, matter: Matter) -> bool:
    if matter.about is About.DOCUMENT:
        return document.id == matter.what[0]
    return fold_name(document.metadata.publisher or "") == fold_name(matter.what[0])


def _tell_nothing(matter: Matter, documents: tuple[Document, ...]) -> str:
    if matter.about is About.DOCUMENT:
        return f"document {matter.what[0]} is in no view already; 'alleged history ID' tells why"
    known = sorted({d.metadata.publisher for d in documents if d.metadata.publisher})
    near = get_close_matches(matter.what[0], known, SUGGESTED) or known[:SUGGESTED]
    there = ", ".join(near) or "none"
    return f"no document that is shown has the publisher {matter.what[0]!r}; there are {there}"
