"""What must hold of incidents and propositions, whatever the documents and the decisions are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alleged.model.decision import About as Matters
from alleged.model.decision import Matter, Signature, Verdict, decide, withdraw
from alleged.model.vocabulary import Act, Stance
from alleged.resolve.incidents import find_incidents
from alleged.resolve.propositions import find_propositions, has_proposition
from tests.strategies.reports import LIBRARIES, About, Says, make_story

if TYPE_CHECKING:
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.resolve.incidents import Incident
    from alleged.resolve.stories import Story

SIGNED = Signature("Ruth Fenn", "2024-05-06T07:08:09Z", "the same intrusion")
LATER = Signature("Ruth Fenn", "2024-05-07T07:08:09Z", "a mistake")
ELSEWHERE = make_story(
    About("Zoo", "Zoo News", "2024-03-05"),
    Says("Ibex Collective defaced the site of Marwick Zoo", act=Act.DISRUPTION, actors=("Ibex Collective",)),
)


def claims_of(stories: list[Story]) -> list[Claim]:
    return [claim for story in stories for claim in story.claims]


def draw_pair(data: st.DataObject, stories: list[Story]) -> tuple[str, str]:
    """Ids of two claims."""
    ids = [claim.id for claim in claims_of(stories)]
    assume(len(set(ids)) > 1)
    one, other = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    return one, other


def decision(pair: tuple[str, str], verdict: Verdict) -> Decision:
    return decide(Matter(Matters.INCIDENT, pair), verdict, SIGNED)


def are_together(incidents: tuple[Incident, ...], pair: tuple[str, str]) -> bool:
    return any(set(pair) <= {claim.id for claim in incident.claims} for incident in incidents)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES, st.data())
def test_the_order_of_the_documents_does_not_matter(stories: list[Story], data: st.DataObject) -> None:
    assert find_incidents(stories) == find_incidents(data.draw(st.permutations(stories)))


@settings(max_examples=40, deadline=None)
@given(LIBRARIES)
def test_every_claim_is_in_one_incident_at_most_and_as_it_was(stories: list[Story]) -> None:
    known = {claim.id: claim for claim in claims_of(stories)}
    found = [claim for incident in find_incidents(stories) for claim in incident.claims]
    assert len({claim.id for claim in found}) == len(found)
    assert all(known[claim.id] == claim for claim in found)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES)
def test_every_claim_but_the_first_of_an_incident_was_joined_for_a_reason(stories: list[Story]) -> None:
    for incident in find_incidents(stories):
        joined = [step.claim for step in incident.reasons]
        assert sorted([*joined, incident.claims[0].id]) == sorted(claim.id for claim in incident.claims)
        assert all(step.why for step in incident.reasons)
        assert {step.to for step in incident.reasons} <= {claim.id for claim in incident.claims}


@settings(max_examples=40, deadline=None)
@given(LIBRARIES, st.data())
def test_claims_that_were_said_to_be_apart_are_apart(stories: list[Story], data: st.DataObject) -> None:
    pair, other = draw_pair(data, stories), draw_pair(data, stories)
    decisions = [decision(other, Verdict.ACCEPT), decision(pair, Verdict.REJECT)]
    assert not are_together(find_incidents(stories, decisions), pair)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES, st.data())
def test_claims_that_were_said_to_be_together_are_together(stories: list[Story], data: st.DataObject) -> None:
    pair = draw_pair(data, stories)
    assert are_together(find_incidents(stories, [decision(pair, Verdict.ACCEPT)]), pair)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES, st.sampled_from((Verdict.ACCEPT, Verdict.REJECT)), st.data())
def test_withdrawing_a_decision_restores_what_was(
    stories: list[Story], verdict: Verdict, data: st.DataObject
) -> None:
    decided = decision(draw_pair(data, stories), verdict)
    assert find_incidents(stories, [decided, withdraw(decided, LATER)]) == find_incidents(stories)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES)
def test_an_unrelated_document_changes_no_incident(stories: list[Story]) -> None:
    before = find_incidents(stories)
    after = find_incidents([*stories, ELSEWHERE])
    assert set(before) < set(after)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES)
def test_propositions_are_a_partition_of_the_claims_that_say_something(stories: list[Story]) -> None:
    claims = claims_of(stories)
    found = [claim for proposition in find_propositions(claims) for claim in proposition.claims]
    wanted = [claim for claim in claims if has_proposition(claim)]
    assert sorted(found, key=lambda claim: claim.id) == sorted(wanted, key=lambda claim: claim.id)


@settings(max_examples=40, deadline=None)
@given(LIBRARIES, st.data())
def test_the_order_of_claims_changes_no_proposition(stories: list[Story], data: st.DataObject) -> None:
    def grouped(claims: list[Claim]) -> set[frozenset[str]]:
        return {frozenset(c.id for c in one.claims) for one in find_propositions(claims)}

    claims = claims_of(stories)
    assert grouped(claims) == grouped(data.draw(st.permutations(claims)))


@settings(max_examples=40, deadline=None)
@given(LIBRARIES)
def test_a_label_is_the_content_of_a_claim_to_the_letter(stories: list[Story]) -> None:
    for proposition in find_propositions(claims_of(stories)):
        assert proposition.label in {claim.content.exact for claim in proposition.claims}


@settings(max_examples=40, deadline=None)
@given(LIBRARIES, st.sampled_from(Stance))
def test_how_surely_it_is_asserted_changes_no_proposition(stories: list[Story], stance: Stance) -> None:
    """Denials and refusals may be about nothing particular; other stances play no part."""
    assume(stance not in {Stance.DENIES, Stance.DECLINES})
    claims = [claim for claim in claims_of(stories) if claim.stance not in {Stance.DENIES, Stance.DECLINES}]
    changed = [replace(claim, stance=stance) for claim in claims]

    def sizes(given: list[Claim]) -> list[int]:
        return sorted(len(proposition.claims) for proposition in find_propositions(given))

    assert sizes(claims) == sizes(changed)
