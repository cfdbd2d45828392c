from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.coding import ADJUDICATED, find_codings, list_coders
from alleged.flow.deciding import judge, store_step, undo_step
from alleged.model.correction import Field
from alleged.model.decision import Verdict
from alleged.model.vocabulary import Stance
from tests.unit.dossiers.coders import accept, reject, sign
from tests.unit.model.samples import accusation, denial, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger

TEXT = make_text()
CLAIM, OTHER = accusation(TEXT), denial(TEXT)


def test_a_coding_is_what_one_person_said_although_another_decided_later(ledger: DecidedLedger) -> None:
    accept(ledger, "anna", CLAIM, {Field.STANCE: ("asserts",)})
    reject(ledger, "ben", CLAIM)
    anna, ben = find_codings(ledger, "anna"), find_codings(ledger, "ben")
    assert anna[CLAIM.id].verdict is Verdict.ACCEPT
    assert anna[CLAIM.id].apply(CLAIM).stance is Stance.ASSERTS
    assert ben[CLAIM.id].verdict is Verdict.REJECT
    assert ben[CLAIM.id].apply(CLAIM) == CLAIM
    assert list_coders(ledger.decisions()) == ("anna", "ben")


def test_what_somebody_took_back_is_no_coding(ledger: DecidedLedger) -> None:
    step = reject(ledger, "anna", CLAIM)
    store_step(ledger, undo_step(ledger, step, sign("anna", "undone")))
    assert find_codings(ledger, "anna") == {}


def test_adjudicating_is_deciding_but_no_blind_coding(ledger: DecidedLedger) -> None:
    accept(ledger, "anna", CLAIM)
    store_step(ledger, (judge(CLAIM.id, Verdict.REJECT, sign("anna", f"{ADJUDICATED}as ben has it")),))
    assert find_codings(ledger, "anna")[CLAIM.id].verdict is Verdict.REJECT
    assert find_codings(ledger, "anna", blind=True)[CLAIM.id].verdict is Verdict.ACCEPT


def test_a_correction_alone_takes_the_claim_for_one(ledger: DecidedLedger) -> None:
    corrected, accepted = accept(ledger, "anna", OTHER, {Field.STANCE: ("declines",)})
    store_step(ledger, undo_step(ledger, (accepted,), sign("anna", "undone")))
    assert find_codings(ledger, "anna")[OTHER.id].verdict is Verdict.ACCEPT
    assert corrected.what[2] == find_codings(ledger, "anna")[OTHER.id].corrections[Field.STANCE][0]
