from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason
from alleged.text import SIZE_LIMIT, read_document
from alleged.text.children import reading
from alleged.text.children.child import Child
from alleged.text.children.limits import MEGABYTE, Limits
from alleged.text.children.reading import ReadingChild
from tests.unit.text.children import misbehaviour
from tests.unit.text.pdfs import make_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = sorted(path for path in (Path(__file__).parents[4] / "examples").iterdir() if path.is_file())
GIVEN = Metadata(publisher="Harbour Times", published="2024-03-25")
STORY = b"China denied the allegations on Monday."


@pytest.fixture
def reader() -> Iterator[ReadingChild]:
    made = ReadingChild(Limits())
    yield made
    made.stop()


def refusal(reader: ReadingChild, data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        reader.read(data, "inbox/file", Metadata())
    return caught.value


def process_of(reader: ReadingChild) -> int:
    assert reader._child
    return reader._child.process.pid


def test_a_child_reads_as_we_would(reader: ReadingChild) -> None:
    for path in EXAMPLES:
        data = path.read_bytes()
        assert reader.read(data, path.name, GIVEN) == read_document(data, path.name, GIVEN)


def test_a_child_knows_languages_without_writing_a_file(reader: ReadingChild) -> None:
    words = "Das Ministerium wies die Vorwürfe zurück und nannte sie haltlos, wie die Zeitung berichtete."
    assert reader.read(words.encode(), "file", Metadata()).text.document.metadata.language == "de"


def test_one_child_reads_all_of_them_and_refuses_with_place_reason_and_cure(reader: ReadingChild) -> None:
    reader.warm()
    first = process_of(reader)
    error = refusal(reader, make_pdf([["Secret."]], password="x"))
    assert error.reason == Reason.ENCRYPTED
    assert str(error).startswith("inbox/file: is an encrypted PDF")
    reader.read(STORY, "file", Metadata())
    assert process_of(reader) == first


def test_what_is_too_large_does_not_even_go_there(reader: ReadingChild) -> None:
    assert refusal(reader, bytes(SIZE_LIMIT + 1)).reason == Reason.TOO_LARGE
    assert reader._child is None


def test_another_child_takes_the_place_of_one_that_broke(reader: ReadingChild) -> None:
    reader.read(STORY, "file", Metadata())
    first = process_of(reader)
    os.kill(first, 11)
    assert refusal(reader, STORY).reason == Reason.READER_BROKE
    assert reader.read(STORY, "file", Metadata()).text.clean == STORY.decode()
    assert process_of(reader) != first


def test_another_child_takes_the_place_of_one_that_has_read_enough(
    reader: ReadingChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LIFE", 2)
    processes = []
    for _ in range(4):
        reader.read(STORY, "file", Metadata())
        processes.append(process_of(reader))
    assert processes[0] == processes[1] != processes[2] == processes[3]


def test_an_answer_that_is_no_reading_is_not_believed(
    reader: ReadingChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SERVICE", f"{misbehaviour.__name__}:lie_about_words")
    error = refusal(reader, STORY)
    assert error.reason == Reason.READER_BROKE
    assert "outside the text" in error.what
    assert reader._child is None


def test_many_threads_share_one_child(reader: ReadingChild) -> None:
    with ThreadPoolExecutor(4) as threads:
        read = threads.map(lambda n: reader.read(STORY + b" %d." % n, "file", Metadata()), range(40))
        assert [each.text.clean.split()[-1] for each in read] == [f"{n}." for n in range(40)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked there")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_process_leaves_the_child_of_its_parent_alone(reader: ReadingChild) -> None:
    reader.read(STORY, "file", Metadata())
    pid = os.fork()
    if pid == 0:
        ended = 1
        try:
            ended = int(reader.read(STORY, "file", Metadata()).text.clean != STORY.decode())
            reader.stop()
        finally:
            os._exit(ended)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert reader.read(STORY, "file", Metadata()).text.clean == STORY.decode()


def test_little_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = ReadingChild(Limits(memory=30 * MEGABYTE))
    with Child(misbehaviour.SERVICE, Limits()) as child:
        if child.find_missing():
            pytest.skip("this system does not limit memory")
    error = refusal(reader, b"<html><body><p>" + STORY * 100)
    reader.stop()
    assert error.reason in (Reason.TOO_MUCH_MEMORY, Reason.READER_BROKE)
