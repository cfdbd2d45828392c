"""What is new in a ledger, for programs."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from alleged.exports.origins import record_descent
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alleged.dossiers.changes import Changes, NewDocument
    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.subject import Answer
    from alleged.exports.columns import Columns
    from alleged.model.wire import Wire


def _get(*names: str) -> Callable[[Wire], Any]:
    """The first of these keys that a record has."""
    return lambda record: next((record[name] for name in names if record.get(name) is not None), None)


CHANGE_COLUMNS: Columns = {
    "change": _get("change"),
    "id": _get("id", "document"),
    "at": _get("at"),
    "source": _get("source", "document"),
    "status": _get("status", "state"),
    "adds_origin": _get("adds_origin"),
    "who": _get("speaker_name", "who"),
    "stance": _get("stance", "verdict"),
    "hedges": lambda record: [hedge["text"] for hedge in record.get("hedges", ())],
    "what": _get("content_text", "decided", "detail"),
    "answered": lambda record: record.get("answered", ()),
    "why": _get("why", "reason", "reasons"),
}
"""One table for records of several sorts: what a sort does not have stays empty."""


def table_changes(changes: Changes, claims: ClaimList, decisions: Table) -> Table:
    """What is new, of the claims those given; `change` says what sort each record is."""
    return Table(_record(changes, claims, decisions), CHANGE_COLUMNS)


def _record(changes: Changes, claims: ClaimList, decisions: Table) -> Iterator[Wire]:
    for document in changes.documents:
        yield {"change": "document", **_record_document(document)}
    for attempt in changes.other_inputs:
        yield {"change": "input", **asdict(attempt)}
    answering = replace(changes.claims, claims=tuple(answer.claim for answer in changes.answers))
    for answer, wire in zip(changes.answers, answering.wires(), strict=True):
        yield {"change": "answer", **_record_answer(answer, changes.adding), **wire}
    for decision in decisions.records:
        yield {"change": "decision", **decision}
    for wire in claims.wires():
        yield {"change": "claim", **wire}


def _record_document(new: NewDocument) -> Wire:
    descent = record_descent(new.input.document, new.descent)
    return {**asdict(new.input), **descent, "adds_origin": new.adds_origin}


def _record_answer(answer: Answer, adding: frozenset[str]) -> Wire:
    return {
        "adds_origin": answer.claim.document in adding,
        "type": answer.type.value,
        "scope": answer.scope.value,
        "answered": [claim.id for claim in answer.answered],
        "reasons": list(answer.reasons),
    }
