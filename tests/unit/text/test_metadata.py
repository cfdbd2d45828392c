from __future__ import annotations

import pytest

from alleged.model.document import Metadata
from alleged.model.vocabulary import Part
from alleged.text.boilerplate import mark_boilerplate
from alleged.text.draft import Block
from alleged.text.metadata import Header, mark_title, read_header
from alleged.text.paragraphs import find_blocks, find_lines

BODY = (
    "The ministry denied the accusation on Monday. It called the indictment of March 25, 2024 a fabrication."
)


def header_of(text: str) -> Header:
    return read_header(text, mark_boilerplate(text, find_blocks(find_lines(text))))


def metadata_lines(text: str) -> list[str]:
    return [text[b.start : b.end] for b in header_of(text).blocks if b.why == "metadata"]


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("July 21, 2021", "2021-07-21"),
        ("July 21, 2021 -- 04:38 GMT (05:38 BST)", "2021-07-21"),
        ("2022-01-17T11:38:01-05:00", "2022-01-17"),
    ],
)
def test_title_publisher_date_and_author_one_under_the_other(date: str, edtf: str) -> None:
    text = f"Is China behind it? A look\nExample Times\n{date}\nJane van Doe\n\nUnknown\n\n{BODY}"
    assert header_of(text).metadata == Metadata(
        title="Is China behind it? A look", publisher="Example Times", byline="Jane van Doe", published=edtf
    )
    assert metadata_lines(text) == ["Example Times", date, "Jane van Doe", "Unknown"]
    assert header_of(text).blocks[0].part is Part.HEADING


def test_title_and_date_before_lines_of_body() -> None:
    text = f"BEC Taxonomy: Invoice Fraud\nMay 06, 2021\nBy Mark Arena, CEO of Intel 471.\n{BODY}"
    found = header_of(text).metadata
    assert (found.title, found.publisher, found.byline, found.published) == (
        "BEC Taxonomy: Invoice Fraud",
        None,
        "Mark Arena",
        "2021-05-06",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", Metadata(byline="Jane Doe")),
        ("Written by Jane Doe and John Roe", Metadata(byline="Jane Doe and John Roe")),
        ("By Jane Doe | 25 March 2024", Metadata(byline="Jane Doe", published="2024-03-25")),
        ("By Jane Doe on March 25, 2024", Metadata(byline="Jane Doe", published="2024-03-25")),
        ("Published on March 25, 2024", Metadata(published="2024-03-25")),
        ("Issued by: Sanctions Monitor (example)", Metadata(publisher="Sanctions Monitor (example)")),
        ("Beijing, 26 March 2024", Metadata(published="2024-03-26")),
        ("Last updated: 26 March 2024", Metadata()),
    ],
)
def test_labelled_lines_below_the_title(line: str, expected: Metadata) -> None:
    text = f"China denies the accusation\n\n{line}\n\n{BODY}"
    known = Metadata(title="China denies the accusation").overridden_by(expected)
    assert header_of(text).metadata == known
    assert metadata_lines(text) == [line]


def test_a_scraped_page_without_header_lines_gives_no_date() -> None:
    text = f"Technology News\n\nUS and UK accuse China of spying.\n\nPublished\n\non\n\nOn Monday, {BODY}"
    assert header_of(text).metadata == Metadata(title="US and UK accuse China of spying.")
    assert metadata_lines(text) == ["Published", "on"]


def test_a_body_alone_gives_nothing() -> None:
    assert header_of(f"{BODY}\n\n{BODY}").metadata == Metadata()
    assert metadata_lines(f"{BODY}\n\nBy Monday\n\n{BODY}") == []


def test_a_date_after_the_body_began_is_not_taken() -> None:
    assert header_of(f"China denies it all\n\n{BODY}\n\nMarch 25, 2024\n\n{BODY}").metadata.published is None


def test_the_dateline_of_an_agency_dates_the_report_and_stays_in_it() -> None:
    text = f"China denies the accusation\n\nBEIJING, March 26, 2024 (Agency) -- {BODY}"
    assert header_of(text).metadata.published == "2024-03-26"
    assert metadata_lines(text) == []


def test_navigation_above_the_header_is_looked_over() -> None:
    links = [Block(5 * i, 5 * i + 4, why="navigation") for i in range(40)]
    text = "Home " * 40 + f"China denies the accusation\n\nBy Jane Doe\n\n{BODY}"
    blocks = [
        *links,
        *(Block(b.start + 200, b.end + 200, b.part) for b in find_blocks(find_lines(text[200:]))),
    ]
    assert read_header(text, blocks).metadata == Metadata(
        title="China denies the accusation", byline="Jane Doe"
    )


def test_the_title_is_found_among_boilerplate_and_made_a_heading() -> None:
    text = "Menu\n\nChina  denies it\n\nBody."
    blocks = [Block(0, 4, why="navigation"), Block(6, 22, why="navigation"), Block(24, 29)]
    marked = mark_title(text, blocks, "China denies\nit")
    assert [(b.part, b.why) for b in marked] == [
        (Part.BODY, "navigation"),
        (Part.HEADING, None),
        (Part.BODY, None),
    ]
    assert mark_title(text, blocks, None) == tuple(blocks)
    assert mark_title(text, blocks, "Something else") == tuple(blocks)
