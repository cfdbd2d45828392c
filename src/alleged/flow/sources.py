"""Which files a command line means, and their bytes."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from alleged.errors import Place, Unreadable
from alleged.flow.archives import Archive, words_for
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason
from alleged.text import placed
from alleged.text.archives import HEAD, looks_like_archive
from alleged.text.children.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.text.archives import Member

STANDARD_INPUT = "-"
INSIDE = "!/"
"""Stands between the name of an archive and that of a file in it."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,30}://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: a file, an address, or standard input (no path). Nothing is opened yet.

    A file in an archive has its `archive` and the `member` that it is there; what is refused already, for its
    name, its archive's or its site's sake, has its `refusal`.
    """

    name: str
    path: Path | None = None
    archive: Archive | None = None
    member: int = 0
    refusal: Unreadable | None = None
    url: str | None = None
    data: bytes | None = field(default=None, repr=False)
    """What was fetched."""
    given: Metadata = field(default_factory=Metadata)
    """What is known of this one document."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What there is to read, in order, and what was passed over in folders: hidden files, READMEs, links."""

    sources: tuple[Source, ...]
    skipped: tuple[str, ...] = ()


def find_sources(paths: Iterable[str]) -> Sources:
    """The inputs that `paths` name: files, folders and archives file by file, "-" for standard input.

    A path that is missing, or a folder without a file to read, stays in the list: opening it says why.
    """
    sources: list[Source] = []
    skipped: list[str] = []
    for path in paths:
        if path == STANDARD_INPUT:
            sources.append(Source(STANDARD_INPUT))
        elif _ADDRESS.match(path):
            sources.append(Source(_source(path).name, url=path))
        elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent is closed
            found = _find_in_folder(path)
            sources += found.sources or (_source(path),)
            skipped += found.skipped
        else:
            found = look_into(_source(path))
            sources += found.sources
            skipped += found.skipped
    return Sources(tuple(sources), tuple(skipped))


def look_into(source: Source) -> Sources:
    """The files of an archive, or the file itself where it is none."""
    if source.path is None or not _is_archive(source.path):
        return Sources((source,))
    archive = Archive(source.path)
    try:
        contents = archive.list()
    except Unreadable as error:
        return Sources((replace(source, refusal=error),))
    found = _find_in_archive(source, archive, contents.members)
    if contents.rest or not found.sources:
        rest = replace(source, refusal=words_for(contents.rest or Reason.NO_READABLE_FILE))
        return replace(found, sources=(*found.sources, rest))
    return found


def _find_in_archive(source: Source, archive: Archive, members: Sequence[Member]) -> Sources:
    sources: list[Source] = []
    skipped: list[str] = []
    for number, member in enumerate(members):
        name = f"{source.name}{INSIDE}{member.name}"
        if all(_is_document(part) for part in member.name.split("/")) or member.refused:
            refusal = words_for(member.refused) if member.refused else None
            sources.append(Source(name, source.path, archive, number, refusal))
        else:
            skipped.append(name)
    return Sources(tuple(sources), tuple(skipped))


def _is_archive(path: Path) -> bool:
    """Whether a plain file begins as an archive does; what cannot be opened is told when it is read."""
    if not os.path.isfile(path):  # noqa: PTH113 - never raises
        return False
    try:
        with path.open("rb") as file:
            return looks_like_archive(file.read(HEAD))
    except OSError:
        return False


def _source(path: str) -> Source:
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return Source(shown, Path(path))


def _find_in_folder(folder: str) -> Sources:
    closed: list[str] = []
    readable: list[str] = []
    skipped: list[str] = []
    for path in _walk(folder, closed):
        plain = _is_document(Path(path).name) and os.path.isfile(path)  # noqa: PTH113 - never raises
        (readable if plain else skipped).append(path)
    found = [look_into(_source(path)) for path in sorted([*readable, *closed])]
    inside = [name for each in found for name in each.skipped]
    shown = [_source(path).name for path in sorted(skipped)]
    return Sources(tuple(source for each in found for source in each.sources), (*shown, *inside))


def _is_document(name: str) -> bool:
    """Whether a file of a folder is meant: a README speaks of the folder, and a hidden file of nothing."""
    return not name.startswith(".") and not name.upper().startswith("README")


def _walk(folder: str, closed: list[str]) -> Iterator[str]:
    """Every file and every folder that is not entered; folders that may not be listed go to `closed`."""
    for root, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        shut = {name for name in folders if name.startswith(".") or Path(root, name).is_symlink()}
        folders[:] = [name for name in folders if name not in shut]
        yield from (os.path.join(root, name) for name in (*names, *shut))  # noqa: PTH118 - keeps "./"


def close_behind(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources in turn, with no archive left open behind the last one that was in it."""
    archive = None
    for source in sources:
        if archive is not None and source.archive is not archive:
            archive.close()
        archive = source.archive
        yield source
    if archive is not None:
        archive.close()


def open_source(source: Source, max_bytes: int) -> bytes:
    """The bytes of `source`; raises Unreadable if there are none to be had, or more than `max_bytes`."""
    if source.url is not None:
        return _open_fetched(source, max_bytes)
    if source.archive or source.refusal:
        with placed(source.name):
            return _open_member(source, max_bytes)
    if source.path is None:
        return _read(sys.stdin.buffer, source, max_bytes)
    try:
        with source.path.open("rb") as file:
            _check_size(os.fstat(file.fileno()).st_size, source, max_bytes)
            return _read(file, source, max_bytes)
    except OSError as error:
        raise _unreadable(source, error) from error


def _open_member(source: Source, max_bytes: int) -> bytes:
    if source.refusal or source.archive is None:
        raise source.refusal or words_for(Reason.MISSING)
    data = source.archive.read(source.member)
    _check_size(len(data), source, max_bytes)
    return data


def _open_fetched(source: Source, max_bytes: int) -> bytes:
    if source.refusal:
        raise source.refusal
    if source.data is None:
        what, cure = "it is an address, and nothing is fetched unasked", "add --fetch to `alleged read`"
        raise Unreadable(Reason.NOT_FETCHED, what, Place(source.name), cure)
    _check_size(len(source.data), source, max_bytes)
    return source.data


def _read(file: IO[bytes], source: Source, max_bytes: int) -> bytes:
    data = file.read(max_bytes + 1)
    _check_size(len(data), source, max_bytes)
    return data


def _check_size(size: int, source: Source, max_bytes: int) -> None:
    if size > max_bytes:
        what = f"larger than the {max_bytes // MEGABYTE} MB that are read at most"
        raise Unreadable(Reason.TOO_LARGE, what, Place(source.name), "split it")


def _unreadable(source: Source, error: OSError) -> Unreadable:
    place = Place(source.name)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Unreadable(Reason.MISSING, "there is no such file", place, "check the path")
        case PermissionError():
            return Unreadable(Reason.NOT_PERMITTED, "it may not be read", place, "change its permissions")
        case IsADirectoryError():
            what = "the folder holds no file to read"
            return Unreadable(Reason.NO_READABLE_FILE, what, place, "name a file, or another folder")
        case _:
            what = f"it cannot be read ({error.strerror or error})"
            return Unreadable(Reason.STAGE_ERROR, what, place, "copy it elsewhere and try again")
