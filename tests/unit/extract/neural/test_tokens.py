"""Word pieces with their places, and what an uncased vocabulary drops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural import tokens as module
from alleged.extract.neural.tokens import CASES, LINES, QUOTES, Tokens, case_of, read_tokens, run_of
from tests.strategies.documents import plain_texts
from tests.unit.extract.neural.networks import tokens_of, vocabulary

LETTERS = vocabulary()
SMALL, TITLE, UPPER, MIXED, DIGIT, QUOTE, STOP, OTHER = range(CASES)


def pieces(text: str, tokens: Tokens) -> list[str]:
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def quoted(text: str) -> list[str]:
    """The pieces inside a quotation."""
    tokens = tokens_of(text)
    return [piece for piece, quote in zip(pieces(text, tokens), tokens.quotes, strict=True) if quote]


def lines(text: str) -> list[int]:
    found: list[int] = tokens_of(text).lines.tolist()
    return found


@pytest.mark.parametrize(
    ("piece", "case"),
    [
        ("hack", SMALL),
        ("é", SMALL),
        ("3rd", SMALL),
        ("U", TITLE),
        ("Riga", TITLE),
        ("İ", TITLE),
        ("APT", UPPER),
        ("APT31", UPPER),
        ("eBay", MIXED),
        ("北京", MIXED),
        ("31", DIGIT),
        ("“", QUOTE),
        ("”", QUOTE),
        ('"', QUOTE),
        ("’", QUOTE),
        (".", STOP),
        ("?", STOP),
        (",", OTHER),
        ("😀", OTHER),
    ],
)
def test_a_piece_is_of_the_class_that_it_is_written_in(piece: str, case: int) -> None:
    assert case_of(piece) == case


def test_places_are_code_points_whatever_stands_before() -> None:
    text = "😀 🇺🇸 Café e\u0301té  北京 ﬁrm\u200b İst, hack"
    tokens = tokens_of(text)
    found = pieces(text, tokens)
    assert found[:2] == ["😀", "🇺🇸"]
    assert tokens.starts[:2].tolist() == [0, 2]
    assert [found[-1], found[-2]] == ["hack", ","]
    assert {"北", "京"} <= set(found)
    assert text.index("hack") == tokens.starts[-1]


def test_a_word_that_the_vocabulary_lacks_is_read_in_pieces() -> None:
    text = "hacked, zzz"
    tokens = read_tokens(text, vocabulary("hacked"))
    assert pieces(text, tokens) == ["hacked", ",", "z", "z", "z"]
    assert tokens.cases.tolist() == [SMALL, OTHER, SMALL, SMALL, SMALL]


@given(plain_texts())
def test_every_piece_stands_in_the_text_in_order(text: str) -> None:
    tokens = read_tokens(text, LETTERS)
    starts, ends = tokens.starts, tokens.ends
    assert (starts < ends).all()
    assert (np.diff(starts) >= 0).all()
    assert (np.diff(ends) >= 0).all()
    assert not len(tokens) or (starts[0] >= 0 and ends[-1] <= len(text))
    assert all(piece.strip() for piece in pieces(text, tokens))
    for values, many in ((tokens.cases, CASES), (tokens.quotes, QUOTES), (tokens.lines, LINES)):
        assert len(values) == len(tokens)
        assert set(values.tolist()) <= set(range(many))


@pytest.mark.parametrize("text", ["", " \n\n ", "\r\n"])
def test_nothing_to_read_gives_no_tokens(text: str) -> None:
    tokens = tokens_of(text)
    assert len(tokens) == 0
    assert tokens.lines.shape == tokens.quotes.shape == (0,)


@given(st.lists(st.sampled_from(["Riga", "hacked", "é😀", ",", '"', "“no”", "\n", "\n\n"]), max_size=40))
def test_a_long_text_is_read_in_parts_like_a_short_one(words: list[str]) -> None:
    text = " ".join(words)
    whole = read_tokens(text, LETTERS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PART", 9)
        parted = read_tokens(text, LETTERS)
    for name in ("ids", "starts", "ends", "cases", "quotes", "lines"):
        assert getattr(parted, name).tolist() == getattr(whole, name).tolist()


def test_a_word_longer_than_a_part_is_cut_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PART", 9)
    text = "a" * 25 + " b"
    tokens = read_tokens(text, LETTERS)
    assert "".join(pieces(text, tokens)) == "a" * 25 + "b"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('he said "no way" twice', ['"', "no", "way"]),
        ("he said “no way” twice", ["“", "no", "way"]),
        ('a "b" c "d" e', ['"', "b", '"', "d"]),
        ("a ” b", []),
        ("“a “b” c", ["“", "a", "“", "b"]),
        ("it's ‘a’ b", []),
    ],
)
def test_pieces_from_an_opening_mark_to_the_closing_one_are_quoted(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize("blank", ["\n\n", "\n \t\n", "\r\n\r\n", "\r\n \r\n", "\r\r", "\n\n\n"])
def test_a_blank_line_closes_a_quotation_on_any_system(blank: str) -> None:
    assert quoted(f'"a{blank}b') == ['"', "a"]
    assert quoted(f'"a{blank}b "c" d') == ['"', "a", '"', "c"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \n "])
def test_the_end_of_a_line_closes_none(end: str) -> None:
    assert quoted(f"“a{end}b” c") == ["“", "a", "b"]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("a b", [2, 0]),
        ("  a\nb c", [2, 1, 0]),
        ("a\n\nb\nc", [2, 2, 1]),
        ("a\r\n\r\nb\r\nc", [2, 2, 1]),
        ("a\r\rb\rc", [2, 2, 1]),
        ("a\n \nb\n\n\n\nc", [2, 2, 2]),
    ],
)
def test_the_first_piece_of_a_line_is_told_from_that_after_a_blank_one(text: str, begins: list[int]) -> None:
    assert lines(text) == begins


@pytest.mark.parametrize(
    ("start", "end", "run"),
    [
        (0, 3, (0, 1)),
        (1, 2, (0, 1)),
        (2, 6, (0, 2)),
        (3, 5, None),
        (5, 6, (1, 2)),
        (0, 99, (0, 3)),
        (99, 100, None),
    ],
)
def test_a_run_holds_the_tokens_that_share_a_character(
    start: int, end: int, run: tuple[int, int] | None
) -> None:
    assert run_of(tokens_of("the  bank hacked"), start, end) == run
