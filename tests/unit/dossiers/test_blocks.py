from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.blocks import Block, find_blocks
from alleged.model.document import Boilerplate, Sentence, Text
from alleged.model.vocabulary import Part
from tests.unit.model.samples import make_text

CLEAN = "Mail stolen\n\nTold by: A. Holt\n\nThe port lost mail. It said so.\n\n* One office\n* Two ships\n"


def sentence(words: str, paragraph: int, part: Part = Part.BODY) -> Sentence:
    start = CLEAN.index(words)
    return Sentence(start, start + len(words), paragraph, part)


SENTENCES = (
    sentence("Mail stolen", 0, Part.HEADING),
    sentence("The port lost mail.", 1),
    sentence("It said so.", 1),
    sentence("One office", 2, Part.ITEM),
    sentence("Two ships", 3, Part.ITEM),
)
BYLINE = CLEAN.index("Told by")
TEXT = replace(
    make_text(CLEAN), sentences=SENTENCES, boilerplate=(Boilerplate(BYLINE, BYLINE + 16, "metadata"),)
)


def shown(text: Text) -> list[tuple[str, Part | None, str]]:
    return [(text.clean[b.start : b.end].strip(), b.part, b.why) for b in find_blocks(text)]


def test_a_block_is_a_paragraph_or_what_is_set_apart() -> None:
    assert shown(TEXT) == [
        ("Mail stolen", Part.HEADING, ""),
        ("Told by: A. Holt", None, "metadata"),
        ("The port lost mail. It said so.", Part.BODY, ""),
        ("* One office", Part.ITEM, ""),
        ("* Two ships", Part.ITEM, ""),
    ]


def test_white_space_belongs_to_the_block_before_it() -> None:
    first = find_blocks(TEXT)[0]
    assert CLEAN[first.start : first.end] == "Mail stolen\n\n"


def test_a_text_of_which_nothing_is_known_is_one_block() -> None:
    assert find_blocks(replace(TEXT, sentences=(), boilerplate=())) == (Block(0, len(CLEAN)),)


def test_an_empty_text_has_none() -> None:
    assert find_blocks(make_text("")) == ()


@st.composite
def stretches(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, len(CLEAN) - 1))
    return start, draw(st.integers(start + 1, len(CLEAN)))


@given(st.lists(st.tuples(stretches(), st.integers(0, 3))), st.lists(stretches()))
def test_the_blocks_joined_are_the_text(
    told: list[tuple[tuple[int, int], int]], apart: list[tuple[int, int]]
) -> None:
    sentences = tuple(Sentence(*place, paragraph, Part.BODY) for place, paragraph in told)
    boilerplate = tuple(Boilerplate(*place, "teaser") for place in apart)
    blocks = find_blocks(replace(TEXT, sentences=sentences, boilerplate=boilerplate))
    assert "".join(CLEAN[block.start : block.end] for block in blocks) == CLEAN
