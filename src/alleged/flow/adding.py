"""Claims that people add: each is a reading of its own, and goes along when its document is read anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_part
from alleged.flow.deciding import judge, store_step
from alleged.flow.drafting import draft_claim
from alleged.ledger.decided import DecidedLedger
from alleged.ledger.interface import ClaimQuery, Entry
from alleged.model.addition import VERSION, find_adder
from alleged.model.decision import Verdict
from alleged.model.document import Input
from alleged.model.reanchor import move_claim
from alleged.model.vocabulary import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.flow.drafting import Draft
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Signature
    from alleged.model.document import Text


def add_claim(ledger: Ledger, text: Text, draft: Draft, by: Signature) -> Claim:
    """Store a claim that somebody found in the newest text of a document, and accepts with that.

    Added again after it was taken back, it is only accepted again. Raises AnchorError for words that do not
    stand in the text, LedgerError where the document was read anew meanwhile or this person may not add.
    """
    claim = draft_claim(text, draft, by.who)
    if not ledger.holds(text.id, claim.extractor, VERSION):
        ledger.append(_make_entry(ledger, text, claim, by.at))
    store_step(ledger, (judge(claim.id, Verdict.ACCEPT, by),))
    return claim


def _make_entry(ledger: Ledger, text: Text, claim: Claim, at: str) -> Entry:
    document = text.document.id
    sources = [attempt.source for attempt in ledger.inputs() if attempt.document == document]
    detail = f"added by {find_adder(claim.extractor)}"
    noted = Input(
        sources[-1] if sources else document,
        Reason.ADDED.status,
        Reason.ADDED,
        "append",
        at,
        detail,
        document,
        text.id,
        claims=1,
    )
    return Entry(noted, ledger.get_data(document), text, claim.extractor, VERSION, (claim,), ())


@dataclass(frozen=True, slots=True)
class Carried:
    """Claims that people added to older texts of a document, as they stand in a new one."""

    claims: tuple[Claim, ...] = ()
    lost: int = 0
    """How many do not: their words are not there, or stand there several times."""


def tell_lost(attempt: Input, carried: Carried) -> Input:
    """The same, and how many claims that people added are not in the new text."""
    if not carried.lost:
        return attempt
    of = tell_part(carried.lost, carried.lost + len(carried.claims), "claim")
    told = f"{of} added by hand cannot be found in this reading: 'alleged history' lists them"
    return replace(attempt, detail="; ".join(filter(None, (attempt.detail, told))))


def find_carried_additions(ledger: Ledger, text: Text) -> Carried:
    """What people added to older texts of this document and not to `text`, as `text` has it."""
    held = ledger.readings(text.document.id)
    there = {each.extractor for each in held if each.text == text.id}
    older = {each.extractor: each.text for each in held if find_adder(each.extractor)}
    missing = {extractor: of for extractor, of in older.items() if extractor not in there}
    if not missing:
        return Carried()
    moved = [move_claim(claim, text) for claim in _find_claims(ledger, text.document.id, missing.items())]
    kept = tuple(claim for claim in moved if claim)
    return Carried(kept, len(moved) - len(kept))


def _find_claims(ledger: Ledger, document: str, wanted: Iterable[tuple[str, str]]) -> list[Claim]:
    """The claims of these extractors and texts as they were added, also those that were rejected since."""
    stored = ledger.stored if isinstance(ledger, DecidedLedger) else ledger
    pairs = frozenset(wanted)
    found = stored.claims(ClaimQuery(document=document, every_reading=True)).claims
    return [claim for claim in found if (claim.extractor, claim.text) in pairs]


def carry_additions(ledger: Ledger, text: Text, at: str) -> None:
    """Store what people added to older texts of this document as readings of its new one."""
    for claim in find_carried_additions(ledger, text).claims:
        ledger.append(_make_entry(ledger, text, claim, at))
