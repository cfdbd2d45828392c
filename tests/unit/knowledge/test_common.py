from __future__ import annotations

import pytest

from alleged.knowledge.common import common_words, is_common


@pytest.mark.parametrize("word", ["play", "royal", "empire", "snakes", "leading", "summit", "hunters"])
def test_ordinary_words_are_known_with_their_endings(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["turla", "emotet", "lazarus", "conti", "apt31", "cuba", "mimikatz", ""])
def test_other_words_are_not(word: str) -> None:
    assert not is_common(word)


def test_the_list_holds_what_it_says() -> None:
    assert len(common_words()) > 10_000
    assert all(
        word.isascii() and word.isalpha() and word.islower() and len(word) >= 4 for word in common_words()
    )
