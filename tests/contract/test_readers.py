from __future__ import annotations

from pathlib import Path

import pytest

from alleged.text import READERS
from alleged.text.conformance import Sample, check_reader
from alleged.text.decode import decode
from alleged.text.html_tree import html_nodes
from alleged.text.pdf_pages import pdf_page_characters
from tests.unit.text.pdfs import make_image_pdf, make_mapped_pdf, make_pdf

EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLES = {
    "text": [
        Sample((EXAMPLES / "news-story.txt").read_bytes(), lambda data: [data.decode("utf-8")]),
        Sample(
            "\ufeffChina\u00a0denied it.\r\n\r\n“Slander.” 😀".encode("utf-16"),
            lambda data: [decode(data).text],
        ),
        Sample(b""),
        Sample(bytes(range(256))),
    ],
    "markdown": [
        Sample((EXAMPLES / "denial.md").read_bytes(), lambda data: [data.decode("utf-8")]),
        Sample(b"# **A**\n\n> [b](c) ![d](e)", lambda data: [data.decode("utf-8")]),
    ],
    "html": [
        Sample((EXAMPLES / "uk-attribution.html").read_bytes(), html_nodes),
        Sample(b"<p>a &amp; <b>b</b>\n c<!-- d -->e", html_nodes),
        Sample(b"<html></html>"),
    ],
    "pdf": [
        Sample((EXAMPLES / "sanctions-notice.pdf").read_bytes(), pdf_page_characters),
        Sample(make_mapped_pdf("D83DDE00 0062 0063"), pdf_page_characters),
        Sample(make_pdf([["Secret."]], password="secret")),
        Sample(make_image_pdf()),
        Sample(b"%PDF-1.7"),
    ],
}


def test_every_registered_reader_is_checked() -> None:
    assert set(READERS.names()) == set(SAMPLES)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_reader_keeps_what_all_of_them_promise(name: str) -> None:
    check_reader(READERS.get(name)(), SAMPLES[name])
