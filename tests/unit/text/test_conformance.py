from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Boilerplate, Extent, Metadata, Place, Reading, Run
from alleged.model.vocabulary import MediaType, Part, Reason
from alleged.text.conformance import Sample, check_reader
from alleged.text.plain import TextReader

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = "China denied it. “It is slander,” it said.".encode()
SAMPLE = Sample(DATA, lambda data: [data.decode()])


class Altered:
    """The reader of plain text with its readings altered."""

    name = "altered"
    version = "1"
    media_type = MediaType.TEXT

    def __init__(self, alter: Callable[[Reading], Reading]) -> None:
        self.alter = alter

    def read(self, data: bytes, given: Metadata) -> Reading:
        return self.alter(TextReader().read(data, given))


class Refusing:
    """A reader that refuses everything for one reason."""

    name = "refusing"
    version = "1"
    media_type = MediaType.TEXT

    def __init__(self, reason: str, cure: str = "do something") -> None:
        self.reason = reason
        self.cure = cure

    def read(self, data: bytes, given: Metadata) -> Reading:  # noqa: ARG002 - refuses whatever it is given
        raise Unreadable(self.reason, "is wrong", cure=self.cure)


def with_text(**changes: Any) -> Callable[[Reading], Reading]:
    return lambda reading: replace(reading, text=replace(reading.text, **changes))


def with_sentence(**changes: Any) -> Callable[[Reading], Reading]:
    def alter(reading: Reading) -> Reading:
        first, *others = reading.text.sentences
        return with_text(sentences=(replace(first, **changes), *others))(reading)

    return alter


def test_a_reader_that_keeps_its_promises_passes() -> None:
    check_reader(TextReader(), [SAMPLE])
    check_reader(Refusing(Reason.BINARY), [SAMPLE])


@pytest.mark.parametrize(
    ("alter", "problem"),
    [
        (with_text(sentences=()), "without a sentence"),
        (with_sentence(end=10_000), "sentences outside the text"),
        (with_sentence(end=0), "outside the text or empty"),
        (with_sentence(end=20), "out of order or overlap"),
        (with_sentence(end=17), "white space at their ends"),
        (with_sentence(paragraph=-4), "count paragraphs"),
        (with_text(boilerplate=(Boilerplate(3, 7, "x"),)), "inside boilerplate"),
        (with_text(quotations=(Extent(18, 31), Extent(17, 20))), "quotations that are out of order"),
        (with_text(runs=(Run(0, 5, Place(0, 1)),)), "do not stand at"),
        (with_text(runs=(Run(0, 5, Place(3, 0)),)), "do not stand at"),
        (with_text(runs=(Run(0, 5, Place(0, 0)), Run(4, 8, Place(0, 4)))), "runs that are out of order"),
        (with_text(clean="a\0b"), "NUL or half a character"),
        (lambda r: replace(r, shortcomings=(Reason.BINARY,)), "no ground to call a reading degraded"),
        (lambda r: with_text(document=replace(r.text.document, id="0"))(r), "not the one it was given"),
        (
            lambda r: with_text(document=replace(r.text.document, metadata=Metadata()))(r),
            "given metadata override",
        ),
    ],
)
def test_each_broken_promise_is_named(alter: Callable[[Reading], Reading], problem: str) -> None:
    with pytest.raises(AssertionError, match=problem):
        check_reader(Altered(alter), [SAMPLE])


def test_a_reading_that_changes_is_named() -> None:
    parts = iter(Part)

    def alter(reading: Reading) -> Reading:
        part = next(parts)
        return with_text(sentences=tuple(replace(s, part=part) for s in reading.text.sentences))(reading)

    with pytest.raises(AssertionError, match="reads the same bytes differently"):
        check_reader(Altered(alter), [SAMPLE])


@pytest.mark.parametrize(
    ("reader", "problem"),
    [
        (Refusing("because"), "no reason of the list"),
        (Refusing(Reason.READ), "no ground to refuse"),
        (Refusing(Reason.BINARY, cure=""), "what to do"),
    ],
)
def test_a_refusal_needs_a_reason_and_a_cure(reader: Refusing, problem: str) -> None:
    with pytest.raises(AssertionError, match=problem):
        check_reader(reader, [SAMPLE])
