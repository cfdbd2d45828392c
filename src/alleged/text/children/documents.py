"""The service that reads documents, in the child, and the questions and answers that go to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.text import read_bytes
from alleged.text.children.frames import Frame
from alleged.text.children.packing import pack_metadata, pack_reading, unpack_metadata
from alleged.text.children.plain import get_object

if TYPE_CHECKING:
    from alleged.model.document import Metadata


SERVICE = f"{__name__}:answer"


def ask(data: bytes, given: Metadata) -> Frame:
    """The question for the reading of `data`."""
    return Frame({"given": pack_metadata(given)}, data)


def answer(question: Frame) -> Frame:
    """The reading of the document in `question`; raises Unreadable."""
    given = unpack_metadata(get_object(question.head, "given"))
    return pack_reading(read_bytes(question.body, given))
