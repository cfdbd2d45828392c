from __future__ import annotations

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Metadata, Place, Run
from alleged.model.ids import document_id
from alleged.model.vocabulary import MediaType, Reason
from alleged.text.plain import TextReader

STORY = (
    "\ufeffChina denies it\r\nExample Times\r\nMarch 26, 2024\r\nJane Doe\r\n\r\n"
    "China denied the accusation. “It is slander,” its embassy in London said on Tuesday.\r\n\r\n"
    "Leave a Reply\r\n\r\nYour email address will not be published.\r\n"
)


def test_the_clean_text_is_the_file() -> None:
    data = STORY.encode()
    text = TextReader().read(data, Metadata()).text
    assert text.clean == data.decode("utf-8") == STORY
    assert text.runs == (Run(0, len(STORY), Place(0, 0)),)
    assert text.document.id == document_id(data)
    assert text.document.media_type is MediaType.TEXT


def test_header_sentences_quotations_and_boilerplate() -> None:
    text = TextReader().read(STORY.encode(), Metadata()).text
    assert text.document.metadata == Metadata(
        title="China denies it",
        publisher="Example Times",
        byline="Jane Doe",
        published="2024-03-26",
        language="en",
    )
    assert [text.clean[s.start : s.end] for s in text.sentences] == [
        "China denies it",
        "China denied the accusation.",
        "“It is slander,” its embassy in London said on Tuesday.",
    ]
    assert [text.clean[q.start : q.end] for q in text.quotations] == ["It is slander,"]
    assert [b.why for b in text.boilerplate] == ["metadata", "comments"]


def test_given_metadata_outranks_the_header() -> None:
    given = Metadata(publisher="Other", published="2024", language="fr")
    metadata = TextReader().read(STORY.encode(), given).text.document.metadata
    assert (metadata.title, metadata.publisher, metadata.published, metadata.language) == (
        "China denies it",
        "Other",
        "2024",
        "fr",
    )


def test_a_short_statement_is_no_stub() -> None:
    assert TextReader().read(b"China denied it.", Metadata()).shortcomings == ()


def test_boilerplate_alone_is_no_report() -> None:
    with pytest.raises(Unreadable) as caught:
        TextReader().read(b"Published\n\non\n\nShare this\n\nAccept all cookies\n", Metadata())
    assert caught.value.reason == Reason.NO_TEXT
