from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest

from alleged.errors import Unreadable
from alleged.flow.archives import Archive
from alleged.flow.sources import find_sources, open_source
from alleged.model.vocabulary import Reason
from alleged.text import SIZE_LIMIT
from alleged.text.children import members
from tests.hostile.archives import TRICKS, make_tar, make_tar_with_devices, make_zip

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.flow.sources import Source

FILES = {"a/story.txt": b"China denied it.", "b.html": b"<p>It did.</p>"}


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def outcomes(path: Path) -> dict[str, bytes | str]:
    """What opening each source of a path gives: bytes, or a reason."""
    return {
        source.name.removeprefix(str(path)): outcome(source) for source in find_sources([str(path)]).sources
    }


def outcome(source: Source) -> bytes | str:
    try:
        return open_source(source, SIZE_LIMIT)
    except Unreadable as error:
        return str(error.reason) if str(error).startswith(f"{source.name}: ") else "without its place"


@pytest.mark.parametrize(
    ("name", "data"), [("c.zip", make_zip(FILES)), ("c.tgz", make_tar(FILES, "gz")), ("odd", make_tar(FILES))]
)
def test_the_files_of_an_archive_are_inputs(tmp_path: Path, name: str, data: bytes) -> None:
    path = write(tmp_path, name, data)
    assert outcomes(path) == {f"!/{file}": words for file, words in FILES.items()}
    assert list(tmp_path.iterdir()) == [path]


def test_an_archive_in_a_folder_is_read_and_what_nobody_means_is_passed_over(tmp_path: Path) -> None:
    hidden = {"README.md": b"x", "__MACOSX/._b": b"x", ".git/c": b"x"}
    path = write(tmp_path, "c.zip", make_zip({**FILES, **hidden}))
    found = find_sources([str(tmp_path)])
    assert [source.name for source in found.sources] == [f"{path}!/{file}" for file in FILES]
    assert found.skipped == tuple(f"{path}!/{file}" for file in hidden)


def test_tricks_are_refused_by_name_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "c.tar", make_tar({**dict.fromkeys(TRICKS, b"x"), **FILES}))
    found = outcomes(path)
    assert [reason for reason in found.values() if isinstance(reason, str)] == ["unsafe-path"] * len(TRICKS)
    assert [words for words in found.values() if isinstance(words, bytes)] == list(FILES.values())


def test_devices_are_not_opened(tmp_path: Path) -> None:
    found = outcomes(write(tmp_path, "c.tar", make_tar_with_devices()))
    assert list(found.values()) == [*["unsafe-path"] * 4, b"China denied it."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_zip({}), Reason.NO_READABLE_FILE),
        (make_zip({".hidden": b"x"}), Reason.NO_READABLE_FILE),
        (make_zip({"mimetype": b"x"}), Reason.BINARY),
        (make_zip(FILES)[:60], Reason.DAMAGED),
        (b"\x1f\x8b\x08" + bytes(50), Reason.DAMAGED),
    ],
    ids=["empty", "hidden", "office", "cut", "gzip"],
)
def test_an_archive_that_gives_nothing_is_one_input_with_a_reason(
    tmp_path: Path, data: bytes, reason: Reason
) -> None:
    assert outcomes(write(tmp_path, "c.zip", data)) == {"": reason.value}


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = {"in.zip": make_zip(FILES), "in.tar": make_tar(FILES), "in.tgz": make_tar(FILES, "gz")}
    found = outcomes(write(tmp_path, "c.zip", make_zip({**inner, **FILES})))
    assert list(found.values()) == [*["nested-archive"] * 3, *FILES.values()]


def test_what_comes_after_a_member_that_ends_the_child_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "c.zip", make_zip(FILES))
    archive = Archive(path)
    assert archive.read(0) == FILES["a/story.txt"]
    assert archive._asked
    os.kill(archive._asked.child.process.pid, 11)
    with pytest.raises(Unreadable, match="SIGSEGV"):
        archive.read(1)
    assert archive.read(1) == FILES["b.html"]
    archive.close()


def test_the_child_ends_with_the_archive(tmp_path: Path) -> None:
    archive = Archive(write(tmp_path, "c.zip", make_zip(FILES)))
    archive.read(0)
    assert archive._asked
    process = archive._asked.child.process
    del archive
    gc.collect()
    assert process.returncode is not None


def test_an_answer_that_is_no_list_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(write(tmp_path, "c.zip", make_zip(FILES)))
    monkeypatch.setattr(members, "LONGEST_NAME", 5)
    with pytest.raises(Unreadable, match="too long"):
        archive.list()


def test_a_pipe_is_not_looked_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [source.archive for source in find_sources([str(tmp_path / "pipe")]).sources] == [None]
