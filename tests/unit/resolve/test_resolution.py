from __future__ import annotations

import re
from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.knowledge.keys import name_key
from alleged.knowledge.store import make_knowledge, open_knowledge
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Extent
from alleged.model.entity import EntityKind
from alleged.resolve.candidates import Flag
from alleged.resolve.contexts import NOTHING, Context
from alleged.resolve.resolution import Resolution, resolve_name, resolve_names
from tests.unit.resolve.lists import own_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.model.decision import Decision

GROUP, TOOL = frozenset({EntityKind.GROUP}), frozenset({EntityKind.TOOL})
BY = Signature("kim", "2024-03-26T10:00:00Z", "the report says so")


@pytest.fixture(scope="module")
def known() -> Iterator[Knowledge]:
    with closing(make_knowledge(own_lists())) as made:
        yield made


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with closing(open_knowledge(tmp_path_factory.mktemp("knowledge"))) as opened:
        yield opened


def on(name: str, id_: str, verdict: Verdict = Verdict.ACCEPT) -> Decision:
    return decide(Matter(About.NAME, (name, id_)), verdict, BY)


def chosen(found: Resolution) -> str | None:
    return found.chosen.id if found.chosen else None


def test_the_reason_says_who_lists_the_name_in_which_version_for_whom(known: Knowledge) -> None:
    found = resolve_name("Amber Heron", NOTHING, known)
    assert chosen(found) == "attack-enterprise:G9001"
    reasons = {each.entity.authority: each.reason for each in found.candidates}
    assert reasons["attack-enterprise"] == "Attack-Enterprise (version 7) lists 'Amber Heron'"
    told = "Misp-Threat-Actor (version 7) lists 'Amber Heron' as another name of 'HERON-1'"
    assert reasons["misp-threat-actor"] == told
    assert "'HERON-1' of misp-threat-actor is the same: both have the id G9001" in found.reason


def test_of_two_entries_of_one_list_none_is_chosen_and_both_are_told(known: Knowledge) -> None:
    found = resolve_name("Marsh Light", Context(kinds=GROUP), known)
    assert found.chosen is None
    assert found.flags == (Flag.SEVERAL,)
    assert "'HERON-1'; against it" in found.reason
    assert "'OTTER-1'" in found.reason


def test_groups_of_two_lists_in_two_countries_stand_against_each_other(known: Knowledge) -> None:
    assert resolve_name("Coast Fox", NOTHING, known).chosen is None


def test_what_the_document_tells_parts_a_group_from_a_tool(known: Knowledge) -> None:
    assert resolve_name("Tidewater", NOTHING, known).chosen is None
    assert chosen(resolve_name("Tidewater", Context(likely=GROUP), known)) == "attack-enterprise:G9001"
    assert chosen(resolve_name("Tidewater", Context(kinds=TOOL), known)) == "attack-enterprise:S9002"
    company = Context(near=frozenset({name_key("Amber Heron")}))
    assert chosen(resolve_name("Tidewater", company, known)) == "attack-enterprise:G9001"


def test_words_beside_a_name_count_only_if_it_can_be_that(known: Knowledge) -> None:
    assert chosen(resolve_name("Amber Heron", Context(likely=TOOL), known)) == "attack-enterprise:G9001"
    assert resolve_name("Amber Heron", Context(kinds=TOOL), known).chosen is None


def test_a_list_of_tools_that_parts_a_name_does_not_stand_against_one_that_has_it(known: Knowledge) -> None:
    found = resolve_name("Reedbed", NOTHING, known)
    assert chosen(found) == "attack-enterprise:S9001"
    assert {each.id for each in found.candidates} == {"attack-enterprise:S9001", "other:y", "other:z"}


