from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.changes import Change, Difference, find_differences
from tests.unit.knowledge.authorities import make_entity

if TYPE_CHECKING:
    from alleged.model.entity import Entity


def told(before: list[Entity], after: list[Entity]) -> list[tuple[str, str, str]]:
    return [(each.change.value, each.name, each.detail) for each in find_differences(before, after)]


def test_entries_that_came_and_went_are_told() -> None:
    heron, gull, tern = (make_entity(name, name) for name in ("Heron", "Gull", "Tern"))
    assert told([heron, gull], [gull, tern]) == [
        ("entity-added", "Tern", ""),
        ("entity-removed", "Heron", ""),
    ]


def test_names_that_came_and_went_are_told_with_their_entry() -> None:
    before, after = make_entity("1", "Heron", "Grey", "Old"), make_entity("1", "Heron", "Grey", "New")
    assert told([before], [after]) == [("alias-added", "Heron", "New"), ("alias-removed", "Heron", "Old")]


def test_a_name_that_changed_places_was_neither_added_nor_removed() -> None:
    before, after = make_entity("1", "Heron", "Grey"), make_entity("1", "Grey", "Heron")
    assert told([before], [after]) == [("renamed", "Grey", "Heron")]


def test_another_country_is_told() -> None:
    before = make_entity("1", "Heron")
    assert told([before], [replace(before, country="NO")]) == [("country-changed", "Heron", "none → NO")]


def test_a_difference_names_authority_and_id() -> None:
    (only,) = find_differences([], [make_entity("G9", "Heron")])
    assert only == Difference(Change.ENTITY_ADDED, "quayside", "G9", "Heron")


few_names = st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=4, unique=True)
lists = st.dictionaries(st.sampled_from(["1", "2", "3"]), few_names).map(
    lambda table: [make_entity(id_, *names) for id_, names in table.items()]
)


@given(lists)
def test_nothing_changes_from_a_list_to_itself(entities: list[Entity]) -> None:
    assert find_differences(entities, entities) == ()


@given(lists, lists)
def test_what_one_way_adds_the_other_removes(before: list[Entity], after: list[Entity]) -> None:
    there = [(each.change, each.id, each.detail) for each in find_differences(before, after)]
    back = [(each.change, each.id, each.detail) for each in find_differences(after, before)]
    for added, removed in (
        (Change.ENTITY_ADDED, Change.ENTITY_REMOVED),
        (Change.ALIAS_ADDED, Change.ALIAS_REMOVED),
    ):
        assert sorted(each[1:] for each in there if each[0] is added) == sorted(
            each[1:] for each in back if each[0] is removed
        )
