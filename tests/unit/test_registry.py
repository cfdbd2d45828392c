from __future__ import annotations

import sys
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import UnknownPartError
from alleged.extract import EXTRACTORS
from alleged.knowledge import FORMATS
from alleged.ledger import LEDGERS
from alleged.registry import Registry
from alleged.text import READERS

if TYPE_CHECKING:
    from pathlib import Path

SHELVES: Registry[Any] = Registry(
    "shelves", {"places": "alleged.errors:Place", "lost": "alleged.nowhere:Thing"}
)


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed distribution that brings a shelf of its own, and one under a name that is ours."""
    (tmp_path / "plugged_shelf.py").write_text("class Shelf:\n    pass\n")
    info = tmp_path / "plugged_shelf-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugged-shelf\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[alleged.shelves]\noak = plugged_shelf:Shelf\nplaces = plugged_shelf:Shelf\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_a_part_is_found_by_its_name() -> None:
    assert SHELVES.get("places").__name__ == "Place"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownPartError, match=r"no shelves named 'palces'; known: lost, places"):
        SHELVES.get("palces")


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    assert SHELVES.names() == ("places", "lost")
    with pytest.raises(ModuleNotFoundError):
        SHELVES.get("lost")


def test_installed_parts_come_after_our_own(plugged: Path) -> None:
    assert SHELVES.names() == ("places", "lost", "oak")
    assert "plugged_shelf" not in sys.modules
    assert SHELVES.get("oak").__module__ == "plugged_shelf"


def test_an_installed_part_cannot_take_the_name_of_ours(plugged: Path) -> None:
    assert SHELVES.get("places").__module__ == "alleged.errors"


def test_other_groups_do_not_see_it(plugged: Path) -> None:
    assert "oak" not in Registry[Any]("readers", {}).names()
    assert [point.name for point in metadata.entry_points(group="alleged.shelves")] != []


@pytest.mark.parametrize(
    "registry", [EXTRACTORS, FORMATS, LEDGERS, READERS], ids=lambda registry: registry.group
)
def test_every_part_of_ours_can_be_had(registry: Registry[Any]) -> None:
    assert registry.own
    for name in registry.own:
        assert registry.get(name)
