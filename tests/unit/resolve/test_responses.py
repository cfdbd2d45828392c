from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.model.vocabulary import Act, Ground, RelationType, Scope, Stance
from alleged.resolve.responses import FARTHEST, link_responses
from tests.unit.resolve.sayings import Said, make_claims

if TYPE_CHECKING:
    from alleged.model.claim import Claim
    from alleged.model.link import Relation

SPYING = Said("United States", "China spied on shipyards", Stance.ALLEGES, Act.ESPIONAGE, ("China",))
REGISTER = Said("United Kingdom", "China stole the register", Stance.ALLEGES, Act.DATA_THEFT, ("China",))
BLANKET = Said("China", "the allegations as baseless", Stance.DENIES, Act.COMMENT)
COUNTER = Said(
    "China", "the United States hacked a university", Stance.ALLEGES, Act.INTRUSION, ("United States",)
)


def links(*said: Said) -> dict[str, list[str]]:
    """The words of each response, and of what it answers."""
    linked = link_responses(make_claims(*said))
    words = {claim.id: claim.content.exact for claim in linked.claims}
    found: dict[str, list[str]] = {}
    for relation in linked.relations:
        found.setdefault(words[relation.claim], []).append(words[relation.to])
    return found


def only_relation(*said: Said) -> Relation:
    (relation,) = link_responses(make_claims(*said)).relations
    return relation


def last_claim(*said: Said) -> Claim:
    return link_responses(make_claims(*said)).claims[-1]


def test_a_blanket_denial_disputes_all_that_was_said_against_its_side() -> None:
    assert links(SPYING, REGISTER, BLANKET) == {BLANKET.words: [SPYING.words, REGISTER.words]}


def test_a_blanket_denial_says_that_it_is_blanket() -> None:
    relation = only_relation(SPYING, BLANKET)
    assert (relation.type, relation.scope, relation.ground) == (
        RelationType.DISPUTES,
        Scope.BLANKET,
        Ground.ANAPHOR,
    )
    assert "China" in relation.reason


def test_a_blanket_denial_that_opens_a_text_answers_what_follows() -> None:
    assert links(BLANKET, SPYING) == {BLANKET.words: [SPYING.words]}


def test_what_only_says_how_wrong_it_is_is_blanket_whatever_its_act() -> None:
    denial = Said("China", "them as fabricated and slanderous", Stance.DENIES, Act.LINKED_TO)
    assert links(SPYING, REGISTER, denial) == {denial.words: [SPYING.words, REGISTER.words]}


def test_what_is_guessed_of_nobody_is_not_disputed_at_large() -> None:
    guess = Said("Norway", "the mail of the parliament was perhaps hacked", Stance.ASSESSES)
    report = Said(None, "RIME VALLEY hacked a railway", Stance.ALLEGES, actors=("RIME VALLEY",))
    alias = Said("Norway", "China is PALE FJORD", Stance.ALLEGES, Act.SAME_AS, ("China",))
    assert links(SPYING, guess, report, alias, BLANKET) == {BLANKET.words: [SPYING.words]}


def test_a_counter_accusation_disputes_nothing_and_is_not_disputed_by_its_own_side() -> None:
    assert links(SPYING, COUNTER, BLANKET) == {BLANKET.words: [SPYING.words]}


def test_what_is_said_of_others_is_not_disputed() -> None:
    other = Said("Norway", "Russia hacked a railway", Stance.ALLEGES, actors=("Russia",))
    assert links(SPYING, other, BLANKET) == {BLANKET.words: [SPYING.words]}


def test_a_state_denies_what_a_group_of_no_known_state_is_accused_of() -> None:
    group = Said("Norway", "RIME VALLEY hacked a railway", Stance.ALLEGES, actors=("RIME VALLEY",))
    assert links(SPYING, group, BLANKET) == {BLANKET.words: [SPYING.words, group.words]}


def test_a_firm_denies_only_what_it_is_accused_of() -> None:
    group = Said("Norway", "RIME VALLEY hacked a railway", Stance.ALLEGES, actors=("RIME VALLEY",))
    firm = Said("Norway", "Nordvind sold spyware", Stance.ALLEGES, Act.TOOL_SUPPLY, ("Nordvind",))
    denial = Said("Nordvind", "the allegations", Stance.DENIES, Act.COMMENT)
    assert links(group, firm, denial) == {denial.words: [firm.words]}


def test_no_side_answers_itself() -> None:
    said = Said(
        "Chinese Ministry of Foreign Affairs", "China hacked a port", Stance.ALLEGES, actors=("China",)
    )
    denial = Said("China", "China hacked it", Stance.DENIES)
    assert links(said, BLANKET) == {}
    assert links(said, denial) == {}


