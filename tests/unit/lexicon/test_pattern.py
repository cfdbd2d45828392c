"""Patterns over words."""

from __future__ import annotations

import pytest

from alleged.errors import LexiconError
from alleged.lexicon.pattern import parse_pattern
from alleged.lexicon.words import find_words


def matched(line: str, text: str) -> str | None:
    """The words that a pattern matches at the beginning of a text."""
    words = find_words(text)
    end = parse_pattern(line).end_of_match(words, 0)
    return None if end is None else text[: words[end - 1].end]


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("said", "said so", "said"),
        ("said", "SAID so", "SAID"),
        ("said", "saying so", None),
        ("said", "", None),
        ("said|says", "says so", "says"),
        ("accuse~", "accusing them", "accusing"),
        ("accuse~ of", "accused of it", "accused of"),
        ("accuse~ of", "accused", None),
        ("hit~ back|out", "hitting out", "hitting out"),
        ("very? likely", "likely so", "likely"),
        ("very? likely", "very likely so", "very likely"),
        ("lay~ the? blame", "laid the blame on", "laid the blame"),
        ("blame the?", "blame the firm", "blame the"),
        ("add~ * list", "added list", "added list"),
        ("add~ * list", "added to the list", "added to the list"),
        ("add~ * list", "added one two three four list", "added one two three four list"),
        ("add~ * list", "added one two three four five list", None),
        ("add~ * list", "added it, then a list", None),
        ("add~ * to * list", "added it to its new list", "added it to its new list"),
        ("china 's", "China’s hackers", "China’s"),
    ],
)
def test_a_pattern_matches_these_words(line: str, text: str, found: str | None) -> None:
    assert matched(line, text) == found


def test_the_longest_variant_wins() -> None:
    assert matched("be~ behind? bars?", "was behind bars") == "was behind bars"


def test_a_gap_is_as_short_as_can_be() -> None:
    assert matched("add~ * list", "added the list to the list") == "added the list"


def test_a_match_begins_where_it_is_looked_for() -> None:
    words = find_words("he said so")
    pattern = parse_pattern("said")
    assert [pattern.end_of_match(words, at) for at in range(3)] == [None, 2, None]


def test_a_pattern_knows_its_words() -> None:
    pattern = parse_pattern("formally? accuse~ * of|for")
    accuse = {"accuse", "accuses", "accused", "accusing"}
    assert pattern.firsts() == {"formally"} | accuse
    assert pattern.words() == {"formally", "of", "for"} | accuse


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("", "has 0 items"),
        ("a b c d e f g h i", "has 9 items"),
        ("* said", "begin or end with a gap"),
        ("said *", "begin or end with a gap"),
        ("very? * likely", "begin or end with a gap"),
        ("very?", "begin or end with a gap"),
    ],
)
def test_a_line_that_is_no_pattern_is_an_error_with_a_cure(line: str, what: str) -> None:
    with pytest.raises(LexiconError, match=what) as caught:
        parse_pattern(line)
    assert repr(line) in caught.value.what
    assert caught.value.cure
