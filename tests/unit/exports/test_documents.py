from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.origins import list_descents, view_lineage
from alleged.exports.documents import Known, table_documents, table_inputs
from alleged.model.vocabulary import Reason
from tests.unit.dossiers.reports import entry, variant
from tests.unit.exports.rows import read, read_both
from tests.unit.model.samples import REPORT, accusation, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

COPY = variant(f"By our Portwick desk.\n\n{REPORT}", publisher="Evening Post")
OLD = make_text().document.id


def test_inputs_are_told_as_they_ended(ledger: Ledger) -> None:
    (record,) = read(table_inputs(ledger.inputs()))
    assert (record["source"], record["status"], record["document"]) == ("report.txt", "ok", OLD)


def test_documents_tell_what_they_go_back_to_what_is_newer_and_how_they_are_marked(ledger: Ledger) -> None:
    ledger.append(entry(COPY, accusation(COPY), source="copy.txt", at="2024-04-02T08:00:00"))
    known = Known(list_descents(view_lineage(ledger)), {OLD: "newer"}, {OLD: "TLP:AMBER"})
    found = read_both(table_documents(ledger.inputs(), known))
    (first,) = (cells for _, cells in found if cells["adds_origin"])
    ((record, copy),) = (both for both in found if not both[1]["adds_origin"])
    assert first["origins"] == copy["origins"] == [first["document"]]
    assert copy["depends_on"] == [each["reason"] for each in record["depends_on"]] != []
    (old,) = (cells for _, cells in found if cells["document"] == OLD)
    assert (old["newer_version"], old["marking"]) == ("newer", "TLP:AMBER")


def test_of_what_was_not_read_nothing_is_known(ledger: Ledger) -> None:
    (attempt,) = ledger.inputs()
    failed = replace(attempt, reason=Reason.EMPTY, status=Reason.EMPTY.status, document=None, text=None)
    ((record, cells),) = read_both(table_documents([failed], Known({}, {}, {})))
    assert (record["origins"], cells["adds_origin"], cells["depends_on"]) == ([], None, [])
