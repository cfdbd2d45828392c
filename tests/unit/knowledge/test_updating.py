from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import KnowledgeError
from alleged.knowledge.changes import Change
from alleged.knowledge.shelf import Shelf
from alleged.knowledge.store import make_knowledge
from alleged.knowledge.updating import add_list, plan_update
from tests.unit.knowledge.authorities import ACTORS, ATTACK, changed, own_lists

if TYPE_CHECKING:
    from pathlib import Path


def newer(cluster: Any) -> None:
    cluster["version"] = 8
    cluster["values"][0]["meta"]["synonyms"].append("New Kite")
    del cluster["values"][1]


def test_an_update_tells_what_it_changes_and_keeps_nothing_yet(tmp_path: Path) -> None:
    with closing(make_knowledge(own_lists())) as known:
        update = plan_update(known, changed(ACTORS, newer), "newer.json")
        assert known.find("New Kite") == ()
    assert (update.before, update.authority.version, update.is_new) == ("7", "8", True)
    told = [(each.change, each.name, each.detail) for each in update.differences]
    assert told == [
        (Change.ENTITY_REMOVED, "Tin Whistle", ""),
        (Change.ALIAS_ADDED, "APT991", "New Kite"),
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_list_that_is_loaded_changes_nothing() -> None:
    with closing(make_knowledge(own_lists())) as known:
        update = plan_update(known, ACTORS, "same.json")
    assert (update.differences, update.is_new) == ((), False)


def test_a_list_that_is_not_loaded_is_added_and_not_updated(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    with closing(make_knowledge([])) as known:
        with pytest.raises(KnowledgeError, match="'alleged knowledge add FILE' adds it"):
            plan_update(known, ATTACK, "attack.json")
        assert add_list(known, shelf, ATTACK, "attack.json").name == "attack-enterprise"
    (file,) = shelf.files()
    assert (file.read_bytes(), shelf.source(file)) == (ATTACK, "attack.json")


def test_a_list_that_is_loaded_is_updated_and_not_added(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    with (
        closing(make_knowledge(own_lists())) as known,
        pytest.raises(
            KnowledgeError, match=r"loaded in version 99\.1; 'alleged knowledge update --from FILE'"
        ),
    ):
        add_list(known, shelf, ATTACK, "attack.json")
    assert shelf.files() == ()


def test_a_damaged_list_is_neither_kept_nor_planned(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    with closing(make_knowledge(own_lists())) as known:
        for act in (
            lambda: add_list(known, shelf, ATTACK[:-9], "a"),
            lambda: plan_update(known, ATTACK[:-9], "a"),
        ):
            with pytest.raises(KnowledgeError, match="is no whole JSON"):
                act()
    assert shelf.files() == ()
