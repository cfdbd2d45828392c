from __future__ import annotations

import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.durability.library import write_documents
from tests.durability.limits import FILES, check_few_files, check_full, check_full_disk, mounted

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(tmp_path: Path) -> None:
    codes = check_full(tmp_path, sizes=10)
    assert set(codes) <= {0, 3}
    assert codes[3] >= 5, f"the limits must hit: {codes}"


def test_too_few_files_are_told_and_lose_nothing(tmp_path: Path) -> None:
    codes = check_few_files(tmp_path, rounds=1)
    assert set(codes) == {0, 3}
    assert codes.total() == FILES
    assert codes[3] >= 3, f"the limits must hit: {codes}"


@pytest.mark.parametrize("files", [5, 7, 9])
def test_too_few_files_for_the_children_of_the_command_are_told_in_one_line(
    files: int, tmp_path: Path
) -> None:
    write_documents(tmp_path / "texts", 2)
    ended = subprocess.run(
        [sys.executable, "-m", "alleged", "read", "texts", "--ledger", "few.db"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files)),
    )
    assert ended.returncode == 3
    assert ended.stderr.startswith("alleged: ")
    assert "ulimit -n" in ended.stderr
    assert ended.stderr.count("\n") == 1
    open_ledger(tmp_path / "few.db", create=True).close()


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    _skip_unless_mounted(disk)
    codes = check_full_disk(tmp_path, disk, sizes=10)
    assert set(codes) <= {0, 3}
    assert codes[3] >= 4, f"the disks must be too small: {codes}"


def _skip_unless_mounted(disk: Path) -> None:
    try:
        with mounted(disk, 65_536):
            pass
    except OSError as fault:
        pytest.skip(f"no disk can be mounted here to be filled: {fault}")
