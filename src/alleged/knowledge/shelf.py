"""The lists that a user added, as they were given: a file for each authority, and where it came from."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from alleged.errors import KnowledgeError, Place
from alleged.settings import KNOWLEDGE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.model.entity import Authority

_LIST, _ORIGIN = ".list", ".from"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of lists; it is made when the first one is put in."""

    folder: Path

    def files(self) -> tuple[Path, ...]:
        """The files of the lists, by name."""
        return tuple(sorted(self.folder.glob(f"*{_LIST}")))

    def source(self, file: Path) -> str:
        """Where a list came from: a path or an address."""
        origin = file.with_suffix(_ORIGIN)
        return origin.read_text("utf-8") if origin.exists() else str(file)

    def put(self, authority: Authority, data: bytes) -> None:
        """Keeps the bytes of a list, in place of any that this authority had."""
        file = self._file(authority.name)
        with _told_of(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(file.with_suffix(_ORIGIN), authority.source.encode("utf-8", "backslashreplace"))
            write_whole(file, data)

    def remove(self, name: str) -> bool:
        """Takes the list of an authority away; whether there was one."""
        file = self._file(name)
        with _told_of(self.folder):
            there = file.exists()
            file.unlink(missing_ok=True)
            file.with_suffix(_ORIGIN).unlink(missing_ok=True)
        return there

    def _file(self, name: str) -> Path:
        return self.folder / f"{quote(name, safe='').replace('.', '%2E')}{_LIST}"


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that others see whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.write_bytes(data)
    draft.replace(path)


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        cure = f"set {KNOWLEDGE_VARIABLE} to a folder that can"
        raise KnowledgeError(what, Place(str(folder)), cure) from error
