from __future__ import annotations

import codecs

import pytest

from alleged.errors import Unreadable
from alleged.model.vocabulary import MediaType, Reason
from alleged.text.media import find_bare_utf16, find_bom, find_media_type, looks_like_markdown


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"China denied it.", MediaType.TEXT),
        (b"# China denies\n\nIt did.", MediaType.MARKDOWN),
        (b"---\r\ntitle: A\r\n---\r\nChina denied it.", MediaType.MARKDOWN),
        (b"As [the firm](https://a.example) said, **APT31** did it.", MediaType.MARKDOWN),
        (b"<!DOCTYPE html><html><p>No.", MediaType.HTML),
        (b"\xef\xbb\xbf\n  <HTML><body>No.", MediaType.HTML),
        (b'<?xml version="1.0"?><html xmlns="x"><body>No.</body></html>', MediaType.HTML),
        (b"<div class=x><p>One</p><span>two</span></div>", MediaType.HTML),
        (b"%PDF-1.7\n...", MediaType.PDF),
        (b"\n\njunk %PDF-1.4", MediaType.PDF),
        ("China denied it.".encode("utf-16"), MediaType.TEXT),
        ("<html><p>No.".encode("utf-16"), MediaType.HTML),
        ("Россия отвергла".encode("cp1251"), MediaType.TEXT),
    ],
)
def test_the_content_tells_the_media_type(data: bytes, expected: MediaType) -> None:
    assert find_media_type(data) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The tag <b> was found in the code. So was <i>.",
        "Tags: #China #APT31\n* one item\n* another",
        "It costs 5 * 3 * 2 dollars, [he] said (twice).",
        "Published\n\non\n\nOn Monday ...",
    ],
)
def test_plain_text_with_a_few_marks_stays_plain(text: str) -> None:
    assert find_media_type(text.encode()) is MediaType.TEXT
    assert not looks_like_markdown(text)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", codecs.BOM_UTF16_LE, b"\0\0\0"])
def test_nothing_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        find_media_type(data)
    assert caught.value.reason == Reason.EMPTY


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", "zip"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"MZ\x90\0\x03", "program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "office"),
        (b"{\\rtf1\\ansi China denied it.}", "rich text"),
        (b"text with\0a NUL", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_binary_data_is_refused_with_its_name(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what) as caught:
        find_media_type(data)
    assert caught.value.reason == Reason.BINARY
    assert "give the document as text" in str(caught.value)


def test_byte_order_marks_name_the_encoding() -> None:
    assert find_bom(codecs.BOM_UTF8 + b"a") == "utf-8"
    assert find_bom(codecs.BOM_UTF16_BE + b"\0a") == "utf-16-be"
    assert find_bom(codecs.BOM_UTF32_LE + b"a\0\0\0") == "utf-32-le"
    assert find_bom(b"a") is None


def test_utf_16_without_a_mark_is_told_by_its_zeros() -> None:
    assert find_bare_utf16("China denied it.".encode("utf-16-le")) == "utf-16-le"
    assert find_bare_utf16("China denied it.".encode("utf-16-be")) == "utf-16-be"
    assert find_bare_utf16(b"China denied it.") is None


@pytest.mark.parametrize(
    "head",
    [
        "Received: from a.example\r\nFrom: x\r\n\r\nHello",
        "From: a@b.example\nTo: c@d.example\nSubject: News\n\nHello",
        "Subject: News\nMessage-ID: <1@b.example>\n\nHello",
    ],
)
def test_a_mail_is_told_by_its_header(head: str) -> None:
    with pytest.raises(Unreadable, match="is an e-mail message") as caught:
        find_media_type(head.encode())
    assert caught.value.reason == Reason.MAIL


@pytest.mark.parametrize(
    "head",
    [
        "From: the press office\nTo: all editors\n\nChina denied it.",
        "China denied it.\nReceived: 3 letters",
        "Subject: News\n\nMessage-ID: x",
        "Title: Harbour\nDate: 2024-03-25\n\nWrite to a@b.example or c@d.example.",
    ],
)
def test_a_press_release_is_no_mail(head: str) -> None:
    assert find_media_type(head.encode()) is MediaType.TEXT
