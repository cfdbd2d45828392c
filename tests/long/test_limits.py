from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.durability.limits import check_few_files, check_full, check_full_disk, mounted

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(tmp_path: Path) -> None:
    codes = check_full(tmp_path, sizes=100)
    print(codes)
    assert set(codes) <= {0, 3}
    assert codes[3] >= 50, f"the limits must hit: {codes}"


def test_too_few_files_are_told_and_lose_nothing(tmp_path: Path) -> None:
    codes = check_few_files(tmp_path, rounds=10)
    print(codes)
    assert set(codes) == {0, 3}
    assert codes[3] >= 30, f"the limits must hit: {codes}"


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    try:
        with mounted(tmp_path / "disk", 65_536):
            pass
    except OSError as fault:
        pytest.skip(f"no disk can be mounted here to be filled: {fault}")
    codes = check_full_disk(tmp_path, tmp_path / "disk", sizes=100)
    print(codes)
    assert set(codes) <= {0, 3}
    assert codes[3] >= 50, f"the disks must be too small: {codes}"
