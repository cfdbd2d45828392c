from __future__ import annotations

from dataclasses import replace

from alleged.dossiers.disagreements import Contest, compare_entities, list_contests, list_names, strong_names
from tests.unit.dossiers.lists import CRANE, HARBOUR, HERON, MALWARE, TERN, WADER, make_lists


def test_what_one_keeps_apart_and_another_puts_together() -> None:
    found = compare_entities(make_lists(), (HERON, TERN))
    assert found
    assert [(rival.entity.id, [each.name for each in rival.names]) for rival in found.apart] == [
        (WADER.id, ["Mud Wader"]),
        (CRANE.id, ["Silt Crane"]),
    ]
    assert list_contests(found.apart) == (
        Contest(("Mud Wader",), ("quayside",), (WADER,)),
        Contest(("Silt Crane",), ("pier",), (CRANE,)),
    )


def test_who_shares_names_and_does_not_list_this_one_may_be_the_same() -> None:
    found = compare_entities(make_lists(), (HERON,))
    assert [rival.entity for rival in found.sharing] == [TERN, HARBOUR]
    assert [rival.entity for rival in found.other_kinds] == [MALWARE]


def test_one_list_that_gives_the_name_to_several() -> None:
    assert compare_entities(make_lists(), (HERON, WADER, TERN)).several == ((HERON, WADER),)
    assert compare_entities(make_lists(), (HERON, TERN)).several == ()
    assert compare_entities(make_lists(), (MALWARE, HARBOUR)).several == ()


def test_countries_are_told_where_two_authorities_differ() -> None:
    other = replace(TERN, country="SE")
    assert compare_entities(make_lists(), (HERON, other)).countries == {"NO": (HERON,), "SE": (other,)}
    assert compare_entities(make_lists(), (HERON, TERN)).countries is None
    assert compare_entities(make_lists(), (HERON, replace(TERN, country="NO"))).countries is None


def test_nobody_disagrees_about_an_entity_that_is_alone() -> None:
    found = compare_entities(make_lists(), (replace(MALWARE, name="Lone"),))
    assert not found
    assert (found.sharing, found.other_kinds) == ((), ())


def test_each_name_once_as_it_is_first_written() -> None:
    assert [alias.name for alias in list_names(HERON)] == ["Blue Tern", "Mud Wader", "SUMMIT"]
    assert strong_names(HARBOUR) == {"marshowl": "Marsh Owl", "summit": "SUMMIT"}
