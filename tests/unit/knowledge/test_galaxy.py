from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from alleged.knowledge.galaxy import looks_like_galaxy, read_galaxy
from alleged.model.entity import Alias, EntityKind
from tests.unit.knowledge.authorities import ACTORS, ATTACK, COUNTRIES, MICROSOFT, changed
from tests.unit.knowledge.sanctions import entity, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

HERON = "00000000-0000-4000-8000-000000000001"
WHISTLE = "00000000-0000-4000-8000-000000000002"
GHOST = "00000000-0000-4000-8000-000000000004"


def test_a_cluster_is_the_list_of_an_authority_in_a_version() -> None:
    authority = read_galaxy(ACTORS, "paper.json")
    assert (authority.name, authority.version, authority.source) == ("misp-paper-group", "7", "paper.json")
    assert authority.title == "MISP galaxy, Paper Groups"
    assert {(each.authority, each.version) for each in authority.entities} == {("misp-paper-group", "7")}


def test_a_group_keeps_its_names_as_they_are_listed_each_once() -> None:
    heron = entity(read_galaxy(ACTORS, "x"), HERON)
    assert (heron.kind, heron.name) == (EntityKind.GROUP, "APT991")
    names = [alias.name for alias in heron.aliases]
    assert names == ["COPPER HERON", "Paper Kite", "PAPER KITE", "G9001", "Kranich é"]


def test_the_country_is_what_the_galaxy_suspects() -> None:
    authority = read_galaxy(ACTORS, "x")
    assert entity(authority, HERON).country == "CN"
    assert entity(authority, WHISTLE).country is None


def test_origins_of_names_are_read_both_ways() -> None:
    aliases = entity(read_galaxy(ACTORS, "x"), HERON).aliases
    assert aliases[:3] == (
        Alias("COPPER HERON", origin="Quayside Labs"),
        Alias("Paper Kite", origin="Lantern Works"),
        Alias("PAPER KITE"),
    )


def test_ids_of_attack_are_references() -> None:
    authority = read_galaxy(ACTORS, "x")
    assert entity(authority, HERON).refs == ("G9001",)
    assert entity(authority, GHOST).refs == ("G9004",)


def test_an_id_behind_the_name_is_no_part_of_it() -> None:
    assert entity(read_galaxy(ACTORS, "x"), GHOST).name == "Harbour Ghost"


def test_what_was_revoked_leaves_its_ids_to_what_took_its_place() -> None:
    authority = read_galaxy(ACTORS, "x")
    assert [each.name for each in authority.entities] == ["APT991", "Tin Whistle", "Harbour Ghost"]
    assert entity(authority, WHISTLE).refs == ("00000000-0000-4000-8000-000000000003", "G9003")


def test_a_country_has_its_proper_name_its_code_and_its_capital() -> None:
    told = [(each.kind, each.name, each.country) for each in read_galaxy(COUNTRIES, "x").entities]
    assert told == [
        (EntityKind.COUNTRY, "Norway", "NO"),
        (EntityKind.COUNTRY, "Antarctica", "AQ"),
        (EntityKind.PLACE, "Oslo", "NO"),
    ]


@pytest.mark.parametrize(
    ("type_", "category", "kind"),
    [
        ("threat-actor", "actor", EntityKind.GROUP),
        ("surveillance-vendor", "actor", EntityKind.FIRM),
        ("intelligence-agency", "Intelligence Agencies", EntityKind.AGENCY),
        ("ransomware", "tool", EntityKind.TOOL),
        ("sector", "sector", EntityKind.SECTOR),
        ("mitre-campaign", "campaign", EntityKind.CAMPAIGN),
    ],
)
def test_what_a_cluster_lists_is_told_by_its_type(type_: str, category: str, kind: EntityKind) -> None:
    data = changed(ACTORS, lambda cluster: cluster.update(type=type_, category=category))
    assert {each.kind for each in read_galaxy(data, "x").entities} == {kind}


@pytest.mark.parametrize(("words", "code"), [("america", None), ("russia", "RU"), ("南", None), ("KP", "KP")])
def test_a_country_in_words_is_read_if_it_is_one(words: str, code: str | None) -> None:
    def say(cluster: Any) -> None:
        cluster["values"][0]["meta"]["country"] = words

    assert entity(read_galaxy(changed(ACTORS, say), "x"), HERON).country == code


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda c: c.update(type="firearms", category="weapon"), "holds no names"),
        (lambda c: c.update(values=[]), "holds no values"),
        (lambda c: c.update(values=["a"]), "values[0] is no object"),
        (lambda c: c.update(version="new"), "has no version"),
        (lambda c: c["values"][1].pop("uuid"), "values[1] has no text 'uuid'"),
        (lambda c: c["values"][1].update(value=" "), "values[1] has no text 'value'"),
        (lambda c: c["values"][1].update(uuid=HERON), "to two values"),
        (lambda c: c["values"][0].update(meta=[]), "values[0].meta is no object"),
        (lambda c: c["values"][0]["meta"].update(synonyms=[1]), "values[0].meta has 'synonyms'"),
        (lambda c: c["values"][2].update(related={}), "values[2] has 'related' that is no list"),
    ],
)
def test_a_damaged_cluster_is_refused_whole_with_its_place(change: Callable[[Any], None], what: str) -> None:
    message = refusal(read_galaxy, changed(ACTORS, change))
    assert message.startswith("list: ")
    assert what in message


def test_a_cut_file_is_refused_with_the_line_where_it_ends() -> None:
    half = ACTORS[: len(ACTORS) // 2]
    last = half.count(b"\n") + 1
    assert refusal(read_galaxy, half).startswith(f"list:{last}: is no whole JSON")


def test_only_clusters_look_like_one() -> None:
    assert [looks_like_galaxy(data) for data in (ACTORS, COUNTRIES, ATTACK, MICROSOFT)] == [True] * 2 + [
        False
    ] * 2
