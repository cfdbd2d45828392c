from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.origins import count_origins_of, list_descents, view_lineage
from alleged.ledger.interface import ClaimQuery
from alleged.resolve.lineage import Evidence
from alleged.resolve.origins import count_origins
from tests.strategies.read_ledgers import ledger_of, report, reprint_of
from tests.unit.dossiers.reports import entry, variant
from tests.unit.model.samples import REPORT, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_a_reprint_goes_back_to_the_first_and_adds_no_origin() -> None:
    first, other = report(2), report(8)
    with ledger_of([reprint_of(first, 1), other, first]) as ledger:
        descents = {ledger.inputs()[at].document: at for at in range(3)}
        found = {descents[key]: descent for key, descent in list_descents(view_lineage(ledger)).items()}
        ids = {at: document for document, at in descents.items()}
    assert found[0].origins == (ids[2],)
    (dependence,) = found[0].dependences
    assert (dependence.on, dependence.evidence, dependence.whole) == (ids[2], Evidence.NEAR_COPY, True)
    assert (found[2].origins, found[2].followers, found[2].dependences) == ((ids[2],), 1, ())
    assert (found[1].origins, found[1].followers) == ((ids[1],), 0)
    assert not any(descent.is_suspect for descent in found.values())


def test_claims_are_counted_with_the_documents_that_make_them_and_no_others() -> None:
    first, other = report(2), report(8)
    with ledger_of([first, reprint_of(first, 1), other]) as ledger:
        documents = [attempt.document for attempt in ledger.inputs()]
        claims = ledger.claims(ClaimQuery()).claims
        few = [claim for claim in claims if claim.document != documents[2]]
        assert str(count_origins_of(ledger, claims)) == (
            "3 documents, 2 origins; independence not established"
        )
        assert str(count_origins_of(ledger, few)) == "2 documents, 1 origin"
        assert str(count_origins_of(ledger, ())) == "0 documents, 0 origins"


def test_the_newest_text_of_a_document_counts(ledger: Ledger) -> None:
    later = variant(published="2024-03-26")
    ledger.append(entry(later, source="report.txt"))
    lineage = view_lineage(ledger)
    assert lineage == view_lineage(ledger, [later.document.id])
    assert count_origins(lineage).documents == 1


def test_documents_without_a_claim_count_too(ledger: Ledger) -> None:
    silent = make_text(f"Nothing is said here of the Tarnfield bank.\n\n{REPORT[::-1]}")
    ledger.append(entry(silent, source="silent.txt"))
    assert silent.document.id in view_lineage(ledger).documents
    assert count_origins(view_lineage(ledger)).documents == 2
