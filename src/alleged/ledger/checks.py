"""What must hold of an entry before any ledger stores it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from alleged.errors import AnchorError, LedgerError
from alleged.model.ids import document_id
from alleged.model.span import check_anchor

if TYPE_CHECKING:
    from alleged.ledger.interface import Entry
    from alleged.model.claim import Claim
    from alleged.model.span import Span


def check_entry(entry: Entry) -> None:
    """Raise AnchorError where words do not stand in the text, LedgerError where parts do not fit together."""
    _check_bytes(entry)
    _check_input(entry)
    origin = (entry.text.document.id, entry.text.id, entry.extractor, entry.extractor_version)
    for claim in entry.claims:
        _check_origin(claim, origin)
        _check_words(claim, entry.text.clean)
        _check_confidence(claim)
    _check_ids(entry)


def _check_bytes(entry: Entry) -> None:
    actual = document_id(entry.data)
    if actual != entry.text.document.id:
        raise LedgerError(f"the bytes of document {entry.text.document.id} have the sha256 {actual}")


def _check_input(entry: Entry) -> None:
    said = (entry.input.document, entry.input.text, entry.input.claims)
    actual = (entry.text.document.id, entry.text.id, len(entry.claims))
    if said != actual:
        raise LedgerError(f"the input names document, text and number of claims as {said}; they are {actual}")


def _check_origin(claim: Claim, origin: tuple[str, ...]) -> None:
    said = (claim.document, claim.text, claim.extractor, claim.extractor_version)
    if said != origin:
        raise LedgerError(f"claim {claim.id} says that it comes from {said}, but it came with {origin}")


def _check_words(claim: Claim, clean: str) -> None:
    try:
        for span in claim.spans():
            check_anchor(clean, span)
            _check_bounds(clean, span)
    except AnchorError as fault:
        raise AnchorError(f"claim {claim.id} of {claim.extractor} is refused: {fault}") from fault


def _check_bounds(clean: str, span: Span) -> None:
    """Slices forgive what a stored place must not: counting from the end, and reaching beyond it."""
    if not 0 <= span.start < span.end <= len(clean):
        raise AnchorError(f"{span.start}-{span.end} is no place in a text of {len(clean)} characters")


def _check_confidence(claim: Claim) -> None:
    if claim.confidence is not None and not 0 <= claim.confidence <= 1:
        raise LedgerError(f"claim {claim.id}: a confidence lies between 0 and 1, not {claim.confidence}")


def _check_ids(entry: Entry) -> None:
    counts = Counter(claim.id for claim in entry.claims)
    twice = [claim_id for claim_id, count in counts.items() if count > 1]
    if twice:
        raise LedgerError(f"{entry.extractor} gave several claims of one id: {', '.join(twice)}")
