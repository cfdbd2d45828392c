from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.agreement import Compared, view_agreement
from alleged.dossiers.coding import ADJUDICATED, find_codings
from alleged.dossiers.decided import find_last_step
from alleged.flow.adjudicating import adjudicate
from alleged.flow.deciding import store_step, undo_step
from alleged.model.correction import Field
from alleged.model.decision import Verdict
from alleged.model.vocabulary import Stance
from tests.unit.dossiers.coders import accept, reject, sign
from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger

TEXT = make_text()
ACCUSATION, LINK, DENIAL = accusation(TEXT), link(TEXT), denial(TEXT)
PAIR = ("anna", "ben")


@pytest.fixture
def coded(ledger: DecidedLedger) -> DecidedLedger:
    """Two coders over three claims: one alike, one with another stance and act, one only rejected by ben."""
    accept(ledger, "anna", ACCUSATION, {Field.ACTOR: ("GREY  HERON", "Other")})
    accept(ledger, "ben", ACCUSATION, {Field.ACTOR: ("Other", "Grey Heron")})
    accept(ledger, "anna", LINK)
    accept(ledger, "ben", LINK, {Field.STANCE: ("asserts",), Field.ACT: ("motive",)})
    accept(ledger, "anna", DENIAL)
    reject(ledger, "ben", DENIAL)
    return ledger


def test_each_field_is_compared_where_both_take_it_for_a_claim(coded: DecidedLedger) -> None:
    found = view_agreement(coded, PAIR)
    kappas = found.kappas
    assert {c: (k.n, k.agreed) for c, k in kappas.items()} == {
        Compared.VERDICT: (3, 2),
        Compared.STANCE: (2, 1),
        Compared.HEDGE: (2, 2),
        Compared.KIND: (2, 1),
        Compared.ACT: (2, 1),
        Compared.SPEAKER: (2, 2),
        Compared.ACTOR: (2, 2),
        Compared.TARGET: (2, 2),
        Compared.TIME: (2, 2),
    }
    assert kappas[Compared.VERDICT].value == 0
    assert kappas[Compared.TIME].value is None


def test_the_disagreements_tell_what_each_has(coded: DecidedLedger) -> None:
    one, two = view_agreement(coded, PAIR).disagreements
    assert (one.claim, one.differing) == (LINK, (Compared.STANCE, Compared.ACT))
    assert one.tell(Compared.STANCE) == ("alleges", "asserts")
    assert (two.claim, two.differing) == (DENIAL, (Compared.VERDICT,))


def test_what_only_one_decided_is_counted_and_not_compared(ledger: DecidedLedger) -> None:
    accept(ledger, "anna", ACCUSATION)
    accept(ledger, "anna", LINK)
    reject(ledger, "ben", LINK)
    reject(ledger, "ben", DENIAL)
    found = view_agreement(ledger, PAIR)
    assert found.alone == (1, 1)
    assert [coded.claim for coded in found.both] == [LINK]
    assert view_agreement(ledger, PAIR, document="0" * 64).both == ()


def test_adjudicating_settles_it_and_changes_no_coding(coded: DecidedLedger) -> None:
    before = view_agreement(coded, PAIR).kappas
    for who, claim in (("anna", LINK), ("ben", DENIAL)):
        coding = find_codings(coded, who, blind=True)[claim.id]
        step = adjudicate(coded, claim.id, coding, sign("anna", f"{ADJUDICATED}as {who} has it"))
        store_step(coded, step)
    settled = view_agreement(coded, PAIR)
    assert settled.kappas == before
    assert [each.is_settled for each in settled.disagreements] == [True, True]
    assert coded.get_claim(LINK.id).stance is LINK.stance
    assert DENIAL.id in coded.effects().rejected


def test_an_adjudication_is_undone_as_one(coded: DecidedLedger) -> None:
    coding = find_codings(coded, "anna", blind=True)[LINK.id]
    store_step(coded, adjudicate(coded, LINK.id, coding, sign("dora", f"{ADJUDICATED}as anna has it")))
    assert coded.get_claim(LINK.id).stance is Stance.ALLEGES
    step = find_last_step(coded.decisions(), "dora")
    assert {each.verdict for each in step} == {Verdict.WITHDRAW, Verdict.ACCEPT}
    store_step(coded, undo_step(coded, step, sign("dora", "undone")))
    assert coded.get_claim(LINK.id).stance is Stance.ASSERTS
    assert not view_agreement(coded, PAIR).disagreements[0].is_settled
