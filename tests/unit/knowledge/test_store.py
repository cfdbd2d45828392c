from __future__ import annotations

import os
import shutil
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.errors import KnowledgeError, UnknownPartError
from alleged.knowledge import FORMATS, read_authority
from alleged.knowledge.keys import name_key
from alleged.knowledge.known import Choice
from alleged.knowledge.shelf import Shelf
from alleged.knowledge.store import COMPILED, make_knowledge, open_knowledge
from alleged.model.entity import Alias, Authority, Entity, EntityKind
from tests.unit.knowledge.authorities import (
    ACTORS,
    ATTACK,
    MICROSOFT,
    changed,
    make_authority,
    make_entity,
    own_lists,
)
from tests.unit.knowledge.sanctions import read, refusal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.alone

MOST_SECONDS = 0.5


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Path:
    """A folder of our own with the packaged lists loaded."""
    return shutil.copytree(loaded, tmp_path / "knowledge")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("galaxy-actors.json", "misp-paper-group"),
        ("attack.json", "attack-enterprise"),
        ("microsoft.json", "microsoft"),
        ("ofac-sdn.csv", "ofac-sdn"),
        ("ofac-sdn-advanced.xml", "ofac-sdn"),
        ("uk-sanctions.csv", "uk-sanctions"),
        ("uk-sanctions.xml", "uk-sanctions"),
        ("opensanctions.csv", "opensanctions"),
    ],
)
def test_a_list_is_recognised_by_its_content(file: str, name: str) -> None:
    assert read_authority(read(file), "whatever.bin").name == name


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"once upon a time", b"<html></html>", b"\x00\xff" * 50])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    assert refusal(read_authority, data).startswith("list: is ")


def test_every_format_can_be_had() -> None:
    assert all(FORMATS.get(name).title for name in FORMATS.names())


def test_the_same_name_is_found_with_every_authority_that_uses_it() -> None:
    with closing(make_knowledge(own_lists())) as known:
        told = [(entity.authority, entity.version, entity.name) for entity in known.find("paper-kite")]
    digest = read_authority(MICROSOFT, "x").version
    assert told == [
        ("misp-paper-group", "7", "APT991"),
        ("misp-paper-group", "7", "Tin Whistle"),
        ("microsoft", digest, "Copper Gale"),
    ]


def test_what_is_asked_for_can_be_narrowed() -> None:
    with closing(make_knowledge(own_lists())) as known:
        assert [each.authority for each in known.find("APT991", known.choose(["microsoft"]))] == ["microsoft"]
        assert known.find("APT991", known.choose(kinds=[EntityKind.TOOL])) == ()
        tools = [each.name for each in known.entities(known.choose(kinds=[EntityKind.TOOL]))]
        assert tools == ["GullDoor", "oarlock"]
        with pytest.raises(UnknownPartError, match="no authority named 'nobody'; known: attack-enterprise"):
            known.choose(["nobody"])


def test_an_unknown_name_and_no_name_find_nothing() -> None:
    with closing(make_knowledge(own_lists())) as known:
        assert known.find("Nobody at all") == known.find("?!") == known.find("") == ()


def test_ids_lead_to_entries() -> None:
    with closing(make_knowledge(own_lists())) as known:
        assert [each.authority for each in known.find_by_ref("G9001")] == [
            "misp-paper-group",
            "attack-enterprise",
        ]
        heron = known.find_entity("attack-enterprise", "G9001")
        assert heron
        assert heron.name == "COPPER HERON"
        assert known.find_entity("microsoft", "G9001") is None


def test_weak_names_are_known_but_not_looked_for_in_text() -> None:
    weak = Entity("quayside", "1", "9", EntityKind.PERSON, "Zoran Heron", (Alias("Captain", weak=True),))
    with closing(make_knowledge([make_authority(weak)])) as known:
        assert known.find("captain") == (weak,)
        assert [hit.key for hit in known.index.find("Captain Zoran Heron")] == ["zoranheron"]


def test_what_was_loaded_is_not_loaded_again_and_quick_to_have(folder: Path) -> None:
    before = (folder / COMPILED).stat().st_mtime_ns
    start = time.perf_counter()
    with closing(open_knowledge(folder)) as known:
        count = sum(1 for _ in known.entities())
        assert known.index.find("APT31 did")
    assert time.perf_counter() - start < MOST_SECONDS
    assert count > 10_000
    assert (folder / COMPILED).stat().st_mtime_ns == before


