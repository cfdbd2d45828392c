from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.html
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.text import READERS, read_document
from alleged.text.conformance import Sample, check_reader, find_problems
from alleged.text.decode import decode, find_declared
from alleged.text.draft import PARAGRAPH_BREAK
from alleged.text.html_tree import html_nodes, html_text_nodes
from alleged.text.invisible import find_invisible
from alleged.text.pdf_pages import pdf_page_characters
from tests.strategies.documents import damaged, encoded, html_texts, markdown_texts, pdfs, plain_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alleged.model.document import Text

FIND_NODES: dict[str, Callable[[bytes], Sequence[str]]] = {
    "text": lambda data: [decode(data).text],
    "markdown": lambda data: [decode(data).text],
    "html": html_nodes,
    "pdf": pdf_page_characters,
}
SLOW = settings(
    max_examples=settings().max_examples * 3 // 5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def check(name: str, data: bytes) -> None:
    check_reader(READERS.get(name)(), [Sample(data, FIND_NODES[name])])


@given(encoded(plain_texts()))
def test_every_place_of_a_plain_text_is_exact(data: bytes) -> None:
    check("text", data)


@given(encoded(markdown_texts()))
def test_every_place_of_markdown_is_exact(data: bytes) -> None:
    check("markdown", data)


@SLOW
@given(encoded(html_texts()))
def test_every_place_of_a_web_page_is_exact(data: bytes) -> None:
    check("html", data)


@SLOW
@given(pdfs())
def test_every_place_of_a_pdf_is_exact(data: bytes) -> None:
    check("pdf", data)


@given(plain_texts(), st.sampled_from(["", "\ufeff"]))
def test_a_plain_text_is_kept_to_the_letter(words: str, mark: str) -> None:
    data = (mark + words).encode()
    try:
        text = READERS.get("text")().read(data, Metadata()).text
    except Unreadable:
        return
    decoded = data.decode()
    dropped = {i for start, end in find_invisible(decoded) for i in range(start, end)}
    assert shown_part(text) == "".join(c for i, c in enumerate(decoded) if i not in dropped)
    assert bool(text.hidden) == bool(dropped)


def shown_part(text: Text) -> str:
    """The clean text without the hidden words after it."""
    return text.clean[: text.hidden[0].start - len(PARAGRAPH_BREAK)] if text.hidden else text.clean


@given(markdown_texts())
def test_markdown_is_only_ever_shortened_and_spaced(words: str) -> None:
    try:
        text = READERS.get("markdown")().read(words.encode(), Metadata()).text
    except Unreadable:
        return
    shown = shown_part(text)
    kept = [position for position in range(len(shown)) if text.find_place(position)]
    put_in = "".join(c for position, c in enumerate(shown) if not text.find_place(position))
    offsets = [place.offset for position in kept if (place := text.find_place(position))]
    assert offsets == sorted(set(offsets))
    assert put_in.strip() == ""


@SLOW
@given(html_texts())
@example("<!doctype html><!-- x -->")
def test_text_nodes_are_those_of_the_tree(page: str) -> None:
    data = page.encode()
    assert find_declared(data) is None
    assert "".join(html_text_nodes(data)).strip() == "".join(_texts_by_xpath(page)).strip()


def _texts_by_xpath(page: str) -> list[str]:
    """The same nodes by another way; lxml refuses a page without any element, which has none."""
    try:
        root = lxml.html.document_fromstring(page.encode(), lxml.html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    nodes = root.xpath("//text()")
    assert isinstance(nodes, list)
    return [str(node) for node in nodes]


@pytest.mark.parametrize("name", sorted(READERS.own))
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_reason(name: str, data: bytes) -> None:
    assert find_problems(READERS.get(name)(), Sample(data)) == []


@SLOW
@given(damaged(encoded(html_texts()) | encoded(markdown_texts()) | pdfs()))
def test_damaged_files_are_read_or_refused_with_place_and_reason(data: bytes) -> None:
    refusal = find_refusal(data)
    assert refusal is None or refusal.startswith("file: ")


def find_refusal(data: bytes) -> str | None:
    """Why a file is not read; None if it is."""
    try:
        reading = read_document(data, "file", Metadata())
    except Unreadable as error:
        return str(error)
    return None if reading.text.sentences else "read without a sentence"


@given(
    encoded(plain_texts() | markdown_texts()), st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
)
def test_given_metadata_outranks_what_the_document_says(data: bytes, words: str) -> None:
    known = Metadata(title=words, publisher=words, published="2001-02-03", url=words, language="xx")
    try:
        found = read_document(data, "file", known).text.document.metadata
    except Unreadable:
        assume(False)
    assert found.overridden_by(known) == found