@pytest.mark.parametrize("words", ["the British charges as slander", "London's allegations"])
def test_a_blanket_denial_of_one_states_accusations_answers_only_those(words: str) -> None:
    denial = Said("China", words, Stance.DENIES, Act.COMMENT)
    assert links(SPYING, REGISTER, denial) == {words: [REGISTER.words]}


def test_those_who_accuse_together_are_each_answered() -> None:
    joint = Said("United States; United Kingdom", "China spied on a port", Stance.ALLEGES, actors=("China",))
    denial = Said("China", "the British charges", Stance.DENIES, Act.COMMENT)
    assert links(joint, SPYING, denial) == {denial.words: [joint.words]}


def test_a_state_that_accuses_of_nothing_does_not_narrow_a_denial() -> None:
    denial = Said("China", "the Norwegian charges", Stance.DENIES, Act.COMMENT)
    assert links(SPYING, REGISTER, denial) == {denial.words: [SPYING.words, REGISTER.words]}


def test_a_denial_of_the_accusation_answers_the_nearest_one() -> None:
    denial = Said("China", "the accusation as groundless", Stance.DENIES, Act.COMMENT)
    relation = only_relation(SPYING, REGISTER, denial)
    assert links(SPYING, REGISTER, denial) == {denial.words: [REGISTER.words]}
    assert "the nearest accusation" in relation.reason


def test_the_accusation_is_one_that_somebody_makes() -> None:
    repeated = Said(None, "the group works for China", Stance.ALLEGES, Act.WORKS_FOR)
    denial = Said("China", "the accusation as groundless", Stance.DENIES, Act.COMMENT)
    assert links(SPYING, repeated, denial) == {denial.words: [SPYING.words]}
    assert links(repeated, denial) == {denial.words: [repeated.words]}


@pytest.mark.parametrize("words", ["any accusation", "every charge", "the report as slander"])
def test_any_accusation_is_not_one(words: str) -> None:
    denial = Said("China", words, Stance.DENIES, Act.COMMENT)
    assert links(SPYING, REGISTER, denial) == {words: [SPYING.words, REGISTER.words]}


def test_a_finding_that_accuses_nobody_is_not_rejected_with_the_accusations() -> None:
    finding = Said("Norway", "the mail of the parliament was hacked")
    assert links(SPYING, finding, BLANKET) == {BLANKET.words: [SPYING.words]}


def test_an_embassy_answers_for_its_state() -> None:
    denial = Said("embassy", "the accusation as groundless", Stance.DENIES, Act.COMMENT, on_behalf_of="China")
    assert links(SPYING, denial) == {denial.words: [SPYING.words]}


def test_a_specific_denial_answers_what_it_shares_words_with() -> None:
    denial = Said("China", "China stole the register", Stance.DENIES, Act.DATA_THEFT)
    assert links(SPYING, REGISTER, denial) == {denial.words: [REGISTER.words]}
    relation = only_relation(SPYING, REGISTER, denial)
    assert (relation.scope, relation.ground) == (Scope.SPECIFIC, Ground.SAME_PROPOSITION)
    assert "register" in relation.reason


@pytest.mark.parametrize(
    ("stance", "type_"),
    [
        (Stance.DENIES, RelationType.DISPUTES),
        (Stance.CONFIRMS, RelationType.CONFIRMS),
        (Stance.DECLINES, RelationType.DECLINES),
    ],
)
def test_the_stance_of_a_response_tells_what_it_does(stance: Stance, type_: RelationType) -> None:
    response = Said("Nordvind", "hackers stole its source code", stance, Act.DATA_THEFT)
    said = Said("Microsoft", "hackers stole the source code of Nordvind", act=Act.DATA_THEFT)
    assert only_relation(said, response).type is type_


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.ALLEGES, Stance.ASSESSES])
def test_other_stances_answer_nothing(stance: Stance) -> None:
    assert links(SPYING, Said("China", "China spied on shipyards", stance, Act.ESPIONAGE)) == {}


def test_a_refusal_with_nothing_in_common_answers_nothing() -> None:
    assert links(Said("Nordvind", "declined to comment", Stance.DECLINES, Act.COMMENT)) == {}
    far = Said("Norway", "the weather was fine", act=Act.MOTIVE)
    refusal = Said("Nordvind", "questions about a takeover", Stance.DECLINES, Act.COMMENT)
    assert links(far, *[Said(None, "x", act=Act.COMMENT)] * 30, refusal) == {}


def test_a_refusal_that_was_asked_about_something_else_answers_nothing() -> None:
    refusal = Said(
        "embassy in Washington",
        "a request for comment on the indictment",
        Stance.DECLINES,
        Act.COMMENT,
        (),
        on_behalf_of="China",
    )
    assert links(REGISTER, refusal) == {}
    assert last_claim(REGISTER, refusal) == make_claims(REGISTER, refusal)[-1]


