from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.resolve.agreement import attack_id, is_split, stand_against, why_same
from tests.unit.resolve.lists import AGENCY, GROUP, TOOL, entity

if TYPE_CHECKING:
    from alleged.model.entity import Entity

HERON = entity("attack-enterprise", "G9001", GROUP, "Amber Heron", "Tidewater")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (entity("misp-threat-actor", "a", GROUP, "HERON-1", refs=("G9001",)), "both have the id G9001"),
        (entity("misp-threat-actor", "a", GROUP, "amber heron"), "by their own lists"),
        (entity("other", "a", GROUP, "Tidewater"), "attack-enterprise lists 'Tidewater' as another name"),
        (entity("other", "a", GROUP, "HERON-1", "Amber Heron"), "other lists 'Amber Heron' as another name"),
    ],
)
def test_lists_say_that_two_entries_are_one_thing(other: Entity, why: str) -> None:
    assert why in str(why_same(HERON, other))
    assert why in str(why_same(other, HERON))
    assert not stand_against(HERON, other)


@pytest.mark.parametrize(
    "other",
    [
        entity("attack-enterprise", "G9002", GROUP, "Slate Otter"),
        entity("misp-threat-actor", "a", GROUP, "Amber Heron", refs=("G9002",)),
        entity("other", "a", TOOL, "Amber Heron"),
    ],
)
def test_lists_say_that_two_entries_are_different_things(other: Entity) -> None:
    assert stand_against(HERON, other)
    assert stand_against(other, HERON)


def test_two_lists_that_only_share_another_name_say_nothing() -> None:
    other = entity("other", "a", GROUP, "OTTER-1", "Tidewater")
    assert why_same(entity("third", "b", GROUP, "HERON-1", "Tidewater"), other) is None
    assert not stand_against(entity("third", "b", GROUP, "HERON-1", "Tidewater"), other)


def test_an_id_of_another_kind_is_no_id_of_the_thing() -> None:
    tool = entity("misp-malpedia", "a", TOOL, "Reedbed", refs=("G9001", "win.reedbed"))
    assert attack_id(tool) is None
    assert why_same(tool, entity("other", "b", TOOL, "Sedge", refs=("G9001",))) is None


def test_the_own_id_of_a_list_of_attack_goes_before_those_it_took_over() -> None:
    taken = entity("misp-mitre-intrusion-set", "u", GROUP, "Amber Heron", refs=("G9001", "G9003"))
    assert attack_id(taken) == "G9001"
    assert attack_id(entity("misp-threat-actor", "u", GROUP, "Amber Heron", refs=("G9001", "G9003"))) is None
    assert attack_id(HERON) == "G9001"


def test_a_renamed_group_and_a_family_on_several_systems_are_one_thing_in_one_list() -> None:
    old, new = (entity("microsoft", name, GROUP, name, "IRON") for name in ("IRON", "Slate Gale"))
    assert "renamed" in str(why_same(old, new))
    one, two = (entity("misp-malpedia", s, TOOL, s, refs=(f"{s}.reedbed",)) for s in ("osx", "win"))
    assert why_same(one, two) == "one family on several systems"


def test_agencies_of_two_countries_stand_against_each_other() -> None:
    norway, iceland = (entity(code, code, AGENCY, "Harbour Office", country=code) for code in ("NO", "IS"))
    assert stand_against(norway, iceland)


def test_only_lists_of_tools_and_microsoft_part_a_name_without_meaning_each() -> None:
    assert is_split([entity("other", id_, TOOL, id_, "Reedbed") for id_ in "ab"])
    assert is_split([entity("microsoft", id_, GROUP, id_, "Heron") for id_ in "ab"])
    assert not is_split([entity("misp-threat-actor", id_, GROUP, id_, "Heron") for id_ in "ab"])
