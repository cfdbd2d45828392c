from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.limits import check_full

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(tmp_path: Path) -> None:
    codes = check_full(tmp_path, sizes=100)
    print(codes)
    assert set(codes) <= {0, 3}
    assert codes[3] >= 50, f"the limits must hit: {codes}"