@pytest.mark.parametrize(
    ("name", "id_", "why"),
    [
        ("the Amber Heron", "attack-enterprise:G9001", "no part of the name"),
        ("Slate Otter", "attack-enterprise:G9002", "with 'group'"),
        ("Amber Heron gang", "attack-enterprise:G9001", "without 'gang'"),
        ("ReedbedRAT", "attack-enterprise:S9001", "without 'RAT'"),
        ("Amber Heron/HERON-1", "attack-enterprise:G9001", "is part of"),
        ("Sedge", "attack-enterprise:S9001", "lists 'Sedge' as another name of 'Reedbed'"),
    ],
)
def test_a_name_is_found_in_other_ways_and_the_reason_says_how(
    known: Knowledge, name: str, id_: str, why: str
) -> None:
    found = resolve_name(name, NOTHING, known)
    assert chosen(found) == id_
    assert why in found.reason


def test_a_misspelt_name_is_chosen_only_if_the_document_bears_it_out(known: Knowledge) -> None:
    assert resolve_name("Amber Herron", NOTHING, known).chosen is None
    near = Context(near=frozenset({name_key("Amber Heron")}))
    assert chosen(resolve_name("Amber Herron", near, known)) == "attack-enterprise:G9001"


@pytest.mark.parametrize("name", ["Odd Nordvik", "Nordvik, Odd", "Nordvik Shipping", "Nordvik Shipping Ltd"])
def test_persons_and_firms_are_never_more_than_candidates(known: Knowledge, name: str) -> None:
    found = resolve_name(name, NOTHING, known)
    assert found.candidates
    assert found.chosen is None
    assert Flag.NAME_ALONE in found.flags


def test_a_decision_settles_it_and_its_withdrawal_restores_what_was(known: Knowledge) -> None:
    before = resolve_name("Odd Nordvik", NOTHING, known)
    accepted = on("odd  nordvik", "wanted:p")
    after = resolve_name("Odd Nordvik", Context(decisions=(accepted,)), known)
    assert chosen(after) == "wanted:p"
    assert Flag.DECIDED in after.flags
    assert after.reason.startswith("a person decided it")
    taken_back = Context(decisions=(accepted, withdraw(accepted, BY)))
    assert resolve_name("Odd Nordvik", taken_back, known) == before


def test_a_rejected_candidate_is_left_out_and_leaves_the_other(known: Knowledge) -> None:
    rejected = Context(decisions=(on("Marsh Light", "misp-threat-actor:b", Verdict.REJECT),))
    found = resolve_name("Marsh Light", rejected, known)
    assert "misp-threat-actor:b" not in {each.id for each in found.candidates}
    assert found.chosen is not None
    assert found.chosen.entity.name in {"HERON-1", "Amber Heron"}


def test_a_decision_can_name_what_no_list_leads_to(known: Knowledge) -> None:
    decided = Context(decisions=(on("the northern gang", "attack-enterprise:G9001"),))
    assert chosen(resolve_name("the northern gang", decided, known)) == "attack-enterprise:G9001"


def test_a_decision_on_another_name_changes_nothing(known: Knowledge) -> None:
    decided = Context(decisions=(on("Coast Fox", "misp-threat-actor:c"),))
    assert resolve_name("Marsh Light", decided, known) == resolve_name("Marsh Light", NOTHING, known)


def test_a_name_in_disguise_is_flagged_and_not_chosen(known: Knowledge) -> None:
    found = resolve_name("Аmber Heron", NOTHING, known)  # a Cyrillic letter
    assert found.chosen is None
    assert Flag.DISGUISED in found.flags
    assert found.candidates[0].entity.name in {"Amber Heron", "HERON-1"}
    assert "looks like" in found.candidates[0].reason


