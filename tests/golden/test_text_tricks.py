"""Hidden words never become a claim and are told; text that gives orders changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from alleged.extract.engine import LexiconExtractor
from alleged.model.document import Metadata, Text
from alleged.model.vocabulary import Reason
from alleged.text import read_document
from tests.strategies.hiding import SECRET, SHOWN, Variant, hiding_variants, page

VARIANTS = hiding_variants()
FEWEST = 40
EXAMPLES = Path(__file__).parents[2] / "examples"


def told(text: Text) -> list[tuple[object, ...]]:
    """The claims of a text without their places."""
    return [
        (
            *(claim.quote.exact, claim.content.exact, claim.stance, claim.act),
            *(claim.speaker.name, claim.speaker.role, claim.speaker.basis),
            *(tuple(m.name for m in side) for side in (claim.actors, claim.targets)),
        )
        for claim in LexiconExtractor().extract(text)
    ]


def test_there_are_enough_ways() -> None:
    assert len(VARIANTS) >= FEWEST
    assert len({variant.name for variant in VARIANTS}) == len(VARIANTS)


def test_the_words_would_be_claims_if_they_were_shown() -> None:
    text = read_document(page(f"<p>{SECRET}</p>"), "page", Metadata()).text
    assert len(told(text)) > len(told(read_document(page(), "page", Metadata()).text)) >= 2


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_ordinary_documents_are_not_flagged(path: Path) -> None:
    reading = read_document(path.read_bytes(), path.name, Metadata())
    assert Reason.HIDDEN_TEXT not in reading.shortcomings
    assert reading.text.hidden == ()


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_hidden_words_are_told_and_never_claimed(variant: Variant) -> None:
    hiding = read_document(variant.data, variant.name, Metadata())
    plain = read_document(variant.plain, variant.name, Metadata())
    assert Reason.HIDDEN_TEXT in hiding.shortcomings
    assert Reason.HIDDEN_TEXT not in plain.shortcomings
    assert {part.why for part in hiding.text.hidden} == {variant.why}
    assert told(hiding.text) == told(plain.text)
    assert len(told(plain.text)) >= 2
    assert hiding.text.document.metadata.title == plain.text.document.metadata.title


@pytest.mark.parametrize("text", [f"\u202e{SECRET}\u202c", chr(0xE0041) * 9])
def test_a_paragraph_that_shows_nothing_is_none(text: str) -> None:
    hiding = read_document(page(f"<p>{text}</p>"), "page", Metadata())
    assert told(hiding.text) == told(read_document(page(), "page", Metadata()).text)
    assert Reason.HIDDEN_TEXT in hiding.shortcomings
    for name in (f"{SHOWN[0]}\n\n{text}\n\n{SHOWN[1]}", f"# A title\n\n{SHOWN[0]}\n\n{text}\n\n{SHOWN[1]}"):
        assert Reason.HIDDEN_TEXT in read_document(name.encode(), "text", Metadata()).shortcomings


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_the_hidden_words_are_kept_to_the_letter_with_their_place(variant: Variant) -> None:
    text = read_document(variant.data, variant.name, Metadata()).text
    for part in text.hidden:
        places = [text.find_place(position) for position in range(part.start, part.end)]
        assert all(places)
    shown = text.clean[: text.hidden[0].start]
    assert SECRET[:20] not in shown
    assert all(sentence.end <= text.hidden[0].start for sentence in text.sentences)
    assert SHOWN[1] in " ".join(shown.split())
