from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.matrix import By
from alleged.dossiers.parts import take_about, take_newest
from alleged.ledger import open_ledger
from alleged.server.comparing import recall_choices, recall_matrix
from alleged.server.desk import Desk
from alleged.server.rendering import environment
from tests.unit.dossiers.library import LIBRARY, add_stories

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.dossiers.parts import Part


def tell(part: Part) -> str:
    return str(environment().get_template("subjects.html").make_module().comparing(part))  # type: ignore[attr-defined]


def test_a_part_says_of_how_much_it_is(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY)
        assert "3 of 9 claims, of 1 of 3 documents, the newest" in tell(take_newest(opened, 3))
        named = tell(take_about(opened, "China", 3))
        assert "the newest 1 of 3 documents with this name, and documents that may answer them" in named
        assert tell(take_newest(opened)).strip() == ""


def test_what_was_compared_is_kept(read_ledger: Path) -> None:
    desk = Desk.open(str(read_ledger), "anna")
    matrix = recall_matrix(desk, "APT31", By.SPEAKER)
    assert desk.part("APT31").is_whole
    assert recall_matrix(desk, "APT31") is matrix
    assert recall_matrix(desk, "APT31", By.ORIGIN) is not matrix


def test_private_persons_are_not_offered(read_ledger: Path) -> None:
    desk = Desk.open(str(read_ledger), "anna")
    offered = {choice.of for choice in recall_choices(desk).names}
    assert "APT31" in offered
    assert "Zhao Guangzong" not in offered
