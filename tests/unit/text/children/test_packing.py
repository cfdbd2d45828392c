from __future__ import annotations

from array import array
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from alleged.model.document import Metadata
from alleged.model.vocabulary import Genre, Reason
from alleged.text import read_bytes
from alleged.text.children.packing import Asked, pack_metadata, pack_reading, unpack_metadata, unpack_reading
from alleged.text.children.plain import PackingError

if TYPE_CHECKING:
    from alleged.model.document import Reading
    from alleged.text.children.frames import Frame

EXAMPLES = Path(__file__).parents[4] / "examples"
NAMES = ["news-story.txt", "denial.md", "uk-attribution.html", "sanctions-notice.pdf"]
NUMBER = 8


def read(name: str, given: Metadata) -> tuple[Asked, Reading]:
    data = (EXAMPLES / name).read_bytes()
    return Asked(data, given), read_bytes(data, given)


def changed(frame: Frame, **values: Any) -> Frame:
    return replace(frame, head=frame.head | values)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("given", [Metadata(), Metadata(title="Given \ud800", genre=Genre.NEWS)])
def test_a_reading_comes_back_as_it_went(name: str, given: Metadata) -> None:
    asked, reading = read(name, given)
    assert unpack_reading(pack_reading(reading), asked) == reading


def test_metadata_come_back_as_they_went() -> None:
    known = Metadata(title="A", publisher="B", published="2024", url="u", language="en", genre=Genre.ADVISORY)
    assert unpack_metadata(pack_metadata(known)) == known


def test_what_is_given_outranks_what_comes_back() -> None:
    asked, reading = read("denial.md", Metadata())
    given = Metadata(publisher="Ours", language="xx")
    back = unpack_reading(pack_reading(reading), replace(asked, given=given)).text.document.metadata
    assert (back.publisher, back.language) == ("Ours", "xx")
    assert back.title == reading.text.document.metadata.title is not None


def test_the_document_is_that_of_our_own_bytes() -> None:
    asked, reading = read("denial.md", Metadata())
    other = unpack_reading(pack_reading(reading), replace(asked, data=b"other"))
    assert other.text.document.id != reading.text.document.id


@pytest.mark.parametrize(
    "values",
    [
        {"media_type": "image/png"},
        {"media_type": None},
        {"metadata": {"title": 5}},
        {"metadata": {"title": "x" * 10_001}},
        {"metadata": {"title": "\ud800"}},
        {"metadata": {"colour": "red"}},
        {"metadata": {"genre": "novel"}},
        {"metadata": []},
        {"reader": ["html"]},
        {"reader": "x" * 101},
        {"reader_version": None},
        {"shortcomings": ["read"]},
        {"shortcomings": ["no such"]},
        {"shortcomings": "x"},
        {"why": []},
        {"why": None},
        {"clean": -1},
        {"clean": True},
        {"clean": 10**30},
        {"tables": {}},
        {"tables": {"runs": 0, "sentences": 0, "boilerplate": 0, "quotations": 0}},
    ],
)
def test_a_head_that_says_anything_else_is_refused(values: dict[str, Any]) -> None:
    asked, reading = read("uk-attribution.html", Metadata())
    with pytest.raises(PackingError):
        unpack_reading(changed(pack_reading(reading), **values), asked)


def test_a_head_without_one_of_its_parts_is_refused() -> None:
    asked, reading = read("denial.md", Metadata())
    frame = pack_reading(reading)
    for name in frame.head:
        head = {key: value for key, value in frame.head.items() if key != name}
        with pytest.raises(PackingError):
            unpack_reading(replace(frame, head=head), asked)


@pytest.mark.parametrize("number", [-1, 2**62, -(2**63)])
def test_a_table_with_a_number_that_fits_nowhere_is_refused(number: int) -> None:
    asked, reading = read("uk-attribution.html", Metadata())
    frame = pack_reading(reading)
    clean = frame.head["clean"]
    numbers = array("q", frame.body[clean:])
    places = {index for index in range(4 * len(reading.text.runs)) if index % 4 > 1}
    for index in range(len(numbers)):
        if index in places and number > 0:
            continue  # we cannot know how far the nodes of a page go
        wrong = array("q", numbers)
        wrong[index] = number
        with pytest.raises(PackingError):
            unpack_reading(replace(frame, body=frame.body[:clean] + wrong.tobytes()), asked)


@pytest.mark.parametrize("words", [b"\xff", b"\0", b"\xed\xa0\x80"])
def test_a_text_with_what_no_text_holds_is_refused(words: bytes) -> None:
    asked, reading = read("denial.md", Metadata())
    frame = pack_reading(reading)
    body = words + frame.body[len(words) :]
    with pytest.raises(PackingError):
        unpack_reading(replace(frame, body=body), asked)


def test_a_body_of_another_length_is_refused() -> None:
    asked, reading = read("denial.md", Metadata())
    frame = pack_reading(reading)
    for body in (frame.body[:-1], frame.body + b"\0" * NUMBER, b""):
        with pytest.raises(PackingError, match="not as long"):
            unpack_reading(replace(frame, body=body), asked)


def test_shortcomings_come_back() -> None:
    data = "<p>Le ministère a démenti.</p>".encode("cp1252")
    reading = read_bytes(data, Metadata())
    assert Reason.GUESSED_ENCODING in reading.shortcomings
    assert unpack_reading(pack_reading(reading), Asked(data, Metadata())) == reading
