"""What stands in an archive: names and bytes, member by member, and nothing that is not a plain file.

Nothing is ever unpacked to a disk. The size that an archive says it has is held against what it may become
before a member is read, and what comes out is counted again. Meant to run in a child process.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Protocol, cast

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_FILES = 10_000
"""Files that an archive may hold."""
MOST_BYTES = 512 * 2**20
"""Bytes that all its files may have together."""
MOST_TIMES = 100
"""How many times as large as it is it may become."""
SLACK = 2**20
"""Bytes that anything may have, however small it was."""
LONGEST_NAME = 400
HEAD = 265
"""Bytes at the beginning of a file that tell whether it is an archive."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED: dict[bytes, Callable[[IO[bytes]], object]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
"""How a tar file may be packed: the first bytes, and what unpacks it."""
_TAR_MARK, _TAR_AT = b"ustar", 257
_OFFICE = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
_DRIVE = re.compile(r"[A-Za-z]:")
_PARTS = re.compile(r"[/\\]")
_LOCKED = 0x1
_UNIX = 3
_DAMAGE = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)
"""What the libraries raise over an archive that is broken, or packed in a way that they do not know."""
_CURE = "get the archive again, or unpack it and read what it holds"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; `refused` says why it is not read, if it is not."""

    name: str
    refused: Reason | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of an archive in order, and why there may be more of them, if there may be."""

    members: tuple[Member, ...]
    rest: Reason | None = None


class Archive(Protocol):
    """An open archive."""

    def list(self) -> Contents:
        """What it holds; raises Unreadable where nothing can be said of it."""
        ...

    def read(self, index: int, most: int) -> bytes:
        """The bytes of the member at this place of the list, at most `most`; raises Unreadable."""
        ...


def looks_like_archive(head: bytes) -> bool:
    """Whether a file that begins so is an archive (or a document that is packed as one)."""
    return head.startswith((*_ZIP, *_PACKED)) or head[_TAR_AT:].startswith(_TAR_MARK)


def open_archive(file: IO[bytes], size: int) -> Archive:
    """The archive in a file of `size` bytes; raises Unreadable where it is damaged or of no known kind."""
    head = file.read(HEAD)
    file.seek(0)
    try:
        if head.startswith(_ZIP):
            return ZipArchive(zipfile.ZipFile(file))
        for magic, unpack in _PACKED.items():
            if head.startswith(magic):
                return _open_packed(cast("IO[bytes]", unpack(file)), size)
        return TarArchive(tarfile.open(fileobj=file, mode="r:"))
    except ExpandsError as error:
        what = f"becomes more than {MOST_TIMES} times as large as it is"
        raise Unreadable(Reason.EXPANDS_TOO_FAR, what, cure=_CURE) from error
    except _DAMAGE as error:
        raise _damaged(error) from error


def _open_packed(file: IO[bytes], size: int) -> Archive:
    bounded = _Bounded(file, min(MOST_BYTES, _allowed(size)))
    return TarArchive(tarfile.open(fileobj=cast("IO[bytes]", bounded), mode="r:"))


