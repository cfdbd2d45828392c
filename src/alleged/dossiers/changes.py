"""What a ledger has now and did not have at some time, by its own clock: what it read, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.claims import complete_list
from alleged.dossiers.decided import view_decisions
from alleged.dossiers.origins import list_descents, view_lineage
from alleged.dossiers.overview import view_overview
from alleged.dossiers.readings import group_readings
from alleged.dossiers.subject import resolve_answers
from alleged.ledger.interface import ClaimQuery
from alleged.model.clock import read_time
from alleged.model.wire import ANSWERS
from alleged.resolve.origins import count_origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.origins import Descent
    from alleged.dossiers.subject import Answer
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Input
    from alleged.resolve.lineage import Count, Lineage


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that was not there before, as it was read first."""

    input: Input
    descent: Descent
    adds_origin: bool
    """False if it goes back to what was there before, or to another new document, or may be a flood's."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What came since a time; `claims` are those of the new documents."""

    documents: tuple[NewDocument, ...]
    other_inputs: tuple[Input, ...]
    """The other inputs since then: read anew, unchanged, refused or failed."""
    answers: tuple[Answer, ...]
    """Claims of new documents that answer claims of older ones; what only repeats comes last."""
    claims: ClaimList
    decisions: tuple[DecisionView, ...]
    before: Count
    """Of the documents that were there before."""
    after: Count

    @property
    def adding(self) -> frozenset[str]:
        """Ids of the new documents that add an origin."""
        return frozenset(new.input.document or "" for new in self.documents if new.adds_origin)


def view_changes(ledger: Ledger, since: datetime) -> Changes:
    """What the ledger read and what was decided at `since` or later."""
    inputs = ledger.inputs()
    lineage = view_lineage(ledger)
    shown = frozenset(lineage.documents)
    first = [found[0] for document, found in group_readings(inputs).items() if document in shown]
    new = [attempt for attempt in first if read_time(attempt.at) >= since]
    documents = frozenset(attempt.document for attempt in new if attempt.document)
    old = frozenset(lineage.documents) - documents
    known = frozenset(new)
    described = tuple(describe_new(new, lineage, old))
    adding = {document.input.document for document in described if document.adds_origin}
    answers = _find_answers(ledger, documents) if documents and old else ()
    return Changes(
        described,
        tuple(one for one in inputs if read_time(one.at) >= since and one not in known),
        tuple(sorted(answers, key=lambda answer: answer.claim.document not in adding)),
        _list_claims(ledger, documents),
        tuple(v for v in view_decisions(ledger.decisions()) if read_time(v.decision.at) >= since),
        count_origins(lineage, old),
        count_origins(lineage),
    )


def describe_new(new: Iterable[Input], lineage: Lineage, old: Iterable[str]) -> Iterator[NewDocument]:
    """The documents that were read first in these inputs, beside the `old` ones of the lineage."""
    descents = list_descents(lineage)
    adding = _find_adding(lineage.documents, descents, old)
    for attempt in new:
        document = attempt.document or ""
        yield NewDocument(attempt, descents[document], document in adding)


def _find_adding(
    documents: Sequence[str], descents: Mapping[str, Descent], old: Iterable[str]
) -> frozenset[str]:
    """The documents that add an origin; of new ones that share one, the first in order of publication."""
    known = {origin for document in old for origin in descents[document].origins}
    before = frozenset(old)
    adding: set[str] = set()
    for document in documents:
        descent = descents[document]
        if document in before or descent.is_suspect or not known.isdisjoint(descent.origins):
            continue
        adding.add(document)
        known.update(descent.origins)
    return frozenset(adding)


def _find_answers(ledger: Ledger, new: frozenset[str]) -> tuple[Answer, ...]:
    """What new documents answer in older ones: for this, all claims of the ledger are put side by side."""
    overview = view_overview(ledger)
    document = {claim.id: claim.document for claim in overview.claims.values()}
    relations = [
        relation
        for relation in overview.relations
        if relation.type in ANSWERS and document.get(relation.claim) in new
        if relation.to in document and document[relation.to] not in new
    ]
    return resolve_answers(relations, overview.claims)


def _list_claims(ledger: Ledger, documents: frozenset[str]) -> ClaimList:
    page = ledger.claims(ClaimQuery(limit=None if documents else 0))
    claims = tuple(claim for claim in page.claims if claim.document in documents)
    return complete_list(ledger, claims, page.total)
