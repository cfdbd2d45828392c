from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.model.document import Metadata, Place, Run, Sentence
from alleged.model.vocabulary import Genre, Part
from tests.unit.model.samples import make_text

TEXT = make_text()


def test_given_metadata_wins_where_it_says_something() -> None:
    found = Metadata(title="Seven charged", publisher="Harbour Times", language="en")
    given = Metadata(publisher="Fjord News", published="2024-03-25")
    assert found.overridden_by(given) == Metadata(
        title="Seven charged", publisher="Fjord News", published="2024-03-25", language="en"
    )


def test_nothing_given_changes_nothing() -> None:
    found = Metadata(title="Seven charged", genre=Genre.NEWS)
    assert found.overridden_by(Metadata()) == found


def test_a_text_is_another_with_other_metadata_reader_or_document() -> None:
    document = TEXT.document
    dated = replace(document.metadata, published="2024-03-25")
    others = (
        replace(TEXT, document=replace(document, metadata=dated)),
        replace(TEXT, document=replace(document, id="0" * 64)),
        replace(TEXT, reader="other"),
        replace(TEXT, reader_version="2"),
    )
    assert len({TEXT.id, *(other.id for other in others)}) == 5
    assert make_text().id == TEXT.id


def test_metadata_cannot_be_mistaken_for_other_metadata() -> None:
    one = make_text(metadata=Metadata(title="a", publisher="b"))
    other = make_text(metadata=Metadata(title="apublisher=b"))
    assert one.id != other.id


RUNS = (Run(0, 4, Place(0, 10)), Run(4, 6, Place(1, 0)), Run(8, 9, Place(1, 7)))


@pytest.mark.parametrize(
    ("position", "place"),
    [
        (0, Place(0, 10)),
        (3, Place(0, 13)),
        (4, Place(1, 0)),
        (5, Place(1, 1)),
        (6, None),
        (7, None),
        (8, Place(1, 7)),
        (9, None),
        (-1, None),
    ],
)
def test_a_character_is_found_in_the_original(position: int, place: Place | None) -> None:
    assert replace(TEXT, runs=RUNS).find_place(position) == place


def test_without_runs_no_character_has_a_place() -> None:
    assert replace(TEXT, runs=()).find_place(0) is None


def test_a_sentence_stands_in_a_paragraph() -> None:
    sentences = tuple(Sentence(i, i + 1, paragraph, Part.BODY) for i, paragraph in enumerate((0, 1, 1, 2)))
    text = replace(TEXT, sentences=sentences)
    assert text.paragraph_of(sentences[1]) == sentences[1:3]
    assert text.paragraph_of(sentences[3]) == sentences[3:]