def test_words_without_a_name_stand_for_the_nearest_name_before_them_that_fits(known: Knowledge) -> None:
    text = "Amber Heron uses Reedbed. The group sold this malware. Later the firm closed."
    words = ["Amber Heron", "Reedbed", "The group", "this malware", "the firm"]
    mentions = [Extent(text.index(each), text.index(each) + len(each)) for each in words]
    found = resolve_names(text, mentions, known)
    assert [each.stands_for for each in found] == [(), (), ("Amber Heron",), ("Reedbed",), ()]
    assert [chosen(each) for each in found[2:]] == [
        "attack-enterprise:G9001",
        "attack-enterprise:S9001",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "words", "persons"),
    [
        ("[Odd Nordvik], 41, and [Ada Voss] ran. [The two men] hid.", "The two men", "Odd Nordvik, Ada Voss"),
        ("[Two men] ran, [Odd Nordvik] and [Ada Voss].", "Two men", "Odd Nordvik, Ada Voss"),
        (
            "[Odd Nordvik] and [Ada Voss] ran. [The defendants] hid.",
            "The defendants",
            "Odd Nordvik, Ada Voss",
        ),
        ("[Odd Nordvik] and [Ada Voss] ran. [The three men] hid.", "The three men", ""),
        ("[Odd Nordvik] ran after [Ada Voss]. [The two men] hid.", "The two men", ""),
        (
            "Two men, [Odd Nordvik] and [Ada Voss], ran. [Orla Venn] and [Jan Holt] saw. [The two men] hid.",
            "The two men",
            "Odd Nordvik, Ada Voss",
        ),
        ("[Harbour Office] and [Amber Heron] ran. [The two men] hid.", "The two men", ""),
    ],
)
def test_words_for_several_persons_stand_for_as_many_who_are_told_side_by_side(
    text: str, words: str, persons: str, known: Knowledge
) -> None:
    plain, mentions = unmark(text)
    found = dict(
        zip((plain[m.start : m.end] for m in mentions), resolve_names(plain, mentions, known), strict=True)
    )
    assert ", ".join(found[words].stands_for) == persons
    assert found[words].chosen is None
    named = {each.id for name in found[words].stands_for for each in found[name].candidates}
    assert {each.id for each in found[words].candidates} == named


def unmark(text: str) -> tuple[str, list[Extent]]:
    """The text without its brackets, and the places of what stood in them."""
    plain, mentions = "", []
    for index, part in enumerate(re.split(r"[\[\]]", text)):
        if index % 2:
            mentions.append(Extent(len(plain), len(plain) + len(part)))
        plain += part
    return plain, mentions


def test_the_country_nearest_to_an_agency_tells_whose_it_is(known: Knowledge) -> None:
    text = "In Iceland, a man said that Norway's Harbour Office closed. The Harbour Office closed."
    first = text.index("Harbour Office")
    mention = Extent(first, first + len("Harbour Office"))
    assert chosen(resolve_names(text, [mention], known)[0]) == "bodies:1"
    assert resolve_name("Harbour Office", NOTHING, known).chosen is None


def test_the_order_in_which_mentions_are_given_does_not_matter(known: Knowledge) -> None:
    text = "The gang Tidewater used Reedbed. The group left."
    places = [
        Extent(text.index(each), text.index(each) + len(each))
        for each in ("Tidewater", "The group", "Reedbed")
    ]
    forth, back = resolve_names(text, places, known), resolve_names(text, places[::-1], known)
    assert forth == back[::-1]


def test_a_very_long_name_is_unknown_and_costs_nothing(known: Knowledge) -> None:
    assert resolve_name("Amber Heron " * 5000, NOTHING, known).flags[0] is Flag.UNKNOWN


def test_each_name_that_one_list_gives_to_several_groups_stays_apart(packaged: Knowledge) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for entity in packaged.entities(packaged.choose(["misp-threat-actor"])):
        for name in (entity.name, *(alias.name for alias in entity.aliases)):
            bearers[name_key(name)].add(entity.id)
            written[name_key(name)] = name
    several = [key for key, ids in bearers.items() if len(ids) > 1]
    assert len(several) == 25
    contexts = (
        NOTHING,
        Context(kinds=GROUP),
        Context(likely=TOOL),
        Context(likely=GROUP, near=frozenset(bearers)),
    )
    for key in several:
        for context in contexts:
            found = resolve_name(written[key], context, packaged)
            assert found.chosen is None, (written[key], context)
            assert bearers[key] <= {each.entity.id for each in found.candidates}
