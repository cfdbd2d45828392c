from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alleged.errors import Unreadable
from alleged.flow.sources import Source, close_behind, find_sources, open_source
from alleged.model.vocabulary import Reason
from tests.hostile.archives import make_zip

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.alone

LIMIT = 1000
NOBODY = 65534


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Root may read everything: become somebody who may enter `folder` and no more."""
    uid = os.geteuid()
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)
    os.seteuid(NOBODY if uid == 0 else uid)
    try:
        yield
    finally:
        os.seteuid(uid)


def names(*paths: Path | str) -> list[str]:
    return [source.name for source in find_sources(str(path) for path in paths).sources]


def reason_of(path: Path) -> str:
    with pytest.raises(Unreadable) as stop:
        open_source(Source(str(path), path), LIMIT)
    assert str(path) in str(stop.value)
    assert stop.value.cure
    return stop.value.reason


def test_folders_give_their_files_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == [str(tmp_path / name) for name in ("a/1.txt", "a/2.txt", "b.txt", "c.html")]


def test_inputs_stay_in_the_order_they_were_given(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "y.txt").write_text("x")
    given: list[Path | str] = [tmp_path / "z.txt", "-", tmp_path / "missing", tmp_path / "folder"]
    assert names(*given) == [*map(str, given[:3]), str(tmp_path / "folder" / "y.txt")]


def test_what_is_hidden_or_no_file_is_passed_over_and_said(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "seen.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    found = find_sources([str(tmp_path)])
    assert [source.name for source in found.sources] == [str(tmp_path / "seen.txt")]
    assert found.skipped == tuple(str(tmp_path / name) for name in (".git", ".hidden", "loop", "pipe"))


def test_the_readme_of_a_folder_is_passed_over_and_read_only_by_name(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("what the folder holds")
    (tmp_path / "story.txt").write_text("x")
    assert find_sources([str(tmp_path)]).skipped == (str(tmp_path / "README.md"),)
    assert names(tmp_path) == [str(tmp_path / "story.txt")]
    assert names(tmp_path / "README.md") == [str(tmp_path / "README.md")]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    assert names(tmp_path / ".hidden") == [str(tmp_path / ".hidden")]


def test_a_name_that_is_no_unicode_can_be_shown(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - the path is no proper text
        file.write("words")
    (source,) = find_sources([path]).sources
    assert source.name.encode() == os.fsencode(tmp_path) + b"/\\xff.txt"
    assert open_source(source, LIMIT) == b"words"


def test_a_missing_path_is_an_input_too(tmp_path: Path) -> None:
    assert names(tmp_path / "no.txt") == [str(tmp_path / "no.txt")]
    assert reason_of(tmp_path / "no.txt") == Reason.MISSING


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert reason_of(tmp_path / "file" / "below.txt") == Reason.MISSING


def test_a_folder_without_a_readable_file_is_an_input_too(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    assert names(tmp_path) == [str(tmp_path)]
    assert reason_of(tmp_path) == Reason.NO_READABLE_FILE


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("x")
    path.chmod(0)
    with as_nobody(tmp_path):
        assert reason_of(path) == Reason.NOT_PERMITTED


def test_a_closed_folder_stays_in_the_list_with_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "open.txt").write_text("x")
    with as_nobody(tmp_path):
        assert names(tmp_path) == [str(tmp_path / "closed"), str(tmp_path / "open.txt")]
        assert reason_of(tmp_path / "closed") == Reason.NOT_PERMITTED
    (tmp_path / "closed").chmod(0o755)


def test_a_file_at_the_limit_is_read_and_one_above_is_not(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * LIMIT)
    assert len(open_source(Source("file", path), LIMIT)) == LIMIT
    path.write_bytes(b"x" * (LIMIT + 1))
    assert reason_of(path) == Reason.TOO_LARGE


def test_an_endless_device_is_refused_after_the_limit(tmp_path: Path) -> None:
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert reason_of(tmp_path / "zero") == Reason.TOO_LARGE


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens but cannot be read")
def test_a_file_that_breaks_while_it_is_read_is_a_stage_error(tmp_path: Path) -> None:
    (tmp_path / "memory").symlink_to("/proc/self/mem")
    assert reason_of(tmp_path / "memory") == Reason.STAGE_ERROR


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert open_source(Source("-"), LIMIT) == b"words"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * (LIMIT + 1))))
    with pytest.raises(Unreadable, match="larger than"):
        open_source(Source("-"), LIMIT)


def test_no_archive_is_left_open_behind_its_last_source(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        (tmp_path / name).write_bytes(make_zip({"a.txt": b"It rained.", "b.txt": b"It snowed."}))
    found = find_sources([str(tmp_path)]).sources
    archives = [source.archive for source in found if source.archive]
    living = []
    for source in close_behind(found):
        open_source(source, LIMIT)
        living.append([archive.is_open for archive in (archives[0], archives[-1])])
    assert living == [[True, False], [True, False], [False, True], [False, True]]
    assert not any(archive.is_open for archive in archives)
