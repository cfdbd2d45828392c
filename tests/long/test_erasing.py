from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.erasing import kill_in_the_middle

if TYPE_CHECKING:
    from pathlib import Path


def test_killed_while_it_writes_the_file_it_is_done_or_not(tmp_path: Path) -> None:
    ends = kill_in_the_middle(tmp_path, times=300)
    print(ends)
    assert set(ends) == {True, False}
    assert ends.total() == 300
