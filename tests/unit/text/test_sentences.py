from __future__ import annotations

import time

import pytest

from alleged.lexicon.abbreviations import AbbreviationGroup, load_groups
from alleged.model.document import Extent
from alleged.model.vocabulary import Part
from alleged.text.draft import Block
from alleged.text.sentences import LONGEST, find_sentences, trim

pytestmark = pytest.mark.alone


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text, [Block(0, len(text))])]


def test_paragraphs_are_counted_and_boilerplate_is_left_out() -> None:
    text = "A one. B two. Menu. C three."
    blocks = [Block(0, 13), Block(14, 19, why="navigation"), Block(20, 28, Part.ITEM)]
    found = find_sentences(text, blocks)
    assert [(text[s.start : s.end], s.paragraph, s.part) for s in found] == [
        ("A one.", 0, Part.BODY),
        ("B two.", 0, Part.BODY),
        ("C three.", 1, Part.ITEM),
    ]


def test_a_heading_is_one_sentence() -> None:
    text = "Who did it? We know. Now"
    assert len(find_sentences(text, [Block(0, len(text), Part.HEADING)])) == 1


def test_a_block_without_letters_is_no_paragraph() -> None:
    text = "*** Yes."
    found = find_sentences(text, [Block(0, 3), Block(4, 8)])
    assert [(s.start, s.paragraph) for s in found] == [(4, 0)]


def test_no_sentence_is_longer_than_the_limit_and_cuts_are_at_blanks() -> None:
    words = "word " * 2_000
    pieces = split(words)
    assert " ".join(pieces) == words.strip()
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert {word for piece in pieces for word in piece.split()} == {"word"}


def test_a_word_longer_than_the_limit_is_cut_anyway() -> None:
    pieces = split("x" * (2 * LONGEST + 5))
    assert [len(piece) for piece in pieces] == [LONGEST, LONGEST, 5]


def test_trim_leaves_blanks_out() -> None:
    assert trim("  a\u00a0\u200b", Extent(0, 5)) == Extent(2, 3)
    assert trim("   ", Extent(0, 3)) == Extent(3, 3)


@pytest.mark.parametrize("group", load_groups(), ids=lambda group: str(group.id))
def test_every_entry_of_the_abbreviations_holds(group: AbbreviationGroup) -> None:
    assert len(split(group.matches)) == 1
    assert len(split(group.never)) == 2


@pytest.mark.parametrize("unit", [". ", "“ ", "He said no. ", "(", "U.S. ", "a", '."', "。"])
def test_time_grows_with_the_length(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        find_sentences(text, [Block(0, len(text))])
        return time.process_time() - start

    def best(length: int) -> float:
        return min(cost(length) for _ in range(3))

    assert best(400_000) < 25 * max(best(40_000), 0.01)
