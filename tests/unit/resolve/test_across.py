from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.model.vocabulary import Act, Ground, RelationType, Scope, Stance
from alleged.resolve.across import MOST, SHORTLY, link_across
from alleged.resolve.incidents import Incident
from alleged.resolve.responses import link_responses
from alleged.resolve.stories import Story
from tests.strategies.reports import About, Says
from tests.strategies.reports import make_story as make_plain_story

if TYPE_CHECKING:
    from alleged.model.link import Relation

STOLEN = "China stole the register of voters of Northport"
SAYS = Says(STOLEN, "United Kingdom", Stance.ALLEGES, Act.DATA_THEFT, ("China",))
AGAIN = Says(f"{STOLEN} in May", "United Kingdom", Stance.ASSESSES, Act.DATA_THEFT, ("China",))
DENIES = Says(STOLEN, "China", Stance.DENIES, Act.DATA_THEFT, ("China",))
BLANKET = Says("the British allegations as baseless", "China", Stance.DENIES, Act.COMMENT)
ALL = Says("the allegations as baseless", "China", Stance.DENIES, Act.COMMENT)
COUNTER = Says("the United Kingdom hacked a university", "China", Stance.ALLEGES, actors=("United Kingdom",))
SPYING = Says("China spied on ferries", "United Kingdom", Stance.ALLEGES, Act.ESPIONAGE, ("China",))

MONDAY, TUESDAY, LATER = "2024-03-25", "2024-03-26", "2024-04-20"


def make_story(title: str, published: str | None, *said: Says) -> Story:
    """A document with what answers what in it."""
    plain = make_plain_story(About(title, None, published), *said)
    linked = link_responses(plain.claims)
    return Story(plain.text, linked.claims, linked.relations)


def links(*stories: Story, incidents: tuple[Incident, ...] = ()) -> list[tuple[str, str, str]]:
    """Type, words and words answered of each link, in the words of their speakers."""
    words = {claim.id: claim.content.exact for story in stories for claim in story.claims}
    found = link_across(stories, incidents)
    return [(link.type.value, words[link.claim], words[link.to]) for link in found]


def only(*stories: Story, incidents: tuple[Incident, ...] = ()) -> Relation:
    (relation,) = link_across(stories, incidents)
    return relation


def together(*stories: Story) -> tuple[Incident, ...]:
    claims = tuple(claim for story in stories for claim in story.claims)
    return (Incident("1" * 24, "one", claims, ()),)


def test_a_specific_denial_answers_the_same_proposition_elsewhere() -> None:
    accusation, denial = make_story("Stolen", MONDAY, SAYS), make_story("Denied", TUESDAY, DENIES)
    relation = only(accusation, denial)
    assert (relation.claim, relation.to) == (denial.claims[0].id, accusation.claims[0].id)
    assert (relation.type, relation.scope) == (RelationType.DISPUTES, Scope.SPECIFIC)
    assert relation.ground is Ground.SAME_PROPOSITION
    assert "“Stolen”" in relation.reason
    assert "published the day before" in relation.reason


@pytest.mark.parametrize(
    ("stance", "type_"),
    [(Stance.CONFIRMS, RelationType.CONFIRMS), (Stance.DECLINES, RelationType.DECLINES)],
)
def test_confirmations_and_refusals_answer_the_same_proposition(stance: Stance, type_: RelationType) -> None:
    response = make_story("Answer", TUESDAY, replace(DENIES, by="Norway", stance=stance))
    assert only(make_story("Stolen", MONDAY, SAYS), response).type is type_


def test_nothing_answers_what_is_published_later() -> None:
    assert links(make_story("Stolen", TUESDAY, SAYS), make_story("Denied", MONDAY, DENIES)) == []
    late, early = make_story("Stolen", TUESDAY, SAYS), make_story("Denied", MONDAY, SAYS, BLANKET)
    types = [kind for kind, *_ in links(late, early, incidents=together(late, early))]
    assert "disputes" not in types


@pytest.mark.parametrize(("first", "then"), [(None, TUESDAY), (MONDAY, None), (None, None), ("2024", MONDAY)])
def test_a_date_that_is_not_known_is_told(first: str | None, then: str | None) -> None:
    relation = only(make_story("Stolen", first, SAYS), make_story("Denied", then, DENIES))
    assert "which was published first is not known" in relation.reason


def test_a_denial_of_one_own_part_does_not_deny_that_it_happened() -> None:
    happened = Says("the register of voters of Northport was stolen", "Microsoft", act=Act.DATA_THEFT)
    assert links(make_story("Stolen", MONDAY, happened), make_story("Denied", TUESDAY, DENIES)) == []


def test_a_denial_of_all_reaches_what_is_said_shortly_before_by_those_it_names() -> None:
    accusation, denial = make_story("Stolen", MONDAY, SAYS), make_story("Denied", TUESDAY, BLANKET)
    relation = only(accusation, denial)
    assert (relation.type, relation.scope, relation.ground) == (
        RelationType.DISPUTES,
        Scope.BLANKET,
        Ground.ANAPHOR,
    )
    assert "against China" in relation.reason
    assert "United Kingdom" in relation.reason


