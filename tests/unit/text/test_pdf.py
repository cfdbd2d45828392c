from __future__ import annotations

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.vocabulary import MediaType, Reason
from alleged.text.pdf import PdfReader, pdf_page_characters
from tests.unit.text.pdfs import make_image_pdf, make_mapped_pdf, make_pdf

FILLER = [
    f"In paragraph {i} of the notice the office says what the {i} listed persons have done."
    for i in range(40)
]
HEAD = "Example notice of sanctions"


def sentences_of(data: bytes) -> list[str]:
    text = PdfReader().read(data, Metadata()).text
    return [text.clean[s.start : s.end] for s in text.sentences]


def test_lines_are_joined_with_a_space() -> None:
    data = make_pdf(
        [["The ministry denied the accusation of the prosecutors on Monday", "and called it slander."]]
    )
    assert sentences_of(data) == [
        "The ministry denied the accusation of the prosecutors on Monday and called it slander."
    ]


def test_words_broken_at_the_end_of_a_line_are_whole() -> None:
    data = make_pdf([["He called the indictment a fabri-", "cation of the state."]])
    assert sentences_of(data) == ["He called the indictment a fabrication of the state."]


def test_a_hyphen_before_a_capital_stays() -> None:
    data = make_pdf([["They named the actor of the Anglo-", "American statement of Monday."]])
    assert sentences_of(data) == ["They named the actor of the Anglo-American statement of Monday."]


def test_a_hyphen_that_the_word_has_elsewhere_stays() -> None:
    data = make_pdf([["A state-backed group did it, and that is why the word state-", "backed is used."]])
    assert (
        sentences_of(data)[-1]
        == "A state-backed group did it, and that is why the word state-backed is used."
    )


def test_a_sentence_runs_over_the_page_and_the_running_lines_wait() -> None:
    first = [HEAD, *FILLER, "No account was taken over by the group, the government of the"]
    second = [HEAD, "country said on Monday.", *FILLER]
    text = PdfReader().read(make_pdf([first, second]), Metadata()).text
    sentences = [text.clean[s.start : s.end] for s in text.sentences]
    assert (
        "No account was taken over by the group, the government of the country said on Monday." in sentences
    )
    assert [text.clean[b.start : b.end] for b in text.boilerplate] == [HEAD, HEAD]
    assert {b.why for b in text.boilerplate} == {"running-header"}


def test_every_kept_character_knows_page_and_index() -> None:
    data = make_pdf([[HEAD, *FILLER, "He called it a fabri-"], [HEAD, "cation of the é “state”.", *FILLER]])
    text = PdfReader().read(data, Metadata()).text
    pages = pdf_page_characters(data)
    kept = [text.find_place(position) for position in range(len(text.clean))]
    for character, place in zip(text.clean, kept, strict=True):
        assert place is None or pages[place.node][place.offset] == character
    assert "".join(c for c, place in zip(text.clean, kept, strict=True) if place is None).strip() == ""


def test_a_character_of_two_indices_is_one_in_the_text() -> None:
    text = PdfReader().read(make_mapped_pdf("D83DDE00 0062 0063"), Metadata()).text
    assert text.clean == "😀bc"
    assert [text.find_place(position) for position in (0, 1)] != [None, None]
    place = text.find_place(1)
    assert place is not None
    assert place.offset == 2


def test_title_and_date_of_the_first_page() -> None:
    body = [f"The office says in line {i} that it acted on the orders of the government." for i in range(5)]
    data = make_pdf(
        [["Notice of sanctions against two men", "25 March 2024", "Issued by: Example Office", *body]]
    )
    text = PdfReader().read(data, Metadata()).text
    metadata = text.document.metadata
    assert (metadata.title, metadata.published, metadata.publisher) == (
        "Notice of sanctions against two men",
        "2024-03-25",
        "Example Office",
    )
    assert text.document.media_type is MediaType.PDF


def test_the_date_on_which_the_file_was_made_is_not_taken() -> None:
    assert PdfReader().read(make_pdf([FILLER]), Metadata()).text.document.metadata.published is None


def test_pictures_alone_are_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        PdfReader().read(make_image_pdf(), Metadata())
    assert caught.value.reason == Reason.NO_TEXT
    assert "try OCR first" in str(caught.value)


@pytest.mark.parametrize("lines", [[], ["   "]])
def test_empty_pages_are_not_called_images(lines: list[str]) -> None:
    with pytest.raises(Unreadable) as caught:
        PdfReader().read(make_pdf([lines]), Metadata())
    assert caught.value.reason == Reason.NO_TEXT
    assert "hold neither text nor images" in str(caught.value)
    assert "OCR" not in str(caught.value)


def test_a_missing_end_is_owned_up_to() -> None:
    data = make_pdf([FILLER]).replace(b"%%EOF", b"     ")
    assert PdfReader().read(data, Metadata()).shortcomings == (Reason.LOST_STRUCTURE,)
