from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from alleged.knowledge.attack import looks_like_attack, read_attack
from alleged.model.entity import EntityKind
from tests.unit.knowledge.authorities import ACTORS, ATTACK, MICROSOFT, changed
from tests.unit.knowledge.sanctions import entity, refusal

if TYPE_CHECKING:
    from collections.abc import Callable


def test_groups_software_and_campaigns_are_read_under_their_ids() -> None:
    authority = read_attack(ATTACK, "enterprise-attack.json")
    assert (authority.name, authority.title) == ("attack-enterprise", "MITRE Enterprise ATT&CK")
    assert (authority.version, authority.source) == ("99.1", "enterprise-attack.json")
    assert [(each.id, each.kind, each.name) for each in authority.entities] == [
        ("G9001", EntityKind.GROUP, "COPPER HERON"),
        ("S9005", EntityKind.TOOL, "GullDoor"),
        ("S9006", EntityKind.TOOL, "oarlock"),
        ("C9007", EntityKind.CAMPAIGN, "Operation Low Tide"),
    ]


def test_other_names_of_groups_and_of_software_stand_under_different_keys() -> None:
    authority = read_attack(ATTACK, "x")
    assert [alias.name for alias in entity(authority, "G9001").aliases] == ["APT991"]
    assert [alias.name for alias in entity(authority, "S9005").aliases] == ["Gull RAT"]
    assert entity(authority, "C9007").aliases == ()


def test_ids_of_what_was_revoked_lead_over_two_steps_to_what_stands_now() -> None:
    assert entity(read_attack(ATTACK, "x"), "G9001").refs == (
        "intrusion-set--00000000-0000-4000-8000-000000000001",
        "G9003",
        "intrusion-set--00000000-0000-4000-8000-000000000003",
        "G9002",
        "intrusion-set--00000000-0000-4000-8000-000000000002",
    )


def test_revocations_in_a_circle_lead_nowhere() -> None:
    def turn(bundle: Any) -> None:
        bundle["objects"][-1]["target_ref"] = "intrusion-set--00000000-0000-4000-8000-000000000003"

    assert len(entity(read_attack(changed(ATTACK, turn), "x"), "G9001").refs) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [("Mobile ATT&CK", "attack-mobile"), ("ICS ATT&CK", "attack-ics"), ("Other ATT&CK", "attack")],
)
def test_each_part_of_attack_is_an_authority(title: str, name: str) -> None:
    data = changed(ATTACK, lambda bundle: bundle["objects"][0].update(name=title))
    assert read_attack(data, "x").name == name


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda b: b.update(type="report"), "is no STIX bundle"),
        (lambda b: b["objects"].pop(0), "none that ATT&CK publishes"),
        (lambda b: b["objects"][0].pop("x_mitre_version"), "objects[0] has no text 'x_mitre_version'"),
        (lambda b: b["objects"][1].pop("name"), "objects[1] has no text 'name'"),
        (lambda b: b["objects"][1].pop("external_references"), "objects[1] has no id of ATT&CK"),
        (lambda b: b.update(objects=b["objects"][:1]), "holds no group"),
        (lambda b: b["objects"][1].update(aliases={}), "objects[1] has 'aliases'"),
    ],
)
def test_a_damaged_bundle_is_refused_whole_with_its_place(change: Callable[[Any], Any], what: str) -> None:
    message = refusal(read_attack, changed(ATTACK, change))
    assert message.startswith("list: ")
    assert what in message


def test_only_bundles_look_like_one() -> None:
    assert [looks_like_attack(data) for data in (ATTACK, ACTORS, MICROSOFT)] == [True, False, False]
