from __future__ import annotations

import subprocess
import sys

import pytest

import alleged.text
from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.vocabulary import MediaType, Reason
from alleged.text import READERS, SIZE_LIMIT, read_document
from tests.unit.text.pdfs import make_image_pdf, make_pdf


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"China denied it.", MediaType.TEXT),
        (b"# China denies\n\nChina denied it.", MediaType.MARKDOWN),
        (b"<html><body><p>China denied it.</p></body></html>", MediaType.HTML),
        (make_pdf([["China denied it."]]), MediaType.PDF),
    ],
)
def test_the_content_chooses_the_reader(data: bytes, media_type: MediaType) -> None:
    text = read_document(data, "misnamed.docx", Metadata()).text
    assert text.document.media_type is media_type
    assert "China denied it." in text.clean


@pytest.mark.parametrize(
    ("data", "reason", "cure"),
    [
        (b"", Reason.EMPTY, "check how the file was saved"),
        (b"PK\x03\x04" + bytes(50), Reason.BINARY, "give the document as text"),
        (bytes(range(128, 160)) * 40, Reason.UNDECODABLE, "save it as UTF-8"),
        (make_pdf([["Secret."]], password="x"), Reason.ENCRYPTED, "password-free copy"),
        (make_pdf([["China denied it."]])[:300], Reason.DAMAGED, "get the file again"),
        (make_image_pdf(), Reason.NO_TEXT, "try OCR first"),
        (b"<html><body><nav>Home</nav></body></html>", Reason.NO_TEXT, "with its text"),
    ],
)
def test_bad_input_is_refused_with_place_reason_and_cure(data: bytes, reason: Reason, cure: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(data, "inbox/file", Metadata())
    assert caught.value.reason == reason
    assert str(caught.value).startswith("inbox/file: ")
    assert cure in str(caught.value)


def test_what_is_too_large_is_refused_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alleged.text, "SIZE_LIMIT", 10)
    with pytest.raises(Unreadable, match="has 16 bytes, more than the 10 that are read; split it") as caught:
        read_document(b"China denied it.", "file", Metadata())
    assert caught.value.reason == Reason.TOO_LARGE
    assert SIZE_LIMIT == 64 * 1024 * 1024


def test_the_table_of_readers_names_the_package_contents() -> None:
    assert set(READERS.own) == {"text", "markdown", "html", "pdf"}
    for name in READERS.own:
        reader = READERS.get(name)()
        assert (reader.name, bool(reader.version)) == (name, True)


def test_importing_the_package_imports_no_heavy_library() -> None:
    code = (
        "import sys, alleged.text; "
        "heavy = {'lxml', 'trafilatura', 'pypdfium2', 'py3langid', 'numpy', 'yaml', 're2'}; "
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
