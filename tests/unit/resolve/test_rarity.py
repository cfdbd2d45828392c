from __future__ import annotations

import pytest

from alleged.resolve.name_words import read_word
from alleged.resolve.rarity import LEAST, NOTHING_KNOWN, count_words

NAMES = ["Wuhan Kelan", "Wuhan Boda", "Wuhan Haifeng", "Wuhan Kelan Wuhan", "Минск Гранит", "Минск Алмаз"]


def test_a_word_of_many_names_weighs_less() -> None:
    rarity = count_words(NAMES)
    weights = [rarity.weight(read_word(run)) for run in ("wuhan", "kelan", "boda", "unheard")]
    assert weights == sorted(weights)
    assert weights[0] < weights[1] < weights[2] == weights[3] == 1.0


def test_a_word_counts_once_a_name_and_in_any_spelling_that_reads_the_same() -> None:
    rarity = count_words(NAMES)
    assert rarity.counts["wuhan"] == 4
    assert rarity.weight(read_word("минск")) == rarity.weight(read_word("minsk")) < 1.0


def test_a_word_of_every_name_keeps_a_little() -> None:
    assert count_words(["Bank A", "Bank B", "Bank C"]).weight(read_word("bank")) == LEAST


def test_without_a_list_every_word_weighs_the_same() -> None:
    assert NOTHING_KNOWN.weight(read_word("bank")) == 1.0


@pytest.mark.parametrize("names", [[], ["One Name"]])
def test_a_list_of_hardly_any_names_tells_nothing(names: list[str]) -> None:
    assert count_words(names).weight(read_word("name")) == 1.0
