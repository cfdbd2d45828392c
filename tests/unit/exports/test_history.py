from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.history import view_history
from alleged.exports.history import table_history
from alleged.model.decision import About, Matter, Verdict, decide
from tests.unit.dossiers.test_bearing import BY
from tests.unit.exports.rows import read
from tests.unit.model.samples import accusation, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger

CLAIM = accusation(make_text())


def test_a_claim_was_found_and_decided_on(ledger: DecidedLedger) -> None:
    ledger.decide(decide(Matter(About.CLAIM, (CLAIM.id,)), Verdict.REJECT, BY))
    found, decision = read(table_history(view_history(ledger, CLAIM.id), {}))
    assert (found["id"], found["who"]) == (CLAIM.id, "reader sample 1, engine hand 1")
    assert f" {CLAIM.stance.value}" in found["told"]
    assert decision["told"] == f"claim {CLAIM.id[:8]} is rejected"
    assert (decision["who"], decision["why"], decision["state"]) == (BY.who, BY.why, "in-force")


def test_a_document_was_given_and_read(ledger: DecidedLedger) -> None:
    records = read(table_history(view_history(ledger, make_text().document.id), {}))
    assert {"report.txt: ok, read", "3 claims found"} <= {record["told"] for record in records}
