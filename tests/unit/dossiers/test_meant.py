from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.joining import ref_of
from alleged.dossiers.meant import find_meant, find_ref
from alleged.errors import InputError, UnknownPartError
from alleged.knowledge.store import open_knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge

INTRUSION_SET = "misp-mitre-intrusion-set"


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with closing(open_knowledge(tmp_path_factory.mktemp("knowledge"))) as opened:
        yield opened


@pytest.mark.parametrize(
    "written",
    [
        f"{INTRUSION_SET}:4283ae19-69c7-4347-a35e-b56f08eb660b",
        f"{INTRUSION_SET}:G0128",
        "mitre-intrusion-set:G0128",
        "mitre-intrusion-set:zirconium",
    ],
)
def test_an_entity_may_be_written_in_several_ways(knowledge: Knowledge, written: str) -> None:
    entity = find_meant(knowledge, written, "APT31")
    assert (entity.authority, entity.name) == (INTRUSION_SET, "ZIRCONIUM")
    assert find_ref(knowledge, ref_of(entity)) == entity


def test_the_shortest_name_of_an_authority_is_not_taken_for_a_longer_one(knowledge: Knowledge) -> None:
    assert find_meant(knowledge, "threat-actor:APT31", "APT31").authority == "misp-threat-actor"


@pytest.mark.parametrize("written", ["APT31", ":APT31", "threat-actor:", ""])
def test_what_is_no_authority_and_id_is_told(knowledge: Knowledge, written: str) -> None:
    with pytest.raises(InputError, match="write it as authority:id"):
        find_meant(knowledge, written, "APT31")


def test_an_unknown_authority_is_told_with_those_that_are_known(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownPartError, match=r"no authority named 'mitre'; known: .*misp-threat-actor"):
        find_meant(knowledge, "mitre:G0128", "APT31")


def test_an_unknown_id_is_told_with_what_the_name_stands_for_there(knowledge: Knowledge) -> None:
    with pytest.raises(InputError) as raised:
        find_meant(knowledge, "mitre-intrusion-set:X9999", "APT31")
    told = str(raised.value)
    assert told.startswith(f"{INTRUSION_SET} has no entity 'X9999'; near it: ZIRCONIUM ({INTRUSION_SET}:4283")


def test_an_unknown_name_is_told_with_names_near_it(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match=r"near it: .*ZIRCONIUM"):
        find_meant(knowledge, "mitre-intrusion-set:zirconum", "nobody at all")
    with pytest.raises(InputError, match="does not list 'nobody at all' either; choose another list"):
        find_meant(knowledge, "mitre-intrusion-set:?????", "nobody at all")


def test_a_name_of_several_entities_is_not_chosen_from(knowledge: Knowledge) -> None:
    with pytest.raises(
        InputError, match=r"has 2 entities 'Ministry of State Security'; choose one: "
    ) as told:
        find_meant(knowledge, "intelligence-agency:Ministry of State Security", "MSS")
    assert "(China)" in str(told.value)
    assert "(North Korea)" in str(told.value)


def test_an_entity_that_a_list_no_longer_has(knowledge: Knowledge) -> None:
    assert find_ref(knowledge, "misp-threat-actor:gone") is None