@pytest.mark.parametrize("words", ["requests for comment", "the reports", "comment on Nordvind"])
def test_a_refusal_that_names_no_matter_answers_the_nearest_claim_about_its_speaker(words: str) -> None:
    before = Said("Norway", "a flaw in the mail server of Nordvind was used")
    refusal = Said("Nordvind", words, Stance.DECLINES, Act.COMMENT)
    relation = only_relation(before, Said("Norway", "a port was hacked"), refusal)
    assert relation.type is RelationType.DECLINES
    assert links(before, Said("Norway", "a port was hacked"), refusal) == {words: [before.words]}


def test_a_state_answers_for_what_it_is_accused_of_and_not_for_each_mention() -> None:
    mention = Said("Norway", "a firm in China was hacked", actors=("Russia",))
    refusal = Said("China", "requests for comment", Stance.DECLINES, Act.COMMENT)
    assert links(SPYING, mention, refusal) == {refusal.words: [SPYING.words]}


def test_words_for_asking_are_nothing_in_common() -> None:
    before = Said("Norway", "a request to hack a port", Stance.ALLEGES)
    assert links(before, Said("Nordvind", "a request for comment", Stance.DECLINES, Act.COMMENT)) == {}


def test_a_speaker_without_a_name_is_not_found_by_his_noun() -> None:
    before = Said("Norway", "a company was hacked", Stance.ALLEGES)
    refusal = Said("company", "requests for comment", Stance.DECLINES, Act.COMMENT)
    assert links(before, refusal) == {}


def test_a_denial_without_shared_words_answers_what_accuses_its_speaker() -> None:
    denial = Said("China", "any wrongdoing", Stance.DENIES, Act.COMMENT)
    other = Said("Norway", "Russia hacked a railway", Stance.ALLEGES, actors=("Russia",))
    assert links(SPYING, other, denial) == {denial.words: [SPYING.words]}
    assert links(other, denial) == {}


def test_responses_do_not_answer_each_other() -> None:
    denial = Said("China", "China spied on shipyards", Stance.DENIES, Act.ESPIONAGE)
    refusal = Said("Norway", "China spied on shipyards", Stance.DECLINES, Act.ESPIONAGE)
    assert links(denial, refusal) == {}


def test_comments_and_deeds_of_the_law_are_not_answered() -> None:
    comment = Said("United States", "China spied on shipyards", act=Act.COMMENT)
    arrest = Said("United States", "China spied on shipyards", act=Act.ARREST)
    denial = Said("China", "China spied on shipyards", Stance.DENIES, Act.ESPIONAGE)
    assert links(comment, arrest, denial) == {}


def test_a_response_takes_over_the_proposition_that_it_answers() -> None:
    completed = last_claim(SPYING, BLANKET)
    assert (completed.act, completed.actors) == (Act.ESPIONAGE, make_claims(SPYING)[0].actors)


def test_what_is_taken_over_is_what_all_the_answered_claims_agree_in() -> None:
    again = Said("Norway", "China spied on a port", Stance.ALLEGES, Act.ESPIONAGE, ("China",))
    completed = last_claim(SPYING, again, BLANKET)
    assert (completed.act, completed.actors) == (Act.ESPIONAGE, make_claims(SPYING)[0].actors)


def test_deeds_of_one_kind_leave_their_kind() -> None:
    completed = last_claim(SPYING, REGISTER, BLANKET)
    assert (completed.act, completed.actors) == (Act.OTHER_OPERATION, make_claims(SPYING)[0].actors)
    member = Said("Norway", "the group works for China", Stance.ALLEGES, Act.WORKS_FOR, ("RIME VALLEY",))
    front = replace(member, words="the firm is a front of China", act=Act.FRONT_FOR)
    assert last_claim(member, front, BLANKET).act is Act.LINKED_TO


def test_claims_that_disagree_leave_nothing() -> None:
    member = Said("Norway", "the group works for China", Stance.ALLEGES, Act.WORKS_FOR, ("RIME VALLEY",))
    completed = last_claim(SPYING, member, BLANKET)
    assert (completed.act, completed.actors, completed.targets) == (Act.COMMENT, (), ())


def test_a_response_with_a_proposition_of_its_own_keeps_it() -> None:
    denial = Said("China", "China stole the register of voters", Stance.DENIES, Act.DATA_THEFT)
    assert last_claim(REGISTER, denial) == make_claims(REGISTER, denial)[-1]


def test_what_stands_too_far_away_is_not_answered() -> None:
    between = [Said(None, "the port is old", act=Act.COMMENT)] * FARTHEST
    assert links(SPYING, *between, BLANKET) == {}


def test_relations_name_the_completed_claims() -> None:
    linked = link_responses(make_claims(SPYING, BLANKET))
    (relation,) = linked.relations
    assert (relation.to, relation.claim) == tuple(claim.id for claim in linked.claims)


def test_no_claims_give_no_links() -> None:
    linked = link_responses(())
    assert (linked.claims, linked.relations) == ((), ())
