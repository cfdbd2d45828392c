"""What no link between documents may do, whatever the documents are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.model.vocabulary import RelationType, Stance
from alleged.resolve.across import link_across
from alleged.resolve.facts import RESPONSES
from alleged.resolve.incidents import Incident, find_incidents
from alleged.resolve.publishing import is_after
from alleged.resolve.responses import link_responses
from alleged.resolve.sides import side_of
from alleged.resolve.stories import Story
from tests.strategies.reports import LIBRARIES, About, Says, make_story

if TYPE_CHECKING:
    from alleged.model.claim import Claim

DENIALS = st.builds(
    lambda by, words, day: _linked(make_story(About(published=day), Says(words, by, Stance.DENIES))),
    st.sampled_from(("China", "Russia", "Nordvind")),
    st.sampled_from(
        ("the allegations", "the accusations of Norway", "it broke into the mail of Quillon Bank")
    ),
    st.sampled_from((None, "2024-03-05", "2024-03-06", "2022")),
)
EVERYTHING = st.builds(
    lambda reports, denials: [*map(_linked, reports), *denials],
    LIBRARIES,
    st.lists(DENIALS, max_size=3, unique_by=lambda story: story.text.document.id),
)


def _linked(story: Story) -> Story:
    linked = link_responses(story.claims)
    return Story(story.text, linked.claims, linked.relations)


def incidents_of(stories: list[Story]) -> tuple[Incident, ...]:
    """One incident of everything: as much is linked as can be."""
    return (Incident("1" * 24, "all", tuple(claim for story in stories for claim in story.claims), ()),)


@settings(max_examples=30)
@given(EVERYTHING)
def test_links_join_documents_and_say_why(stories: list[Story]) -> None:
    claims: dict[str, Claim] = {claim.id: claim for story in stories for claim in story.claims}
    dates = {story.text.id: story.text.document.metadata.published for story in stories}
    found = link_across(stories, incidents_of(stories))
    assert len({(link.claim, link.to, link.type) for link in found}) == len(found)
    for link in found:
        one, other = claims[link.claim], claims[link.to]
        assert one.document != other.document
        assert not is_after(dates[other.text], dates[one.text])
        assert link.reason
        known = all(len(dates[claim.text] or "") == len("2024-03-05") for claim in (one, other))
        assert known or "not known" in link.reason


@settings(max_examples=30)
@given(EVERYTHING)
def test_a_stance_answers_only_as_it_may_and_nobody_answers_the_own_side(stories: list[Story]) -> None:
    claims = {claim.id: claim for story in stories for claim in story.claims}
    for link in link_across(stories, incidents_of(stories)):
        one, other = claims[link.claim], claims[link.to]
        if link.type is RelationType.RESTATES:
            assert one.speaker.name == other.speaker.name
            assert (one.stance is Stance.DENIES) == (other.stance is Stance.DENIES)
            continue
        assert link.type is RESPONSES[one.stance]
        assert other.stance not in RESPONSES
        assert side_of(one.speaker) is None or side_of(one.speaker) != side_of(other.speaker)


@settings(max_examples=20)
@given(EVERYTHING, st.data())
def test_the_order_of_the_documents_does_not_matter(stories: list[Story], data: st.DataObject) -> None:
    incidents = find_incidents(stories)
    again = data.draw(st.permutations(stories))
    assert set(link_across(stories, incidents)) == set(link_across(again, incidents))
