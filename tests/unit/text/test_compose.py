from __future__ import annotations

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Metadata, Place, Run
from alleged.model.vocabulary import Reason
from alleged.text.compose import Original, compose
from alleged.text.draft import Block, Draft
from alleged.text.plain import TextReader

CLEAN = "China denies it all\n\nChina denied the accusation on Tuesday. It is false."
BLOCKS = (Block(0, 19), Block(19, 21), Block(21, len(CLEAN)))
DRAFT = Draft(CLEAN, (Run(0, len(CLEAN), Place(0, 0)),), BLOCKS)


def original(given: Metadata | None = None) -> Original:
    return Original(CLEAN.encode(), given or Metadata(), TextReader())


def test_given_outranks_the_format_and_that_outranks_the_first_lines() -> None:
    draft = Draft(CLEAN, (), BLOCKS, Metadata(title="From the head", publisher="From the head"))
    metadata = compose(original(Metadata(publisher="Given")), draft).text.document.metadata
    assert (metadata.title, metadata.publisher) == ("From the head", "Given")


def test_language_is_that_of_the_body_unless_it_is_given() -> None:
    draft = Draft(CLEAN, (), BLOCKS, Metadata(language="de"))
    assert compose(original(), draft).text.document.metadata.language == "en"
    assert compose(original(Metadata(language="fr")), draft).text.document.metadata.language == "fr"
    short = Draft("Nein.", (), (Block(0, 5),), Metadata(language="de"))
    assert compose(original(), short).text.document.metadata.language == "de"


def test_blank_blocks_are_dropped() -> None:
    assert [s.paragraph for s in compose(original(), DRAFT).text.sentences] == [0, 1, 1]


def test_a_draft_that_wanted_more_text_is_a_stub() -> None:
    assert compose(original(), DRAFT).shortcomings == ()
    stub = Draft(CLEAN, (), BLOCKS, shortcomings=(Reason.GUESSED_ENCODING,), enough=250)
    assert compose(original(), stub).shortcomings == (Reason.GUESSED_ENCODING, Reason.LITTLE_TEXT)


def test_boilerplate_alone_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        compose(original(), Draft("Menu", (), (Block(0, 4, why="navigation"),)))
    assert caught.value.reason == Reason.NO_TEXT
