"""The service that reads documents, in the child, and the questions and answers that go to it."""

from __future__ import annotations

from alleged.model.document import Metadata
from alleged.text import READERS, read_bytes
from alleged.text.children.frames import Frame
from alleged.text.children.packing import pack_metadata, pack_reading, unpack_metadata
from alleged.text.children.plain import get_object, get_text

SERVICE = f"{__name__}:answer"


def ask(data: bytes, given: Metadata) -> Frame:
    """The question for the reading of `data`."""
    return Frame({"given": pack_metadata(given)}, data)


def ask_reader(reader: str, data: bytes) -> Frame:
    """The question for what a reader of this name makes of `data`, whatever it is."""
    return Frame({"reader": reader}, data)


def answer(question: Frame) -> Frame:
    """The reading of the document in `question`; raises Unreadable."""
    given = unpack_metadata(get_object(question.head, "given"))
    return pack_reading(read_bytes(question.body, given))


def answer_of_reader(question: Frame) -> Frame:
    """What one reader makes of any bytes; for tests, which try a reader on what is not meant for it."""
    reader = READERS.get(get_text(question.head, "reader"))()
    return pack_reading(reader.read(question.body, Metadata()))