def test_a_denial_of_all_that_names_nobody_answers_nothing_by_nearness_alone() -> None:
    assert links(make_story("Stolen", MONDAY, SAYS), make_story("Denied", TUESDAY, ALL)) == []


def test_it_reaches_those_whose_accusations_it_answers_in_its_own_document() -> None:
    denial = make_story("Denied", TUESDAY, SPYING, ALL)
    assert links(make_story("Stolen", MONDAY, SAYS), denial) == [("disputes", ALL.words, STOLEN)]
    american = make_story("Stolen", MONDAY, replace(SAYS, by="United States"))
    assert links(american, denial) == []


def test_what_was_published_long_before_is_not_meant() -> None:
    assert links(make_story("Stolen", MONDAY, SAYS), make_story("Denied", LATER, BLANKET)) == []
    edge = f"2024-03-{25 + SHORTLY}"
    assert len(links(make_story("Stolen", MONDAY, SAYS), make_story("Denied", edge, BLANKET))) == 1


def test_what_is_of_the_same_incident_is_meant_whenever_it_was_published() -> None:
    norway = replace(SPYING, by="Norway")
    accusation, denial = make_story("Stolen", None, SAYS), make_story("Denied", LATER, norway, ALL)
    relation = only(accusation, denial, incidents=together(accusation, denial))
    assert relation.to == accusation.claims[0].id
    assert "of the same incident" in relation.reason
    assert "not known" in relation.reason


def test_what_is_of_another_incident_is_not_meant() -> None:
    accusation, denial = make_story("Stolen", MONDAY, SAYS), make_story("Denied", TUESDAY, SAYS, BLANKET)
    others = [make_story(title, MONDAY, replace(SAYS, words=title)) for title in ("Ferries", "Bridges")]
    one = Incident("1" * 24, "one", (*accusation.claims, *others[0].claims), ())
    two = Incident("2" * 24, "two", (*denial.claims, *others[1].claims), ())
    found = link_across((accusation, denial), (one, two))
    assert [
        link for link in found if link.type is RelationType.DISPUTES and link.scope is Scope.BLANKET
    ] == []


def test_a_counter_accusation_is_never_disputed_by_its_own_side_and_disputes_nothing() -> None:
    stories = (make_story("Stolen", MONDAY, SAYS, COUNTER), make_story("Denied", TUESDAY, BLANKET, COUNTER))
    assert all(
        COUNTER.words not in pair
        for kind, *pair in links(*stories, incidents=together(*stories))
        if kind != "restates"
    )


def test_a_state_answers_for_a_group_that_is_said_to_work_for_it() -> None:
    group = ("RIME VALLEY",)
    deed = Says("RIME VALLEY hacked a railway", "United Kingdom", Stance.ALLEGES, actors=group)
    works = Says("RIME VALLEY works for China", "Norway", Stance.ALLEGES, Act.WORKS_FOR, group, ("China",))
    accusation, denial = make_story("Railway", MONDAY, deed), make_story("Denied", TUESDAY, BLANKET)
    assert links(accusation, denial) == []
    found = links(accusation, denial, make_story("Backers", MONDAY, works))
    assert found == [("disputes", BLANKET.words, deed.words)]


def test_another_name_for_somebody_is_no_accusation() -> None:
    alias = Says("China is also known as Beijing", "United Kingdom", act=Act.SAME_AS, actors=("China",))
    assert links(make_story("Names", MONDAY, alias), make_story("Denied", TUESDAY, BLANKET)) == []


def test_the_same_speaker_elsewhere_restates() -> None:
    first, then = make_story("Stolen", MONDAY, SAYS), make_story("More", TUESDAY, AGAIN)
    relation = only(then, first)
    assert (relation.claim, relation.to) == (then.claims[0].id, first.claims[0].id)
    assert (relation.type, relation.ground) == (RelationType.RESTATES, Ground.SAME_PROPOSITION)
    assert "United Kingdom says" in relation.reason


def test_another_speaker_an_unnamed_one_and_a_denial_do_not_restate() -> None:
    first = make_story("Stolen", MONDAY, SAYS)
    for said in (replace(AGAIN, by="Norway"), replace(AGAIN, by=None)):
        assert links(first, make_story("More", TUESDAY, said)) == []
    unsaid = replace(AGAIN, stance=Stance.DENIES)
    assert links(first, make_story("More", TUESDAY, unsaid)) == []


def test_nothing_is_linked_inside_a_document() -> None:
    assert links(make_story("Stolen", MONDAY, SAYS, AGAIN, DENIES, BLANKET)) == []


def test_one_response_answers_so_many_claims_at_most() -> None:
    said = [replace(SAYS, words=f"China stole the register of harbour {n}") for n in range(2 * MOST)]
    accusation = make_story("Stolen", MONDAY, *said)
    assert len(links(accusation, make_story("Denied", TUESDAY, BLANKET))) == MOST


def test_no_documents_give_no_links() -> None:
    assert link_across(()) == ()
