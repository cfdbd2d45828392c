from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.resolve.quantities import Measure, find_quantities
from tests.strategies.stories import stories

COUNT, MONEY, DURATION = Measure.COUNT, Measure.MONEY, Measure.DURATION
YEAR = 365.2


@pytest.mark.parametrize(
    ("text", "words", "measure", "least", "most"),
    [
        ("reached thousands of victims on several coasts", "thousands of victims", COUNT, 1_000, None),
        ("call records of millions of Northwinders", "millions of Northwinders", COUNT, 1_000_000, None),
        ("at least 30,000 organisations were hit", "at least 30,000 organisations", COUNT, 30_000, None),
        ("up to 250,000 mail servers", "up to 250,000 mail servers", COUNT, None, 250_000),
        ("more than 10,000 malicious emails over", "more than 10,000 malicious emails", COUNT, 10_000, None),
        ("tens of thousands of servers worldwide", "tens of thousands of servers", COUNT, 10_000, None),
        ("seven men were named", "seven men", COUNT, 7, 7),
        ("a dozen ports", "a dozen ports", COUNT, 12, 12),
        ("a quarter of a million servers", "a quarter of a million servers", COUNT, 250_000, 250_000),
        ("half a million people", "half a million people", COUNT, 500_000, 500_000),
        ("between 3 and 5 million records", "between 3 and 5 million records", COUNT, 3e6, 5e6),
        ("10 to 20 servers", "10 to 20 servers", COUNT, 10, 20),
        ("some 1.5 million accounts", "some 1.5 million accounts", COUNT, 1_500_000, 1_500_000),
        ("a reward of up to $10 million for word", "up to $10 million", MONEY, None, 10_000_000),
        ("took US$ 3bn from it", "US$ 3bn", MONEY, 3e9, 3e9),
        ("$4.4m in coins", "$4.4m", MONEY, 4_400_000, 4_400_000),
        ("hundreds of millions of dollars", "hundreds of millions of dollars", MONEY, 100_000_000, None),
        ("for over a decade", "over a decade", DURATION, 10 * YEAR, None),
        ("over about 14 years, many", "about 14 years", DURATION, 14 * YEAR, 14 * YEAR),
        ("a 14-year campaign", "14-year", DURATION, 14 * YEAR, 14 * YEAR),
        ("spied for decades", "decades", DURATION, 20 * YEAR, None),
        ("for more than two weeks", "more than two weeks", DURATION, 14, None),
    ],
)
def test_an_amount_keeps_its_words_and_their_range(
    text: str, words: str, measure: Measure, least: float | None, most: float | None
) -> None:
    (found,) = find_quantities(text)
    assert (found.words, found.measure) == (words, measure)
    assert text[found.start : found.end] == words
    assert found.least == (None if least is None else pytest.approx(least))
    assert found.most == (None if most is None else pytest.approx(most))


@pytest.mark.parametrize(
    "text",
    [
        "in 2021 hackers returned",
        "since at least 2010",
        "on 25 March 2024",
        "Executive Order 13694",
        "the Five Eyes",
        "CVE-2021-26855",
        "APT31",
        "two years ago",
        "faces 20 years in prison",
        "a 14-year sentence",
        "once a year",
        "one of the ports",
        "",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_several_stand_in_order_and_do_not_overlap() -> None:
    found = find_quantities("more than 10,000 letters over about 14 years to seven firms for $2 million")
    told = ["more than 10,000 letters", "about 14 years", "seven firms", "$2 million"]
    assert [quantity.words for quantity in found] == told


def test_they_are_put_in_order_by_their_size() -> None:
    text = "thousands of firms, millions of people, up to 300 ports"
    found = sorted(find_quantities(text), key=lambda quantity: quantity.size)
    assert [quantity.size for quantity in found] == [300, 1_000, 1_000_000]


WORDS = (
    *("over", "a", "decade", "tens", "of", "thousands", "$", "10", "million", "between", "3", "and", "5"),
    *("servers", "14-year", "two", "decades", "US", "years", "ago", "at", "least", "2021", ",", "to"),
)
PIECES = st.lists(st.sampled_from(WORDS)).map(" ".join)


@given(PIECES | stories())
def test_words_are_to_the_letter_whatever_the_text(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert text[found.start : found.end] == found.words
        assert found.start >= end
        assert found.least is None or found.most is None or found.least <= found.most
        end = found.end
