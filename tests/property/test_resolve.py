"""What no linking may do, whatever the claims of a document are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from alleged.model.vocabulary import Act, RelationType, Stance
from alleged.resolve.responses import link_responses
from alleged.resolve.sides import side_of
from tests.unit.resolve.sayings import Said, make_claims

if TYPE_CHECKING:
    from alleged.model.claim import Claim

NAMES = ("China", "United States", "Chinese embassy", "Federal Bureau of Investigation", "Nordvind")
WORDS = ("the", "allegations", "China", "spied", "on", "shipyards", "it", "stole", "mail", "baseless", "no")
OF_STANCE = {
    Stance.DENIES: RelationType.DISPUTES,
    Stance.CONFIRMS: RelationType.CONFIRMS,
    Stance.DECLINES: RelationType.DECLINES,
}

sayings = st.builds(
    Said,
    speaker=st.none() | st.sampled_from(NAMES),
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    stance=st.sampled_from(Stance),
    act=st.sampled_from(Act),
    actors=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
    named_as=st.none() | st.sampled_from(NAMES),
    on_behalf_of=st.none() | st.sampled_from(NAMES[:2]),
)
documents = st.lists(sayings, max_size=20).map(lambda said: make_claims(*said))


def unchanging(claim: Claim) -> tuple[object, ...]:
    """All of a claim but its proposition: act, actors and targets."""
    place = (claim.document, claim.text, claim.quote, claim.content)
    said = (claim.speaker, claim.stance, claim.hedges, claim.cues, claim.event_time, claim.said_time)
    return (*place, *said, claim.extractor, claim.extractor_version, claim.confidence)


@given(documents)
def test_linking_keeps_speakers_stances_hedges_and_words(claims: tuple[Claim, ...]) -> None:
    linked = link_responses(claims)
    assert [unchanging(claim) for claim in linked.claims] == [unchanging(claim) for claim in claims]


@given(documents)
def test_only_a_response_without_a_proposition_is_completed(claims: tuple[Claim, ...]) -> None:
    linked = link_responses(claims)
    for before, after in zip(claims, linked.claims, strict=True):
        assert after == before or (before.act is Act.COMMENT and before.stance in OF_STANCE)


@given(documents)
def test_links_join_two_claims_of_the_document(claims: tuple[Claim, ...]) -> None:
    linked = link_responses(claims)
    known = {claim.id for claim in linked.claims}
    pairs = [(relation.claim, relation.to) for relation in linked.relations]
    assert all(one in known and other in known and one != other for one, other in pairs)
    assert len(pairs) == len(set(pairs))


@given(documents)
def test_only_denials_confirmations_and_refusals_answer(claims: tuple[Claim, ...]) -> None:
    linked = link_responses(claims)
    by_id = {claim.id: claim for claim in linked.claims}
    for relation in linked.relations:
        assert relation.type is OF_STANCE[by_id[relation.claim].stance]
        assert by_id[relation.to].stance not in OF_STANCE


@given(documents)
def test_no_response_answers_its_own_side(claims: tuple[Claim, ...]) -> None:
    linked = link_responses(claims)
    by_id = {claim.id: claim for claim in linked.claims}
    for relation in linked.relations:
        side, other = (side_of(by_id[each].speaker) for each in (relation.claim, relation.to))
        assert side is None or side != other


@given(documents)
def test_links_do_not_depend_on_what_was_linked_before(claims: tuple[Claim, ...]) -> None:
    first = link_responses(claims)
    link_responses(claims[::-1])
    assert link_responses(claims) == first
