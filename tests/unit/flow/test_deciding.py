from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.decided import find_last_step
from alleged.errors import InputError, LedgerError
from alleged.flow.deciding import correct_and_accept, judge, read_correction, store_step, undo_step
from alleged.ledger.interface import ConflictError
from alleged.model.correction import Field
from alleged.model.decision import Verdict, standing
from tests.unit.dossiers.coders import accept, reject, sign
from tests.unit.model.samples import accusation, denial, make_entry, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

TEXT = make_text()
CLAIM, OTHER = accusation(TEXT), denial(TEXT)


@pytest.fixture
def held(ledger: Ledger) -> Ledger:
    ledger.append(make_entry(TEXT))
    return ledger


def test_a_step_corrects_and_accepts_at_one_instant(held: Ledger) -> None:
    step = accept(held, "anna", CLAIM, {Field.STANCE: ("asserts",), Field.ACTOR: ("A", "B")})
    assert [decision.what[1:] for decision in step] == [("stance", "asserts"), ("actor", "A", "B"), ()]
    assert len({decision.at for decision in step}) == 1
    corrected = held.get_claim(CLAIM.id)
    assert (corrected.stance.value, len(corrected.actors)) == ("asserts", 2)


@pytest.mark.parametrize(
    ("field", "values", "told"),
    [(Field.TIME, ("soon",), "is no time"), (Field.STANCE, (), "say what stance is")],
)
def test_what_a_field_cannot_be_is_told(field: Field, values: tuple[str, ...], told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_correction(field, values)


def test_a_field_that_may_be_empty_is_emptied() -> None:
    assert read_correction(Field.TIME, ()) == (Field.TIME,)


def test_nothing_of_a_step_is_stored_where_somebody_decided_meanwhile(held: Ledger) -> None:
    (theirs,) = reject(held, "ben", CLAIM)
    step = correct_and_accept(CLAIM.id, {Field.STANCE: ("asserts",)}, sign("anna"))
    with pytest.raises(ConflictError) as caught:
        store_step(held, step, seen=())
    assert caught.value.others == (theirs,)
    assert held.decisions() == (theirs,)
    store_step(held, step, seen=[theirs.id])
    assert standing(held.decisions()) == step


def test_the_last_step_is_undone_whole_and_then_the_one_before(held: Ledger) -> None:
    reject(held, "anna", OTHER)
    reject(held, "ben", CLAIM)
    accept(held, "anna", CLAIM, {Field.STANCE: ("asserts",)})
    for left in (2, 1):
        step = find_last_step(held.decisions(), "anna")
        store_step(held, undo_step(held, step, sign("anna", "undone")))
        assert len(standing(held.decisions())) == left
    assert standing(held.decisions())[0].who == "ben"
    with pytest.raises(LedgerError, match="no decision by anna to undo"):
        find_last_step(held.decisions(), "anna")


def test_a_step_of_which_a_part_was_withdrawn_is_undone_in_the_rest(held: Ledger) -> None:
    corrected, accepted = accept(held, "anna", CLAIM, {Field.STANCE: ("asserts",)})
    store_step(held, undo_step(held, (corrected,), sign("anna", "undone")))
    assert find_last_step(held.decisions(), "anna") == (accepted,)


def test_an_engines_claim_is_not_rejected_by_undoing(held: Ledger) -> None:
    step = (judge(CLAIM.id, Verdict.ACCEPT, sign("anna")),)
    store_step(held, step)
    assert [each.verdict for each in undo_step(held, step, sign("anna", "undone"))] == [Verdict.WITHDRAW]
