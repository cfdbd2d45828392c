from __future__ import annotations

from dataclasses import replace

from alleged.text.pdf_layout import find_paragraphs, find_running_lines, is_headline, measure_lines
from alleged.text.pdf_pages import PdfLine, PdfPage, read_pdf
from tests.unit.text.pdfs import make_pdf


def line(words: str, base: float, **kwargs: float) -> PdfLine:
    """A line of ten-point letters, five points wide each, from the left margin on."""
    left = kwargs.get("left", 72.0)
    return PdfLine(
        page=int(kwargs.get("page", 0)),
        start=int(1_000 - base),
        end=int(1_000 - base) + len(words),
        words=words,
        left=left,
        right=left + 5 * len(words),
        base=base,
        height=kwargs.get("height", 10.0),
        weight=int(kwargs.get("weight", 400)),
    )


def paragraphs(*lines: PdfLine) -> list[list[str]]:
    return [[each.words for each in group] for group in find_paragraphs(lines)]


FULL = "The ministry denied the accusation of the prosecutors on Monday and"


def test_full_lines_go_on_and_short_ones_end() -> None:
    assert paragraphs(line(FULL, 700), line("It called it slander.", 688), line("Nobody else did.", 676)) == [
        [FULL, "It called it slander."],
        ["Nobody else did."],
    ]


def test_a_wide_gap_ends_a_paragraph() -> None:
    assert len(paragraphs(line(FULL, 700), line(FULL, 688), line(FULL, 650), line(FULL, 638))) == 2


def test_small_letters_go_on_over_gap_and_page() -> None:
    assert paragraphs(line(FULL, 40), line("said it was slander.", 700, page=1)) == [
        [FULL, "said it was slander."]
    ]
    assert len(paragraphs(line("It ended.", 40), line("said it was slander.", 700, page=1))) == 2


def test_small_letters_go_on_after_the_stop_of_an_abbreviation() -> None:
    first = "The operation hit nine U.S."
    assert paragraphs(line(first, 700), line("agencies, it said.", 688)) == [[first, "agencies, it said."]]
    assert len(paragraphs(line(first, 40), line("agencies, it said.", 700, page=1))) == 1


def test_a_sentence_that_fills_its_line_goes_on_over_the_page() -> None:
    assert len(paragraphs(line(FULL, 52), line(FULL, 40), line("Beijing left.", 700, page=1))) == 1


def test_items_begin_a_paragraph_and_hang() -> None:
    found = paragraphs(
        line(f"1. {FULL}", 700), line("Beijing left.", 688, left=90), line("2. London stayed.", 676)
    )
    assert found == [[f"1. {FULL}", "Beijing left."], ["2. London stayed."]]


def test_an_indent_after_a_stop_begins_a_paragraph() -> None:
    full = FULL.replace(" and", " all.")
    assert len(paragraphs(line(full, 700), line(full, 688, left=90), line(full, 676))) == 2


def test_headlines_are_set_apart_and_run_over_lines() -> None:
    head = {"height": 16.0, "weight": 700}
    lines = [
        line("China denies the", 740, **head),
        line("Accusation", 722, **head),
        line(FULL, 700),
        line(FULL, 688),
    ]
    assert paragraphs(*lines)[0] == ["China denies the", "Accusation"]
    measure = measure_lines(lines)
    assert [is_headline(each, measure) for each in lines] == [True, True, False, False]


def test_two_columns_end_each_at_their_own_edge() -> None:
    left = [line(FULL[:30], 700 - 12 * i) for i in range(3)]
    right = [line(FULL[:30], 700 - 12 * i, left=320.0) for i in range(3)]
    assert len(paragraphs(*left, *right)) == 1


def test_lines_that_repeat_at_the_edge_of_pages_run() -> None:
    pages = [
        ["Example notice", *[f"Body {page} {i} of the text" for i in range(9)], f"Page {page + 1} of 3"]
        for page in range(3)
    ]
    file = read_pdf(make_pdf(pages))
    running = find_running_lines(file.pages)
    words = [each.words for page in file.pages for each in page.lines if (each.page, each.start) in running]
    assert words == [
        "Example notice",
        "Page 1 of 3",
        "Example notice",
        "Page 2 of 3",
        "Example notice",
        "Page 3 of 3",
    ]


def test_a_line_that_does_not_repeat_stays() -> None:
    page = PdfPage("", (line("Only here", 780), line("7", 30)), 842)
    assert find_running_lines([page]) == {(0, 970)}


def test_a_line_without_width_in_a_damaged_file_is_read() -> None:
    flat = replace(line("It called it slander.", 688), right=72.0)
    read = paragraphs(line(FULL, 700), flat, line("Nobody else did.", 676))
    assert [words for group in read for words in group] == [FULL, flat.words, "Nobody else did."]
