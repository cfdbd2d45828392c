from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from alleged.lexicon.inflect import inflect
from alleged.lexicon.names import names
from alleged.lexicon.pattern import GAP, parse_pattern
from alleged.lexicon.rules import RuleIndex, acts, cues, hedges, roles
from alleged.lexicon.words import find_words, is_normal, normalise
from tests.strategies.stories import stories

TEXTS = st.text(max_size=200) | stories()
PLAIN_WORDS = st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=6)
SENTENCES = st.lists(PLAIN_WORDS, min_size=1, max_size=4)


@given(TEXTS)
def test_words_hold_every_character_that_is_no_blank_once_and_in_order(text: str) -> None:
    words = find_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert "".join(word.text for word in words) == re.sub(r"\s", "", text)


@given(TEXTS, st.integers(0, 50), st.integers(0, 50))
def test_a_part_of_a_text_has_no_words_outside_of_it(text: str, start: int, length: int) -> None:
    words = find_words(text, start, start + length)
    assert all(start <= word.start < word.end <= start + length for word in words)


@given(TEXTS)
def test_every_word_is_compared_in_the_form_of_its_letters(text: str) -> None:
    assert all(word.norm == normalise(word.text) for word in find_words(text))


@given(SENTENCES, SENTENCES)
def test_a_pattern_of_words_matches_these_words_and_no_others(words: list[str], others: list[str]) -> None:
    end = parse_pattern(" ".join(words)).end_of_match(find_words(" ".join(others)), 0)
    assert end == (len(words) if others[: len(words)] == words else None)


@given(st.integers(0, 2 * GAP), PLAIN_WORDS)
def test_a_gap_is_four_words_at_most(between: int, word: str) -> None:
    pattern = parse_pattern("begin * finish")
    words = find_words(" ".join(["begin", *[word] * between, "finish"]))
    assert pattern.end_of_match(words, 0) == (len(words) if between <= GAP else None)


@given(SENTENCES, st.data())
def test_an_optional_word_may_be_left_out(words: list[str], data: st.DataObject) -> None:
    pattern = parse_pattern(" ".join(["start", *(f"{word}?" for word in words), "stop"]))
    kept = [word for word in words if data.draw(st.booleans())]
    said = find_words(" ".join(["start", *kept, "stop"]))
    assert pattern.end_of_match(said, 0) == len(said)


@given(st.text(st.sampled_from("abcdefghiklmnopqrstuvwxyz"), min_size=2, max_size=9))
def test_a_verb_has_at_least_four_forms_that_texts_can_hold(verb: str) -> None:
    forms = inflect(verb)
    assert verb in forms
    assert all(is_normal(form) and form[0] == verb[0] for form in forms) or verb in {"be", "go"}


@given(TEXTS)
def test_what_is_found_lies_in_order_inside_the_words(text: str) -> None:
    words = find_words(text)
    indexes: tuple[RuleIndex[Any], ...] = (cues(), hedges(), acts(), roles())
    for index in indexes:
        kept = index.find_longest(words)
        assert all(0 <= match.start < match.end <= len(words) for match in index.find(words))
        assert all(one.end <= other.start for one, other in pairwise(kept))
    named = names().find(words)
    assert all(one.end <= other.start for one, other in pairwise(named))
