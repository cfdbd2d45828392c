"""The service that looks into archives, in the child, and the questions and answers that go to it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.model.vocabulary import Reason
from alleged.text import SIZE_LIMIT
from alleged.text.archives import LONGEST_NAME, MOST_FILES, Contents, Member, open_archive
from alleged.text.children.frames import Frame
from alleged.text.children.plain import PackingError, get_code, get_list

if TYPE_CHECKING:
    from alleged.text.archives import Archive

SERVICE = f"{__name__}:answer"
_BETWEEN = "\0"


def ask_for_list(file: int | str) -> Frame:
    """The question for what an archive holds; `file` is one that the child has open, or its path."""
    return Frame({"file": file})


def ask_for_member(file: int | str, index: int) -> Frame:
    """The question for the bytes of one member."""
    return Frame({"file": file, "index": index})


def unpack_list(frame: Frame) -> Contents:
    """The contents that an answer tells; raises PackingError where it is none."""
    try:
        names = frame.body.decode().split(_BETWEEN) if frame.body else []
    except UnicodeDecodeError as error:
        raise PackingError("its names are no UTF-8") from error
    refused = [_reason(code) for code in get_list(frame.head, "flaws")]
    if len(names) != len(refused) or len(names) > MOST_FILES or any(len(n) > LONGEST_NAME for n in names):
        raise PackingError("its list is not as long as it says, or too long")
    members = (Member(name, reason) for name, reason in zip(names, refused, strict=True))
    return Contents(tuple(members), _reason(frame.head.get("rest")))


def _reason(code: object) -> Reason | None:
    return None if code is None else get_code(Reason, code)


@dataclass(frozen=True, slots=True)
class _Opened:
    """An archive whose members are known, so that they have numbers."""

    archive: Archive
    contents: Contents


@dataclass(slots=True)
class _Archives:
    """The archives that were asked for and are open."""

    opened: dict[int | str, _Opened] = field(default_factory=dict)

    def answer(self, question: Frame) -> Frame:
        """The list of an archive, or the bytes of one of its members; raises Unreadable."""
        file = question.head["file"]
        if file not in self.opened:
            self.opened[file] = _open(file)
        if "index" in question.head:
            return Frame({}, self.opened[file].archive.read(question.head["index"], SIZE_LIMIT))
        return _pack_list(self.opened[file].contents)


def _open(file: int | str) -> _Opened:
    stream = open(file, "rb")  # noqa: PTH123, SIM115 - a number of a file is no path; it stays open
    archive = open_archive(stream, os.fstat(stream.fileno()).st_size)
    return _Opened(archive, archive.list())


def _pack_list(contents: Contents) -> Frame:
    flaws = [member.refused and member.refused.value for member in contents.members]
    names = _BETWEEN.join(member.name for member in contents.members)
    return Frame({"flaws": flaws, "rest": contents.rest and contents.rest.value}, names.encode())


answer = _Archives().answer
