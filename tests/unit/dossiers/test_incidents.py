from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.attributes import Question
from alleged.dossiers.incidents import is_across, view_incident, view_incidents
from alleged.errors import LedgerError
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from alleged.model.vocabulary import RelationType, Scope, Stance
from tests.unit.dossiers.library import LIBRARY, REGISTER, TAKEN, add_stories

if TYPE_CHECKING:
    from alleged.dossiers.incidents import IncidentView
    from alleged.ledger.interface import Ledger


@pytest.fixture
def library(ledger: Ledger) -> Ledger:
    add_stories(ledger, *LIBRARY)
    return ledger


def view_theft(ledger: Ledger) -> IncidentView:
    """The incident that most documents tell of."""
    return view_incident(ledger, view_incidents(ledger)[0].incident.id)


def test_the_incident_with_most_origins_comes_first(library: Ledger) -> None:
    first, *others = view_incidents(library)
    assert (first.count.documents, first.count.origins) == (3, 3)
    assert all(brief.count.origins <= 3 for brief in others)
    assert dict(first.stances)[Stance.DENIES] >= 1
    assert set(first.denied) == set(Scope)
    assert first.published == ("2024-03-25", "2024-03-26")


def test_accusations_in_turn_are_an_incident_of_their_own(library: Ledger) -> None:
    counter = next(
        brief
        for brief in view_incidents(library)
        if any("Tarnfield" in claim.content.exact for claim in brief.incident.claims)
    )
    assert all(REGISTER not in claim.content.exact for claim in counter.incident.claims)
    assert counter.denied == ()


def test_what_is_said_differently_stands_side_by_side(library: Ledger) -> None:
    answers = {found.question: [v.words for v in found.values] for found in view_theft(library).attributes}
    assert answers[Question.HOW_MANY] == ["thousands of voters", "millions of voters"]
    assert answers[Question.HOW_LONG] == ["over a decade", "14 years"]
    assert answers[Question.WHO][0] == "China"
    assert answers[Question.RESPONSE] == ["sanction"]


def test_who_denies_is_told_with_how_far_the_denial_reaches(library: Ledger) -> None:
    view = view_theft(library)
    specific, blanket = sorted(view.answers, key=lambda answer: answer.scope, reverse=True)
    assert (specific.type, specific.scope, blanket.scope) == (
        RelationType.DISPUTES,
        Scope.SPECIFIC,
        Scope.BLANKET,
    )
    assert is_across(specific)
    assert {claim.speaker.name for claim in blanket.answered} == {"United Kingdom"}
    assert all(claim.speaker.name != "China" for answer in view.answers for claim in answer.answered)


def test_an_incident_is_found_by_its_id_or_by_a_claim(library: Ledger) -> None:
    theft = view_theft(library).brief.incident
    for prefix in (theft.id[:6], theft.claims[-1].id[:10], theft.id.upper()):
        assert view_incident(library, prefix).brief.incident == theft


@pytest.mark.parametrize("prefix", ["ffffffffff", "12", "no id"])
def test_an_incident_that_is_not_there(library: Ledger, prefix: str) -> None:
    with pytest.raises(LedgerError, match="'alleged incidents' lists them"):
        view_incident(library, prefix)


def test_two_claims_that_a_person_takes_apart_are_apart(library: Ledger) -> None:
    said = {claim.content.exact: claim for claim in view_theft(library).claims}
    first, second = said[REGISTER], said[TAKEN]
    signed = Signature("Anna Holt", "2024-05-06T07:08:09Z", "two thefts")
    library.decide(decide(Matter(About.INCIDENT, (first.id, second.id)), Verdict.REJECT, signed))
    held = [{claim.id for claim in brief.incident.claims} for brief in view_incidents(library)]
    assert not any({first.id, second.id} <= ids for ids in held)


def test_no_view_raises_a_stance(library: Ledger) -> None:
    view = view_theft(library)
    held = view.overview.claims
    shown = [claim for found in view.attributes for value in found.values for claim in value.claims]
    assert shown
    assert all(held[claim.id] == claim for claim in shown)
    assert all(held[answer.claim.id] == answer.claim for answer in view.answers)
