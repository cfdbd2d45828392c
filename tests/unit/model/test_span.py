from __future__ import annotations

import pytest

from alleged.errors import AnchorError
from alleged.model.span import CONTEXT, Span, check_anchor, span_at

TEXT = "The embassy 🦉 denied it. " * 8


def test_a_span_keeps_its_words_and_what_stands_around_them() -> None:
    start = TEXT.index("denied", 60)
    span = span_at(TEXT, start, start + 6)
    assert span.exact == "denied"
    assert span.prefix == TEXT[start - CONTEXT : start]
    assert span.suffix == TEXT[start + 6 : start + 6 + CONTEXT]


def test_at_the_edges_there_is_less_around_it() -> None:
    assert span_at(TEXT, 0, 3).prefix == ""
    assert span_at(TEXT, len(TEXT) - 3, len(TEXT)).suffix == ""


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, len(TEXT) + 1), (len(TEXT), len(TEXT))]
)
def test_there_is_no_span_of_nothing(start: int, end: int) -> None:
    with pytest.raises(AnchorError, match=f"{start}-{end}"):
        span_at(TEXT, start, end)


def test_words_that_stand_where_a_span_says_are_anchored() -> None:
    check_anchor(TEXT, span_at(TEXT, 12, 19))


@pytest.mark.parametrize(
    "span",
    [
        Span(4, 11, "Embassy"),
        Span(5, 12, "embassy"),
        Span(0, 0, ""),
        Span(len(TEXT), len(TEXT) + 3, "The"),
        Span(-6, -3, "it."),
    ],
)
def test_words_that_stand_elsewhere_are_not(span: Span) -> None:
    with pytest.raises(AnchorError):
        check_anchor(TEXT, span)


def test_one_span_holds_another() -> None:
    outer, inner, beside = Span(2, 9, "x"), Span(2, 5, "y"), Span(8, 12, "z")
    assert outer.holds(inner)
    assert outer.holds(outer)
    assert not inner.holds(outer)
    assert not outer.holds(beside)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 4), (3, 6), True), ((0, 4), (4, 6), False), ((2, 3), (0, 9), True), ((5, 6), (0, 5), False)],
)
def test_spans_overlap_where_they_share_a_character(
    one: tuple[int, int], other: tuple[int, int], shared: bool
) -> None:
    assert Span(*one, "x").overlaps(Span(*other, "y")) is shared
    assert Span(*other, "y").overlaps(Span(*one, "x")) is shared