def test_a_list_that_is_added_is_there_and_gone_when_removed(folder: Path) -> None:
    shelf = Shelf(folder)
    shelf.put(read_authority(ATTACK, "here/attack.json"), ATTACK)
    with closing(open_knowledge(folder)) as known:
        assert known.versions()["attack-enterprise"] == "99.1"
        assert known.authorities[-1].source == "here/attack.json"
        assert known.index.find("said COPPER HERON did")
    assert shelf.remove("attack-enterprise")
    assert not shelf.remove("attack-enterprise")
    with closing(open_knowledge(folder)) as known:
        assert "attack-enterprise" not in known.versions()


def test_an_added_list_takes_the_place_of_the_packaged_one(folder: Path) -> None:
    data = changed(ACTORS, lambda cluster: cluster.update(type="threat-actor", version=9_999))
    Shelf(folder).put(read_authority(data, "newer.json"), data)
    with closing(open_knowledge(folder)) as known:
        assert known.versions()["misp-threat-actor"] == "9999"
        assert next(known.entities(known.choose(["misp-threat-actor"]))).name == "APT991"


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\x01" * 200])
def test_a_damaged_compiled_file_is_made_anew(folder: Path, damage: bytes) -> None:
    (folder / COMPILED).write_bytes(damage)
    with closing(open_knowledge(folder)) as known:
        assert known.find("APT31")


def test_a_list_that_was_damaged_on_the_shelf_is_told_by_where_it_came_from(folder: Path) -> None:
    shelf = Shelf(folder)
    shelf.put(read_authority(ATTACK, "here/attack.json"), ATTACK)
    (file,) = shelf.files()
    file.write_bytes(ATTACK[:100])
    with pytest.raises(KnowledgeError, match=r"here/attack\.json"):
        open_knowledge(folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(KnowledgeError, match="set ALLEGED_KNOWLEDGE to a folder that can"):
        open_knowledge(tmp_path / "inside")


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnowledgeError, match="set ALLEGED_KNOWLEDGE to a folder that can"):
        open_knowledge(tmp_path / "file")
    with pytest.raises(KnowledgeError, match="set ALLEGED_KNOWLEDGE to a folder that can"):
        Shelf(tmp_path / "file").put(make_authority(), b"")


@pytest.mark.parametrize("name", ["plain", "../over", "a/b", ".", "..", "ü", "misp-x.list"])
def test_whatever_an_authority_is_called_its_list_stays_on_the_shelf(tmp_path: Path, name: str) -> None:
    shelf = Shelf(tmp_path / "shelf")
    shelf.put(make_authority(name=name), b"data")
    (file,) = shelf.files()
    assert (file.parent, file.read_bytes(), shelf.source(file)) == (shelf.folder, b"data", f"{name}.json")
    assert shelf.remove(name)
    assert list(shelf.folder.iterdir()) == []


texts = st.text(min_size=1, max_size=12)
aliases = st.builds(Alias, texts, st.none() | texts, st.none() | texts, st.booleans())
entities = st.builds(
    Entity,
    authority=st.just("quayside"),
    version=st.just("1"),
    id=texts,
    kind=st.sampled_from(EntityKind),
    name=texts,
    aliases=st.lists(aliases, max_size=3).map(tuple),
    country=st.none() | st.just("NO"),
    refs=st.lists(texts, max_size=2).map(tuple),
    programs=st.lists(texts, max_size=2).map(tuple),
    listed=st.none() | st.just("2024-03"),
    born=st.lists(texts, max_size=2).map(tuple),
)


@given(st.lists(entities, max_size=6, unique_by=lambda entity: entity.id))
def test_what_is_kept_comes_back_as_it_was(listed: list[Entity]) -> None:
    with closing(make_knowledge([make_authority(*listed)])) as known:
        assert list(known.entities()) == listed
        for entity in listed:
            names = [entity.name, *(alias.name for alias in entity.aliases)]
            assert all(entity in known.find(name) for name in names if name_key(name))
            assert known.find_entity("quayside", entity.id) == entity


@given(st.permutations(own_lists()))
def test_the_order_of_loading_changes_no_answer_but_its_order(order: list[Authority]) -> None:
    with closing(make_knowledge(own_lists())) as one, closing(make_knowledge(order)) as other:
        assert set(one.find("APT991")) == set(other.find("APT991"))
        assert one.index.find("APT991 and Tin Whistle") == other.index.find("APT991 and Tin Whistle")


def test_a_choice_of_nothing_named_admits_all() -> None:
    assert Choice().admits(make_entity("1", "Heron"))
    assert not Choice(kinds=frozenset({EntityKind.FIRM})).admits(make_entity("1", "Heron"))


def test_an_authority_without_entities_is_listed() -> None:
    empty = Authority("nobody", "Nobody's list", "1", "nobody.json", ())
    with closing(make_knowledge([empty])) as known:
        assert [(each.name, each.entities, each.names) for each in known.authorities] == [("nobody", 0, 0)]
        assert known.index.find("anything at all") == ()
