"""The figures of attributions, each on a case small enough to count by hand."""

from __future__ import annotations

import pytest

from alleged.model.document import Extent
from benchmarks.spans import Told, Triple, count, sum_up

TEXT = (
    "Ada Bell said “the mail was stolen”. The ministry, in a letter, denied that its staff took it. "
    "The doors were left open, it was reported."
)
FIRST = ("Ada Bell", "said", "“the mail was stolen”.")
SECOND = ("The ministry", "denied", "its staff took it")
THIRD = ("", "it was reported", "The doors were left open")
GOLD = (FIRST, SECOND, THIRD)


def find(words: str) -> tuple[Extent, ...]:
    """The places of words; "|" parts stretches of the same role."""
    starts = ((TEXT.index(part), part) for part in words.split("|") if part)
    return tuple(Extent(start, start + len(part)) for start, part in starts)


def triple(words: tuple[str, str, str]) -> Triple:
    source, cue, content = words
    return Triple(find(source), find(cue), find(content))


def figures(gold: tuple[tuple[str, str, str], ...], *told: tuple[str, str, str]) -> dict[str, int | float]:
    return sum_up(count(Told(TEXT, [triple(one) for one in gold], [triple(one) for one in told])))


def test_the_annotation_itself_is_all_right() -> None:
    got = figures(GOLD, *reversed(GOLD))
    assert got == {
        "documents": 1,
        "gold": 3,
        "predicted": 3,
        "triple_overlap": 100.0,
        "triple_exact": 100.0,
        "unquoted_recall": 100.0,
        "source_exact": 100.0,
        "cue_exact": 100.0,
        "content_exact": 100.0,
    }


def test_without_any_prediction_all_is_missed() -> None:
    got = figures(GOLD)
    assert (got["gold"], got["predicted"]) == (3, 0)
    assert not any(share for share in got.values() if isinstance(share, float))


def test_without_any_annotation_there_is_nothing_to_divide_by() -> None:
    assert set(figures(()).values()) == {0, 1}


def test_marks_at_the_ends_do_not_count() -> None:
    got = figures((FIRST,), ("Ada Bell said", "said “", "the mail was stolen"))
    assert got["cue_exact"] == got["content_exact"] == 100.0
    assert got["source_exact"] == got["triple_exact"] == 0.0
    assert got["triple_overlap"] == 100.0


@pytest.mark.parametrize(
    ("told", "overlaps"),
    [
        (("Ada", "said", "stolen"), True),
        (("", "said", "the mail"), False),  # the source is missing
        (("The ministry", "said", "the mail"), False),  # another source
        (("Ada", "denied", "the mail"), False),  # another cue
        (("Ada", "said", ""), False),
        (("Ada|The ministry", "said", "the mail"), True),  # one stretch of several is enough
    ],
)
def test_every_role_must_share_a_character(told: tuple[str, str, str], overlaps: bool) -> None:
    assert (figures((FIRST,), told)["triple_overlap"] == 100.0) == overlaps


def test_a_source_where_the_annotation_has_none_is_wrong() -> None:
    assert figures((THIRD,), ("The ministry", *THIRD[1:]))["triple_overlap"] == 0.0


def test_a_stretch_of_marks_only_is_none() -> None:
    got = figures((THIRD,), (". ", *THIRD[1:]))
    assert got["triple_exact"] == 100.0
    assert got["source_exact"] == 0.0


def test_triples_without_any_words_are_the_same_but_share_nothing() -> None:
    got = figures((("", "", ""),), ("", "", ""))
    assert (got["triple_overlap"], got["triple_exact"]) == (0.0, 100.0)


def test_each_triple_is_taken_once_and_the_best_first() -> None:
    got = figures((SECOND, ("The ministry", "denied", "its")), SECOND, ("The", "denied", "staff"))
    assert got["triple_exact"] == 50.0
    assert got["triple_overlap"] == 50.0  # what is left shares no content


def test_the_order_of_stretches_does_not_matter() -> None:
    gold = ("The ministry|letter", "denied", "it")
    assert figures((gold,), ("letter|The ministry", "denied", "it"))["triple_exact"] == 100.0


def test_stretches_count_by_themselves_and_as_often_as_they_are_there() -> None:
    got = figures((FIRST, (FIRST[0], "denied", "its staff")), SECOND, (FIRST[0], "it was reported", "letter"))
    assert got["source_exact"] == 50.0
    assert got["cue_exact"] == 50.0
    assert got["content_exact"] == 0.0


def test_unquoted_are_those_that_do_not_open_with_a_mark() -> None:
    assert figures(GOLD, FIRST)["unquoted_recall"] == 0.0
    assert figures(GOLD, SECOND)["unquoted_recall"] == 50.0
    assert figures((FIRST,), FIRST)["unquoted_recall"] == 0.0  # there is none


def test_documents_add_up() -> None:
    gold = [triple(one) for one in GOLD]
    counts = count(Told(TEXT, gold, gold)) + count(Told(TEXT, gold[:1], ()))
    got = sum_up(counts)
    assert (got["documents"], got["gold"], got["predicted"]) == (2, 4, 3)
    assert got["triple_exact"] == pytest.approx(100 * 6 / 7)


def test_spoiled_annotation_gives_the_figures_of_the_scorer_of_the_corpus() -> None:
    """Taken from the program that scores the peers, over these triples."""
    got = figures(
        GOLD,
        ("Bell said", "said", "the mail was|stolen"),
        ("Ada Bell", "said ", "the mail was stolen”"),
        ("The ministry", "denied that", "its staff"),
        ("", "reported", "doors were left open, it"),
        ("letter", "denied", "its staff took it"),
        ("Ada Bell", "denied", "The doors were left open"),
        ("", "", " “"),
    )
    assert got == pytest.approx(
        {
            "documents": 1,
            "gold": 3,
            "predicted": 7,
            "triple_overlap": 60.0,
            "triple_exact": 20.0,
            "unquoted_recall": 100.0,
            "source_exact": 57.142857,
            "cue_exact": 44.444444,
            "content_exact": 60.0,
        }
    )
