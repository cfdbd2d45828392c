"""Archives as a parent sees them: a child looks into each, and nothing is unpacked to a disk."""

from __future__ import annotations

import sys
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.archives import MOST_BYTES, MOST_TIMES, looks_like_archive
from alleged.text.children.child import Child
from alleged.text.children.limits import MEGABYTE, Limits
from alleged.text.children.members import SERVICE, ask_for_list, ask_for_member, unpack_list
from alleged.text.children.plain import PackingError

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.text.archives import Contents

_ELSEWHERE = "unpack it where that does no harm, and read what it holds"
_SWELLS = f"becomes more than {MOST_TIMES} times as large as it is, or {MOST_BYTES // MEGABYTE} MB in all"
_WORDS = {
    Reason.UNSAFE_PATH: ("is a link, or its name leads out of the archive", _ELSEWHERE),
    Reason.EXPANDS_TOO_FAR: (_SWELLS, _ELSEWHERE),
    Reason.ENCRYPTED: ("asks for a password", "unpack it, and read what it holds"),
    Reason.DAMAGED: ("ends before its time: there may be more in it", "get the archive again"),
    Reason.NO_READABLE_FILE: ("holds no file to read", "name another archive"),
}


def words_for(reason: Reason) -> Unreadable:
    """The refusal of a member, or of the rest of an archive, for a reason."""
    what, cure = _WORDS.get(reason, (f"is refused: {reason}", _ELSEWHERE))
    return Unreadable(reason, what, cure=cure)


class Archive:
    """A file of files. The child that reads them starts with the first, and ends with `close`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._asked: _Asked | None = None
        self._end: weakref.finalize[[], Archive] | None = None

    def list(self) -> Contents:
        """What it holds; raises Unreadable where it is damaged, too large or no archive."""
        asked = self._living()
        try:
            return unpack_list(asked.child.ask(ask_for_list(asked.file)))
        except PackingError as error:
            what = f"broke what looked into it, whose answer is wrong: {error}"
            raise Unreadable(Reason.READER_BROKE, what, cure="report it, with the archive") from error
        finally:
            self.close()

    def read(self, index: int) -> bytes:
        """The bytes of the member that `list` names at `index`; raises Unreadable."""
        asked = self._living()
        data = asked.child.ask(ask_for_member(asked.file, index)).body
        if looks_like_archive(data):
            what = "is an archive, or a document packed as one, in an archive"
            raise Unreadable(Reason.NESTED_ARCHIVE, what, cure="unpack the outer one, and read what it holds")
        return data

    @property
    def is_open(self) -> bool:
        """Whether a child lives that reads it."""
        return self._asked is not None and not self._asked.child.is_stopped

    def close(self) -> None:
        """End the child, if there is one; the next question starts another."""
        if self._end:
            self._end()
        self._asked = self._end = None

    def _living(self) -> _Asked:
        if self._asked and self.is_open:
            return self._asked
        self.close()
        self._asked = _start(self.path)
        self._end = weakref.finalize(self, self._asked.child.stop)
        return self._asked


@dataclass(frozen=True, slots=True)
class _Asked:
    """A child, and what it calls the archive: a number of an open file, or a path."""

    child: Child
    file: int | str


def _start(path: Path) -> _Asked:
    """A child that has the archive open: it may have no right of its own to open it."""
    if sys.platform == "win32":
        return _Asked(Child(SERVICE, Limits()), str(path))
    try:
        with path.open("rb") as file:
            number = file.fileno()
            return _Asked(Child(SERVICE, Limits(), files=(number,)), number)
    except OSError as error:
        what = f"it cannot be read ({error.strerror or error})"
        raise Unreadable(Reason.STAGE_ERROR, what, cure="copy it elsewhere and try again") from error
