"""Archives, good and hostile."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MEGABYTE = 2**20
TRICKS = ("../up.txt", "a/../../up.txt", "/etc/root.txt", "\\root.txt", "C:\\drive.txt", "..\\up.txt", "..")
"""Names that lead out of the folder that an archive is unpacked to."""


def make_zip(files: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """A zip file of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(zipfile.ZipInfo(name) if stored else name, data)
    return stream.getvalue()


def make_zip_with_link(target: str) -> bytes:
    """A zip file whose one member is a link to `target`."""
    info = zipfile.ZipInfo("link.txt")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(info, target)
    return stream.getvalue()


def make_zip_with_crc_error(words: bytes) -> bytes:
    """A zip file with a member whose bytes were changed afterwards, and a good one."""
    whole = make_zip({"bad.txt": words, "good.txt": b"China denied it."}, stored=True)
    return whole.replace(words, words[::-1], 1)


def make_tar(files: Mapping[str, bytes], packing: str = "") -> bytes:
    """A tar file of these files, packed with gz, bz2 or xz."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=f"w:{packing}") as file:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def make_tar_with_devices() -> bytes:
    """A tar file of a link, a hard link, a device, a pipe, and a story."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as file:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(f"odd{number}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            file.addfile(info)
        info = tarfile.TarInfo("story.txt")
        info.size = 16
        file.addfile(info, io.BytesIO(b"China denied it."))
    return stream.getvalue()
