from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.knowledge.store import make_knowledge
from alleged.model.entity import Alias, EntityKind
from alleged.resolve.bodies import BodyNames, Introduction, Links, Told, link_names
from tests.unit.knowledge.authorities import make_authority, make_entity

SURVEY = replace(
    make_entity("s", "Havneundersøkelsen", "HSO", "Harbour Survey Office"),
    kind=EntityKind.AGENCY,
    country="NO",
)
SECURITY = replace(make_entity("c", "Ministry of Pier Security"), kind=EntityKind.AGENCY, country="CN")
OTHER = replace(make_entity("k", "Ministry of Pier Security"), kind=EntityKind.AGENCY, country="KP")
FIRM = replace(
    make_entity("f", "Tidewatch", "Tidewatch Labs"),
    kind=EntityKind.FIRM,
    aliases=(Alias("Tidewatch Labs"), Alias("TW", weak=True)),
)
GROUP = make_entity("g", "GREY HERON", "Blue Tern")
LISTS = make_knowledge([make_authority(SURVEY, SECURITY, OTHER, FIRM, GROUP)])
LONG, SHORT = "Norwegian National Pier Authority", "NPA"
INTRODUCED = Introduction(SHORT, LONG, "a.txt")
DUTCH = Introduction(SHORT, "Dutch National Pier Authority", "b.txt")


def links(*names: str, introductions: tuple[Introduction, ...] = (), apart: tuple[str, ...] = ()) -> Links:
    lists = BodyNames(LISTS)
    listing = {name: lists.find(name) for name in names}
    pairs = frozenset({frozenset(apart)}) if apart else frozenset()
    return link_names(names, Told(listing, introductions, pairs))


def pairs_of(found: Links) -> set[frozenset[str]]:
    return {frozenset((edge.one, edge.other)) for edge in found.edges}


def test_names_that_a_list_has_for_one_entry_are_linked_with_the_list_as_reason() -> None:
    found = links("HSO", "Harbour Survey Office", "Norway")
    assert pairs_of(found) == {frozenset({"HSO", "Harbour Survey Office"})}
    (edge,) = found.edges
    assert edge.why == f"{SURVEY.authority} (version {SURVEY.version}) has both for Havneundersøkelsen"


def test_what_is_listed_for_two_countries_is_linked_to_nothing() -> None:
    names = ("Ministry of Pier Security", "China's Ministry of Pier Security")
    assert links(*names).edges == ()
    assert links(*names, "Chinese Ministry of Pier Security").edges != ()


def test_weak_names_and_names_of_groups_link_nothing() -> None:
    assert links("TW", "Tidewatch").edges == ()
    assert links("Tidewatch Labs", "Tidewatch").edges != ()
    assert links("GREY HERON", "Blue Tern").edges == ()


def test_names_that_tell_one_office_of_one_state_are_linked() -> None:
    names = ("Russian MFA", "Russia's Foreign Ministry", "Norway's Foreign Ministry", "Russian hackers")
    found = links(*names)
    assert pairs_of(found) == {frozenset(names[:2])}
    assert found.edges[0].why == "both tell one office of Russia"


def test_an_acronym_is_linked_to_the_name_that_a_document_puts_before_it() -> None:
    found = links(SHORT, LONG, "Norway's National Pier Authority", introductions=(INTRODUCED,))
    assert frozenset({SHORT, LONG}) in pairs_of(found)
    assert "a.txt introduces “Norwegian National Pier Authority (NPA)”" in {edge.why for edge in found.edges}


@pytest.mark.parametrize("other", [DUTCH, Introduction(SHORT, "New Paint Alliance", "c.txt")])
def test_an_acronym_of_two_bodies_is_linked_to_none(other: Introduction) -> None:
    names = (SHORT, LONG, other.name)
    assert links(*names, introductions=(INTRODUCED, other)).edges == ()


def test_an_acronym_that_a_list_has_for_another_country_is_linked_to_none() -> None:
    dutch = Introduction("HSO", "Dutch Harbour Safety Office", "c.txt")
    assert links("HSO", dutch.name, "Harbour Survey Office", introductions=(dutch,)).edges == ()


def test_names_that_a_person_keeps_apart_are_linked_to_nothing_by_what_they_share() -> None:
    names = ("Russian MFA", "Russia's Foreign Ministry", "Russian Ministry of Foreign Affairs")
    assert links(*names, apart=names[:2]).edges == ()
    two = (*names, "Foreign Ministry of the Russian Federation")
    assert pairs_of(links(*two, apart=names[:2])) == {frozenset(two[2:])}
    assert links(SHORT, LONG, introductions=(INTRODUCED,), apart=(SHORT, LONG)).edges == ()


def test_names_of_two_countries_must_not_come_together() -> None:
    found = links("Russian MFA", "Russia's Foreign Ministry", "Norway's Foreign Ministry", "Norwegian MFA")
    assert ("Norway's Foreign Ministry", "Russia's Foreign Ministry") in found.apart
    assert ("Russia's Foreign Ministry", "Russian MFA") not in found.apart


def test_the_order_of_names_and_introductions_does_not_matter() -> None:
    names = (SHORT, LONG, "Russian MFA", "Russia's Foreign Ministry", "HSO", "Harbour Survey Office")
    there = links(*names, introductions=(INTRODUCED, DUTCH))
    back = links(*reversed(names), introductions=(DUTCH, INTRODUCED))
    assert set(there.edges) == set(back.edges)
    assert set(there.apart) == set(back.apart)
