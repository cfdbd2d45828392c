from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.claims import view_claim, view_claims
from alleged.dossiers.decided import (
    State,
    apply_decisions,
    choose_link_type,
    find_decided_relations,
    find_decision,
    list_replaced,
    view_decisions,
)
from alleged.errors import LedgerError
from alleged.ledger.interface import ClaimQuery
from alleged.model.decision import About, Decision, Matter, Signature, Verdict, decide, withdraw
from alleged.model.vocabulary import Ground, RelationType, Scope
from tests.unit.model.samples import accusation, denial, link, make_text, relations

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim

TEXT = make_text()
TO_ACCUSATION, TO_LINK = relations(TEXT)


def by(number: int = 1) -> Signature:
    return Signature("R. Reader", f"2024-03-27T08:00:{number:02}+00:00", "it names the charge")


def linked(ends: tuple[Claim, Claim], verdict: Verdict, kind: str = "disputes") -> Decision:
    return decide(Matter(About.LINK, (ends[0].id, ends[1].id, kind)), verdict, by())


REJECTED = linked((denial(TEXT), accusation(TEXT)), Verdict.REJECT)
ACCEPTED = linked((denial(TEXT), link(TEXT)), Verdict.ACCEPT)
ADDED = linked((link(TEXT), accusation(TEXT)), Verdict.ACCEPT, "restates")


def test_a_rejected_link_is_taken_out_and_comes_back_when_that_is_withdrawn() -> None:
    assert apply_decisions(relations(TEXT), [REJECTED]) == (TO_LINK,)
    assert apply_decisions(relations(TEXT), [REJECTED, withdraw(REJECTED, by(2))]) == relations(TEXT)


def test_an_accepted_link_says_who_accepted_it_and_keeps_what_the_engine_said() -> None:
    untouched, accepted = apply_decisions(relations(TEXT), [ACCEPTED])
    assert untouched == TO_ACCUSATION
    assert (accepted.claim, accepted.to, accepted.scope) == (TO_LINK.claim, TO_LINK.to, TO_LINK.scope)
    assert accepted.ground is Ground.REVIEWER
    assert accepted.reason == f"{TO_LINK.reason}; accepted by R. Reader: it names the charge"


def test_a_link_that_no_engine_suggested_is_added() -> None:
    *stored, added = apply_decisions(relations(TEXT), [ADDED])
    assert tuple(stored) == relations(TEXT)
    assert (added.claim, added.to, added.type) == (link(TEXT).id, accusation(TEXT).id, RelationType.RESTATES)
    assert (added.ground, added.scope) == (Ground.REVIEWER, Scope.SPECIFIC)
    assert added.reason == "accepted by R. Reader: it names the charge"


def test_to_reject_what_nobody_suggested_changes_nothing() -> None:
    absent = linked((accusation(TEXT), denial(TEXT)), Verdict.REJECT)
    other_type = linked((denial(TEXT), accusation(TEXT)), Verdict.REJECT, "confirms")
    assert apply_decisions(relations(TEXT), [absent, other_type]) == relations(TEXT)


def test_the_links_of_a_claim_are_those_that_touch_it(ledger: Ledger) -> None:
    for decision in (REJECTED, ACCEPTED, ADDED):
        ledger.decide(decision)
    (added,) = find_decided_relations(ledger, (accusation(TEXT).id,))
    assert added.claim == link(TEXT).id
    assert {r.claim for r in find_decided_relations(ledger, (link(TEXT).id,))} == {
        link(TEXT).id,
        denial(TEXT).id,
    }
    assert ledger.find_relations((denial(TEXT).id,)) == relations(TEXT)


def test_lists_and_sheets_of_claims_show_what_was_decided(ledger: Ledger) -> None:
    ledger.decide(REJECTED)
    denials = view_claims(ledger, ClaimQuery(speaker="Embassy of Tidewater"))
    assert [wire["responds_to"] for wire in denials.wires()] == [[link(TEXT).id]]
    assert view_claim(ledger, accusation(TEXT).id).answered_by == ()
    ledger.decide(withdraw(REJECTED, by(2)))
    assert len(view_claim(ledger, accusation(TEXT).id).answered_by) == 1


def test_every_decision_is_told_with_its_state() -> None:
    again = linked((denial(TEXT), link(TEXT)), Verdict.REJECT)
    back = withdraw(REJECTED, by(2))
    views = view_decisions([REJECTED, ACCEPTED, again, back])
    assert [view.state for view in views] == [
        State.WITHDRAWN,
        State.REPLACED,
        State.IN_FORCE,
        State.IN_FORCE,
    ]
    assert [view.withdraws for view in views] == [None, None, None, REJECTED]


def test_what_a_decision_replaces_is_listed() -> None:
    again = linked((denial(TEXT), link(TEXT)), Verdict.REJECT)
    assert list(list_replaced([REJECTED, ACCEPTED], again)) == [ACCEPTED]
    assert list(list_replaced([REJECTED, ACCEPTED], ADDED)) == []


def test_a_decision_is_found_by_the_beginning_of_its_id() -> None:
    made = [REJECTED, ACCEPTED]
    assert find_decision(made, ACCEPTED.id[:8].upper()) == ACCEPTED
    with pytest.raises(LedgerError, match=r"'zzzz'.*'alleged decisions' lists them"):
        find_decision(made, "zzzz")
    with pytest.raises(LedgerError, match="at least 4 characters"):
        find_decision(made, ACCEPTED.id[:3])


def test_several_decisions_of_one_beginning_are_listed() -> None:
    twins = [Decision(f"abcd{end}", *_contents(ACCEPTED)) for end in ("1", "2")]
    with pytest.raises(LedgerError, match=r"2 decisions begin with 'abcd'.*abcd1, abcd2"):
        find_decision(twins, "abcd")


def _contents(decision: Decision) -> tuple[About, tuple[str, ...], Verdict, str, str, str]:
    return (
        decision.about,
        decision.what,
        decision.verdict,
        decision.who,
        decision.at,
        decision.why,
    )


def test_the_type_of_a_stored_link_is_found(ledger: Ledger) -> None:
    ends = (denial(TEXT).id, accusation(TEXT).id)
    assert choose_link_type(ledger, *ends) is RelationType.DISPUTES
    assert choose_link_type(ledger, *ends[::-1]) is None
