from __future__ import annotations

import pytest

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.pdf_ink import NOTHING
from alleged.text.pdf_pages import HYPHEN, pdf_page_characters, read_pdf
from tests.unit.text.pdfs import make_image_pdf, make_mapped_pdf, make_pdf

TWO_PAGES = make_pdf([["China denied it.", "So did Iran."], ["The end — “yes”."]])


def test_characters_stand_at_their_index() -> None:
    pages = pdf_page_characters(TWO_PAGES)
    assert [page.replace("\r\n", "|") for page in pages] == [
        "China denied it.|So did Iran.",
        "The end — “yes”.",
    ]


def test_lines_know_page_indices_and_place() -> None:
    first, second = read_pdf(TWO_PAGES).pages[0].lines
    assert (first.page, first.words, second.words) == (0, "China denied it.", "So did Iran.")
    assert pdf_page_characters(TWO_PAGES)[0][second.start : second.end] == "So did Iran."
    assert first.base - second.base == pytest.approx(13, abs=0.1)
    assert first.left == pytest.approx(72, abs=1)
    assert 9 < first.height < 15


def test_a_hyphen_at_the_end_of_a_line_is_marked() -> None:
    pages = read_pdf(make_pdf([["He called it a fabri-", "cation of the state."]])).pages
    assert [line.words for line in pages[0].lines] == [
        "He called it a fabri" + HYPHEN,
        "cation of the state.",
    ]
    assert pages[0].lines[0].is_broken


def test_a_character_of_two_indices_stands_at_the_first() -> None:
    assert pdf_page_characters(make_mapped_pdf("D83DDE00 0062 0063")) == ["😀" + NOTHING + "bc"]


def test_half_a_character_is_nothing() -> None:
    assert pdf_page_characters(make_mapped_pdf("D83D 0062 0063")) == [NOTHING + "bc"]


def test_a_ligature_is_two_characters() -> None:
    assert pdf_page_characters(make_mapped_pdf("00660069 0072 006D")) == ["firm"]


def test_a_page_of_pictures_has_no_lines() -> None:
    assert [page.lines for page in read_pdf(make_image_pdf()).pages] == [()]


def test_a_password_is_asked_for() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(make_pdf([["Secret."]], password="secret"))
    assert caught.value.reason == Reason.ENCRYPTED
    assert "password-free copy" in str(caught.value)


def test_an_owner_password_alone_does_not_stop_reading() -> None:
    assert pdf_page_characters(make_pdf([["China denied it."]], password="")) == ["China denied it."]


@pytest.mark.parametrize(
    "data", [TWO_PAGES[:200], TWO_PAGES[: len(TWO_PAGES) // 2], b"%PDF-1.7", b"%PDF-1.4\njunk" * 9]
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    assert caught.value.reason == Reason.DAMAGED
    assert caught.value.cure


def test_a_file_without_its_end_mark_is_not_whole() -> None:
    assert read_pdf(TWO_PAGES).is_whole
    assert not read_pdf(TWO_PAGES.replace(b"%%EOF", b"     ")).is_whole
