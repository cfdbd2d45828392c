"""What holds of the lists that are installed with alleged, whatever version of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from alleged.errors import KnowledgeError
from alleged.knowledge import packaged
from alleged.knowledge.keys import name_key
from alleged.knowledge.packaged import CLUSTERS, packaged_files
from alleged.model.entity import EntityKind

if TYPE_CHECKING:
    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Entity

PACKAGED = "336"
"""The version of MISP's list of threat actors in the pinned package."""
GIVEN_TO_SEVERAL = 25
"""Names that this version gives to several of its actors."""


def names_of(entity: Entity) -> set[str]:
    return {entity.name, *(alias.name for alias in entity.aliases)}


def test_every_packaged_list_is_loaded_under_its_name_and_version(packaged: Knowledge) -> None:
    versions = packaged.versions()
    assert len(versions) == len(CLUSTERS) == len(packaged.authorities)
    assert versions["misp-threat-actor"] == PACKAGED
    assert {"misp-mitre-intrusion-set", "misp-intelligence-agency", "misp-malpedia"} < versions.keys()
    assert all(version.isdecimal() for version in versions.values())


def test_names_given_to_several_actors_stay_apart(packaged: Knowledge) -> None:
    actors = packaged.choose(["misp-threat-actor"])
    users: dict[str, list[Entity]] = defaultdict(list)
    for entity in packaged.entities(actors):
        for key in {name_key(name) for name in names_of(entity)} - {""}:
            users[key].append(entity)
    several = {key: entities for key, entities in users.items() if len(entities) > 1}
    assert packaged.versions()["misp-threat-actor"] != PACKAGED or len(several) == GIVEN_TO_SEVERAL
    assert {"grizzlysteppe", "andariel", "nobelium"} <= several.keys()
    for key, entities in several.items():
        assert packaged.find(key, actors) == tuple(entities)
        assert len({entity.id for entity in entities}) == len(entities)


def test_every_name_finds_its_entry(packaged: Knowledge) -> None:
    for entity in packaged.entities(packaged.choose(["misp-threat-actor", "misp-360net-threat-actor"])):
        assert all(entity in packaged.find(name) for name in names_of(entity))


def test_authorities_disagree_on_what_a_group_is_called(packaged: Knowledge) -> None:
    told = {entity.authority: entity.name for entity in packaged.find("Apt 31")}
    assert told == {
        "misp-threat-actor": "APT31",
        "misp-microsoft-activity-group": "Violet Typhoon",
        "misp-mitre-intrusion-set": "ZIRCONIUM",
    }


def test_agencies_of_one_name_differ_by_country(packaged: Knowledge) -> None:
    agencies = packaged.choose(kinds=[EntityKind.AGENCY])
    countries = {entity.country for entity in packaged.find("Ministry of State Security", agencies)}
    assert {"CN", "KP"} <= countries


def test_capitals_are_places_of_their_country(packaged: Knowledge) -> None:
    places = packaged.choose(kinds=[EntityKind.PLACE])
    assert [entity.country for entity in packaged.find("Beijing", places)] == ["CN"]


def test_ids_of_attack_lead_to_groups_and_malware(packaged: Knowledge) -> None:
    assert "ZIRCONIUM" in {entity.name for entity in packaged.find_by_ref("G0128")}
    assert "Agent Smith" in {entity.name for entity in packaged.find_by_ref("apk.agentsmith")}


def test_nothing_listed_is_blank_or_without_an_id(packaged: Knowledge) -> None:
    entities = list(packaged.entities())
    assert len(entities) > 10_000
    assert all(name == " ".join(name.split()) != "" for entity in entities for name in names_of(entity))
    assert len({(entity.authority, entity.id) for entity in entities}) == len(entities)
    assert all(entity.country is None or len(entity.country) == 2 for entity in entities)


def test_groups_are_found_in_text_by_their_names(packaged: Knowledge) -> None:
    actors = packaged.entities(packaged.choose(["misp-threat-actor"]))
    names = sorted(name for entity in actors for name in names_of(entity))
    found = [name for name in names if _finds(packaged, name)]
    assert len(found) > 0.99 * len(names), sorted(set(names) - set(found))


def _finds(known: Knowledge, name: str) -> bool:
    text = f"The report names “{name}” as the group."
    return any(text[hit.start : hit.end] == name for hit in known.index.find(text))


def test_a_missing_package_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "PACKAGE", "no_such_package")
    with pytest.raises(KnowledgeError, match="pip install no_such_package"):
        packaged_files()
