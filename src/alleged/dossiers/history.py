"""Everything that happened to a claim, a document or a decision, in the order in which it was stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.claims import find_document
from alleged.dossiers.decided import find_decisions, view_decisions
from alleged.errors import LedgerError
from alleged.ledger.decided import Shown
from alleged.ledger.interface import AmbiguousError, ClaimQuery
from alleged.model.clock import read_time
from alleged.model.decision import CLAIMS_NAMED, DOCUMENTS_NAMED, About, fold_name
from alleged.model.ids import SHORTEST_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.dossiers.decided import DecisionView
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Held
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.document import Document, Input


class Thing(StrEnum):
    """What a history is of."""

    CLAIM = "claim"
    DOCUMENT = "document"
    DECISION = "decision"


class Happening(StrEnum):
    """What happened."""

    INPUT = "input"
    """Somebody tried to read the document, whatever came of it."""
    READING = "reading"
    """An engine took claims from it."""
    CLAIM = "claim"
    """The claim was found, or found again by another engine or from another reading."""
    DECISION = "decision"
    """Somebody decided, or took a decision back."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, and when; of `input` to `decision` it has what `happening` says."""

    at: str
    happening: Happening
    input: Input | None = None
    reading: Held | None = None
    claim: Claim | None = None
    decision: DecisionView | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The events of one thing, oldest first."""

    thing: Thing
    id: str
    events: tuple[Event, ...]


def view_history(ledger: DecidedLedger, asked: str) -> History:
    """The history of the claim, document or decision whose id begins with `asked`.

    A document may also be asked for by name. Raises LedgerError if nothing or several things have such an id.
    """
    everything = ledger.showing(Shown.ALL)
    return _VIEWS[_find_thing(everything, asked)](everything, asked)


def view_claim_history(ledger: DecidedLedger, claim_id: str) -> History:
    """The same where it is known that a claim is asked for, so that nothing else is looked through."""
    return _view_claim(ledger.showing(Shown.ALL), claim_id)


def _find_thing(ledger: DecidedLedger, asked: str) -> Thing:
    found = [thing for thing, names in _list_ids(ledger, asked) if names]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(f"{asked!r} begins the ids of a {' and of a '.join(found)}; give more of it")
    raise LedgerError(
        f"no claim, document or decision has an id that begins with {asked!r}; 'alleged claims', "
        "'alleged documents' and 'alleged decisions' list them"
    )


def _list_ids(ledger: DecidedLedger, asked: str) -> Iterator[tuple[Thing, Sequence[str]]]:
    known = len(asked) >= SHORTEST_PREFIX
    wanted = _get_document_id(ledger, asked)
    yield Thing.DOCUMENT, [document.id for document in ledger.documents() if document.id == wanted]
    yield Thing.DECISION, [d.id for d in find_decisions(ledger.decisions(), asked)] if known else []
    yield Thing.CLAIM, _find_claim_ids(ledger, asked) if known else []


def _find_claim_ids(ledger: DecidedLedger, asked: str) -> list[str]:
    """The claim of that id; several are an error that lists them."""
    try:
        return [ledger.get_claim(asked).id]
    except AmbiguousError:
        raise
    except LedgerError:
        return []


def _get_document_id(ledger: DecidedLedger, asked: str) -> str:
    """The id of the document that is meant: by name, by id, or by how the id begins."""
    named = find_document(ledger, asked)
    begins = [d.id for d in ledger.documents() if d.id.startswith(named.lower())]
    return begins[0] if len(begins) == 1 and len(named) >= SHORTEST_PREFIX else named


def get_document(ledger: DecidedLedger, asked: str) -> Document:
    """The document of that name, or whose id is or begins with `asked`; raises LedgerError."""
    if held := ledger.readings(asked):  # asked for by its whole id, as programs do: nothing else is looked at
        return ledger.get_text(held[-1].text).document
    everything = ledger.showing(Shown.ALL)
    identity = _get_document_id(everything, asked)
    found = [document for document in everything.documents() if document.id == identity]
    if not found:
        raise LedgerError(
            f"no document is called {asked!r}, or has such an id; 'alleged documents' lists them"
        )
    return found[0]


def _view_claim(ledger: DecidedLedger, asked: str) -> History:
    claim = ledger.get_claim(asked)
    document = get_document(ledger, claim.document)
    readings = ledger.readings(document.id)
    kin = [each for each in _find_all_claims(ledger, document.id) if _is_kin(each, claim)]
    found = [event for each in kin for event in _tell_found(each, readings)]
    decisions = _find_decisions(ledger, frozenset(each.id for each in kin), (document,))
    return History(Thing.CLAIM, claim.id, _in_order((*found, *decisions)))


def _is_kin(claim: Claim, other: Claim) -> bool:
    """Whether both are of the same words, as two readings of one document have them."""
    return (claim.quote.exact, claim.content.exact) == (other.quote.exact, other.content.exact)


def _tell_found(claim: Claim, readings: Iterable[Held]) -> Iterator[Event]:
    for reading in readings:
        by = (reading.text, reading.extractor, reading.extractor_version)
        if by == (claim.text, claim.extractor, claim.extractor_version):
            yield Event(reading.at, Happening.CLAIM, reading=reading, claim=claim)


def _view_document(ledger: DecidedLedger, asked: str) -> History:
    document = get_document(ledger, asked)
    inputs = (Event(i.at, Happening.INPUT, input=i) for i in ledger.inputs() if i.document == document.id)
    read = (Event(each.at, Happening.READING, reading=each) for each in ledger.readings(document.id))
    claims = frozenset(claim.id for claim in _find_all_claims(ledger, document.id))
    decisions = _find_decisions(ledger, claims, (document,))
    return History(Thing.DOCUMENT, document.id, _in_order((*inputs, *read, *decisions)))


def _view_decision(ledger: DecidedLedger, asked: str) -> History:
    """The decision, and others on the same matter: what it replaced, what replaced it, what withdrew it."""
    views = view_decisions(ledger.decisions())
    (decision,) = find_decisions([view.decision for view in views], asked)
    events = (_tell(view) for view in views if view.decision.matter == decision.matter)
    return History(Thing.DECISION, decision.id, _in_order(events))


_VIEWS = {Thing.CLAIM: _view_claim, Thing.DOCUMENT: _view_document, Thing.DECISION: _view_decision}


def _find_all_claims(ledger: DecidedLedger, document: str) -> tuple[Claim, ...]:
    """The claims of every reading of a document."""
    return ledger.claims(ClaimQuery(document=document, every_reading=True)).claims


def _find_decisions(
    ledger: DecidedLedger, claims: frozenset[str], documents: Sequence[Document]
) -> Iterator[Event]:
    """What was decided about these claims, these documents or their publishers."""
    ids = claims.union(document.id for document in documents)
    publishers = {fold_name(document.metadata.publisher or "") for document in documents}
    for view in view_decisions(ledger.decisions()):
        of_publisher = view.decision.about is About.PUBLISHER
        met = of_publisher and fold_name(view.decision.what[0]) in publishers
        if met or not ids.isdisjoint(list_named(view.decision)):
            yield _tell(view)


def list_named(decision: Decision) -> tuple[str, ...]:
    """The ids of claims and documents that a decision is about."""
    count = CLAIMS_NAMED.get(decision.about, 0) + DOCUMENTS_NAMED.get(decision.about, 0)
    return decision.what[:count]


def _tell(view: DecisionView) -> Event:
    return Event(view.decision.at, Happening.DECISION, decision=view)


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: read_time(event.at)))
