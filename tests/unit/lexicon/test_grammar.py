from __future__ import annotations

import pytest

from alleged.lexicon.grammar import means_nothing
from alleged.lexicon.words import find_words


@pytest.mark.parametrize("words", ["than", "more than 150", "some", "other", "2,500", "13694", "us", "at"])
def test_words_without_a_noun_or_a_name_mean_nothing(words: str) -> None:
    assert means_nothing(find_words(words))


@pytest.mark.parametrize("words", ["US", "two men", "other firms", "APT31", "30 ministries", "the group"])
def test_words_with_a_noun_or_a_name_mean_something(words: str) -> None:
    assert not means_nothing(find_words(words))