class ZipArchive:
    """A zip file."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._infos = [info for info in file.infolist() if not info.is_dir()]

    def list(self) -> Contents:
        """What it holds; raises Unreadable where that is an office document, or too much."""
        names = {info.filename for info in self._file.infolist()[:_FIRST]}
        if names & _OFFICE:
            cure = "save it as text, HTML or PDF"
            raise Unreadable(Reason.BINARY, "is an office document or a program in a zip file", cure=cure)
        _check_count(len(self._infos))
        total = 0
        members = []
        for info in self._infos:
            total += info.file_size
            members.append(Member(_tidy(info.filename), _find_flaw(info, total)))
        return Contents(tuple(members))

    def read(self, index: int, most: int) -> bytes:
        """The bytes of one member; raises Unreadable."""
        info = self._infos[index]
        _check_size(info.file_size, most)
        try:
            return self._file.read(info)
        except _DAMAGE as error:
            raise _damaged(error) from error


class TarArchive:
    """A tar file, packed or not."""

    def __init__(self, file: tarfile.TarFile) -> None:
        self._file = file
        self._infos: list[tarfile.TarInfo] = []

    def list(self) -> Contents:
        """What it holds, as far as it can be followed; raises Unreadable where that is too much."""
        members = []
        rest = None
        total = 0
        try:
            for info in self._each():
                total += info.size
                members.append(Member(_tidy(info.name), _find_tar_flaw(info, total)))
        except ExpandsError:
            rest = Reason.EXPANDS_TOO_FAR
        except _DAMAGE:
            rest = Reason.DAMAGED
        return Contents(tuple(members), rest)

    def _each(self) -> Iterator[tarfile.TarInfo]:
        for info in self._file:
            if not info.isdir():
                self._infos.append(info)
                _check_count(len(self._infos))
                yield info

    def read(self, index: int, most: int) -> bytes:
        """The bytes of one member; raises Unreadable."""
        info = self._infos[index]
        _check_size(info.size, most)
        try:
            file = self._file.extractfile(info)
            data = file.read(most + 1) if file else b""
        except (ExpandsError, *_DAMAGE) as error:
            raise _damaged(error) from error
        if len(data) != info.size:
            raise _damaged(EOFError("it ends before its time"))
        return data


class ExpandsError(Exception):
    """More comes out of a packed file than may."""


class _Bounded:
    """A packed file out of which no more than so many bytes may come."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._most = most

    def read(self, size: int = -1) -> bytes:
        """The next bytes; raises ExpandsError beyond the limit."""
        room = self._most + 1 - self._file.tell()
        data = self._file.read(min(size, room) if size >= 0 else room)
        self._check(self._file.tell())
        return data

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place from the beginning; raises ExpandsError beyond the limit."""
        self._check(place)
        return self._file.seek(place, whence)

    def tell(self) -> int:
        """Where we are."""
        return self._file.tell()

    def _check(self, place: int) -> None:
        if place > self._most:
            raise ExpandsError


_FIRST = 10
"""Members among which an office document has those that tell it."""


def _check_count(count: int) -> None:
    if count > MOST_FILES:
        what = f"is an archive of more than the {MOST_FILES:,} files that are read"
        raise Unreadable(Reason.TOO_MANY_FILES, what, cure="split it")


def _check_size(size: int, most: int) -> None:
    if size > most:
        what = f"has {size:,} bytes, more than the {most:,} that are read"
        raise Unreadable(Reason.TOO_LARGE, what, cure="split it")


def _damaged(error: Exception) -> Unreadable:
    return Unreadable(Reason.DAMAGED, f"cannot be unpacked ({error})"[:200], cure=_CURE)


def _allowed(size: int) -> int:
    return max(SLACK, size * MOST_TIMES)


def _find_flaw(info: zipfile.ZipInfo, total: int) -> Reason | None:
    """Why a member of a zip file is not read; `total` are the bytes up to its end."""
    mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
    if not _is_safe(info.filename) or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
        return Reason.UNSAFE_PATH
    if info.flag_bits & _LOCKED:
        return Reason.ENCRYPTED
    swells = info.file_size > _allowed(info.compress_size) or total > MOST_BYTES
    return Reason.EXPANDS_TOO_FAR if swells else None


def _find_tar_flaw(info: tarfile.TarInfo, total: int) -> Reason | None:
    """Why a member of a tar file is not read; `total` are the bytes up to its end."""
    if not _is_safe(info.name) or not info.isreg():
        return Reason.UNSAFE_PATH
    return Reason.EXPANDS_TOO_FAR if total > MOST_BYTES else None


def _is_safe(name: str) -> bool:
    """Whether a name leads to a place inside the archive, on any system."""
    parts = _PARTS.split(name)
    leads_out = not parts[0] or ".." in parts or _DRIVE.match(name) or "\0" in name
    return not leads_out and len(name) <= LONGEST_NAME


def _tidy(name: str) -> str:
    """A name to show: as it is, but for what is no character, and no longer than a line."""
    shown = name.replace("\0", "\\0").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return shown[:LONGEST_NAME] or "?"
