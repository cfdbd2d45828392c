from __future__ import annotations

import io

import pytest

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text import archives
from alleged.text.archives import HEAD, LONGEST_NAME, Contents, Member, looks_like_archive, open_archive
from tests.hostile.archives import (
    MEGABYTE,
    TRICKS,
    make_tar,
    make_tar_with_devices,
    make_zip,
    make_zip_with_crc_error,
    make_zip_with_link,
)
from tests.unit.text.pdfs import make_pdf

FILES = {"a/story.txt": b"China denied it.", "b.html": b"<p>It did.</p>", "ü.txt": bytes(range(256)) * 99}
LIMIT = 64 * MEGABYTE


def look(data: bytes) -> Contents:
    return open_archive(io.BytesIO(data), len(data)).list()


def read_all(data: bytes) -> list[bytes]:
    archive = open_archive(io.BytesIO(data), len(data))
    return [archive.read(index, LIMIT) for index in range(len(archive.list().members))]


def read_member(data: bytes, index: int) -> bytes:
    archive = open_archive(io.BytesIO(data), len(data))
    archive.list()
    return archive.read(index, LIMIT)


def refusal(data: bytes, index: int | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        look(data) if index is None else read_member(data, index)
    return caught.value


ALL = {"zip": make_zip(FILES), **{f"tar {p}": make_tar(FILES, p) for p in ("", "gz", "bz2", "xz")}}


@pytest.mark.parametrize("name", ALL)
def test_files_come_out_as_they_went_in(name: str) -> None:
    data = ALL[name]
    assert looks_like_archive(data[:HEAD])
    assert look(data) == Contents(tuple(Member(file) for file in FILES))
    assert read_all(data) == list(FILES.values())


@pytest.mark.parametrize("data", [b"", b"China denied it.", b"<p>x", make_pdf([["Words."]]), b"PK", b"\x1f"])
def test_documents_do_not_look_like_archives(data: bytes) -> None:
    assert not looks_like_archive(data[:HEAD])


def test_folders_are_no_members() -> None:
    assert look(make_zip({"a/": b"", "a/b.txt": b"x"})).members == (Member("a/b.txt"),)


@pytest.mark.parametrize("name", TRICKS)
def test_a_name_that_leads_out_is_refused_and_named(name: str) -> None:
    for data in (make_zip({name: b"x", "fine.txt": b"y"}), make_tar({name: b"x", "fine.txt": b"y"})):
        bad, fine = look(data).members
        assert bad.refused is Reason.UNSAFE_PATH
        assert bad.name.strip("/\\") == name.strip("/\\")
        assert fine == Member("fine.txt")


def test_names_are_shown_without_what_is_no_character() -> None:
    (member,) = look(make_tar({"a\udcffb": b"x"})).members
    assert member.name == "a\\xffb"
    (member,) = look(make_tar({"x" * 5_000: b"x"})).members
    assert (len(member.name), member.refused) == (LONGEST_NAME, Reason.UNSAFE_PATH)


def test_links_and_devices_are_refused() -> None:
    assert [member.refused for member in look(make_zip_with_link("/etc/passwd")).members] == [
        Reason.UNSAFE_PATH
    ]
    refused = [member.refused for member in look(make_tar_with_devices()).members]
    assert refused == [*[Reason.UNSAFE_PATH] * 4, None]


def test_a_member_that_swells_is_refused_before_it_is_unpacked() -> None:
    members = look(make_zip({"bomb.txt": bytes(20 * MEGABYTE), "fine.txt": b"x"})).members
    assert [member.refused for member in members] == [Reason.EXPANDS_TOO_FAR, None]


def test_a_packed_tar_that_swells_is_read_up_to_there() -> None:
    files = {"fine.txt": b"x", "bomb.txt": bytes(50 * MEGABYTE), "after.txt": b"x"}
    contents = look(make_tar(files, "gz"))
    assert contents.rest is Reason.EXPANDS_TOO_FAR
    assert [member.name for member in contents.members] == ["fine.txt", "bomb.txt"]


def test_all_members_together_may_only_be_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 2_500)
    files = {f"{number}.txt": bytes(1_000) for number in range(4)}
    for data in (make_zip(files), make_tar(files)):
        refused = [member.refused for member in look(data).members]
        assert refused == [None, None, Reason.EXPANDS_TOO_FAR, Reason.EXPANDS_TOO_FAR]


def test_an_archive_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    files = {f"{number}.txt": b"x" for number in range(4)}
    for data in (make_zip(files), make_tar(files)):
        assert refusal(data).reason == Reason.TOO_MANY_FILES


def test_a_member_that_is_too_large_is_refused() -> None:
    data = make_tar({"large.txt": bytes(MEGABYTE)})
    archive = open_archive(io.BytesIO(data), len(data))
    archive.list()
    with pytest.raises(Unreadable) as caught:
        archive.read(0, MEGABYTE - 1)
    assert caught.value.reason == Reason.TOO_LARGE


def test_one_bad_member_does_not_spoil_the_others() -> None:
    data = make_zip_with_crc_error(b"abcdefgh" * 10)
    assert refusal(data, 0).reason == Reason.DAMAGED
    archive = open_archive(io.BytesIO(data), len(data))
    assert archive.read(1, LIMIT) == b"China denied it."


def test_a_locked_member_is_refused() -> None:
    data = bytearray(make_zip({"a.txt": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert [member.refused for member in look(bytes(data)).members] == [Reason.ENCRYPTED]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_what_is_cut_off_is_told(name: str, share: float) -> None:
    data = ALL[name][: int(len(ALL[name]) * share)]
    assert Reason.DAMAGED in {outcome for outcome in outcomes(data) if isinstance(outcome, Reason)}


def outcomes(data: bytes) -> list[bytes | Reason | None]:
    """What reading each member gives, and then the rest."""
    try:
        contents = look(data)
    except Unreadable as error:
        return [Reason(error.reason)]
    return [*(outcome(data, index) for index in range(len(contents.members))), contents.rest]


def outcome(data: bytes, index: int) -> bytes | Reason:
    try:
        return read_member(data, index)
    except Unreadable as error:
        return Reason(error.reason)


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"])
def test_an_office_document_is_no_archive(name: str) -> None:
    assert refusal(make_zip({name: b"x", "word/document.xml": b"y"})).reason == Reason.BINARY


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04junk" * 9, b"\x1f\x8b\x08junk", b"BZh9junk", b"\xfd7zXZ\x00junk"]
)
def test_what_only_begins_as_an_archive_is_damaged(data: bytes) -> None:
    assert refusal(data).reason == Reason.DAMAGED
