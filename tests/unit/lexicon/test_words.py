"""Words of a sentence, with their places and the forms in which they are compared."""

from __future__ import annotations

import pytest

from alleged.lexicon.words import _CLITICS_BY_LENGTH, find_words, is_normal, normalise


def texts(text: str) -> list[str]:
    return [word.text for word in find_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bank was hit.", ["The", "bank", "was", "hit", "."]),
        ("China's claim", ["China", "'s", "claim"]),
        ("China’s claim", ["China", "’s", "claim"]),
        ("we've, they'll, you're", ["we", "'ve", ",", "they", "'ll", ",", "you", "'re"]),
        ("it didn't", ["it", "didn't"]),
        ("the U.S. and the U.K.", ["the", "U.S.", "and", "the", "U.K."]),
        ("a state-backed group", ["a", "state-backed", "group"]),
        ("a zero–day—so", ["a", "zero", "–", "day", "—", "so"]),
        ("ask desk@mil.example now", ["ask", "desk@mil.example", "now"]),
        ("AT&T paid $4.5m", ["AT&T", "paid", "$", "4.5m"]),
        ("the firms' (two) sites", ["the", "firms", "'", "(", "two", ")", "sites"]),
        ("华为 and Ångström", ["华为", "and", "Ångström"]),
        ("hacked 💥 twice", ["hacked", "💥", "twice"]),
        ("one\u00a0two\r\nthree", ["one", "two", "three"]),
        ("", []),
        (" \t\n", []),
    ],
)
def test_a_text_falls_into_words(text: str, words: list[str]) -> None:
    assert texts(text) == words


def test_places_are_those_of_the_whole_text() -> None:
    text = "💥 China’s bank"
    words = find_words(text, 2)
    assert [text[w.start : w.end] for w in words] == ["China", "’s", "bank"]
    assert [w.start for w in words] == [2, 7, 10]


def test_words_stop_at_the_end_that_is_given() -> None:
    assert [w.text for w in find_words("one two three", 4, 7)] == ["two"]


@pytest.mark.parametrize(
    ("word", "norm"),
    [
        ("Said", "said"),
        ("U.S.", "us"),
        ("U.K", "uk"),
        ("didn’t", "didn't"),
        ("4.5", "4.5"),
        (".", "."),
        ("A.", "a"),
    ],
)
def test_words_are_compared_in_their_normal_form(word: str, norm: str) -> None:
    assert normalise(word) == norm


@pytest.mark.parametrize("word", ["APT31", "eBay", "Beijing", "U.S."])
def test_a_capital_makes_a_word_look_like_a_name(word: str) -> None:
    assert find_words(word)[0].is_name_like


@pytest.mark.parametrize("word", ["bank", "31", "(", "华为"])
def test_without_a_capital_it_does_not(word: str) -> None:
    assert not find_words(word)[0].is_name_like


def test_marks_are_no_words_but_possessives_are() -> None:
    marks = {word.text: word.is_mark for word in find_words("“China's 3 banks” – 💥")}
    assert marks == {
        "“": True,
        "China": False,
        "'s": False,
        "3": False,
        "banks": False,
        "”": True,
        "–": True,
        "💥": True,
    }


@pytest.mark.parametrize("word", ["said", "didn't", "'s", "'", "state-backed", "&", "us"])
def test_a_text_can_hold_a_normal_word(word: str) -> None:
    assert is_normal(word)


@pytest.mark.parametrize("word", ["Said", "attorney's", "a.k.a", "’s", "two words", "U.S."])
def test_no_text_can_hold_another(word: str) -> None:
    assert not is_normal(word)


def test_every_ending_that_is_split_off_has_an_apostrophe() -> None:
    assert [word.norm for word in find_words("They've said it's theirs")] == [
        *("they", "'ve", "said", "it", "'s", "theirs")
    ]
    assert all("'" in clitic for clitic in _CLITICS_BY_LENGTH)
