"""Documents as their origins are looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alleged.model.document import Extent, Metadata
from alleged.resolve.accounts import (
    Account,
    account_of,
    are_within,
    body_of,
    day_of,
    in_order,
    is_later,
    unquoted,
)
from alleged.text import read_document
from tests.strategies.accounts import make_account


def published(when: str | None, words: str = "Something was said.") -> Account:
    return make_account(words, published=when)


def words_of(account: Account, extents: tuple[Extent, ...]) -> list[str]:
    return [account.clean[extent.start : extent.end] for extent in extents]


def test_a_text_becomes_an_account_with_what_is_known_of_it() -> None:
    data = Metadata(title="A port", publisher="Harbour Courier", published="2024-03-04")
    text = read_document(
        b"The mayor said: \xe2\x80\x9cNothing was lost.\xe2\x80\x9d He left.", "a.txt", data
    ).text
    account = account_of(text)
    assert (account.document, account.clean) == (text.document.id, text.clean)
    assert (account.title, account.publisher, account.published) == (
        "A port",
        "Harbour Courier",
        "2024-03-04",
    )
    assert words_of(account, account.quotations) == ["Nothing was lost."]
    assert account.label == "“A port”, Harbour Courier"


def test_a_document_without_a_title_is_called_by_its_id() -> None:
    assert Account("0123456789abcdef", "words").label == "document 01234567"


def test_earlier_documents_come_first_and_undated_ones_last() -> None:
    accounts = [published(when) for when in (None, "2024-03-05", "2024-03", "2023-12-31")]
    assert [a.published for a in in_order(accounts)] == ["2023-12-31", "2024-03", "2024-03-05", None]


def test_the_longest_of_one_day_comes_first_and_none_twice() -> None:
    short, long = published("2024-03-05"), published("2024-03-05", "Something longer was said of it.")
    assert in_order([short, long, short]) == (long, short)


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2024-03-05", "2024-03-04", True),
        ("2024-03-04", "2024-03-04", False),
        ("2024-03-05", "2024-03", False),
        ("2024-04", "2024-03-31", True),
        ("2024", None, False),
        (None, "2024", False),
    ],
)
def test_later_is_only_what_is_known_to_be(one: str | None, other: str | None, later: bool) -> None:
    assert is_later(published(one), published(other)) is later


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("2024-03", None),
        (None, None),
        ("2024-03-05T10:00", date(2024, 3, 5)),
    ],
)
def test_a_day_is_known_or_not(when: str | None, day: date | None) -> None:
    assert day_of(published(when)) == day


def test_days_between_are_counted_both_ways_and_unknown_ones_are_near() -> None:
    one, other = published("2024-03-01"), published("2024-03-08")
    assert are_within(one, other, 7)
    assert not are_within(other, one, 6)
    assert are_within(one, published(None), 0)


def test_quoted_words_are_left_out_and_the_rest_is_in_long_stretches() -> None:
    account = make_account(
        "It rained.", "Bell called it a sad day for all.", "She left.", quotations=("a sad day",)
    )
    assert words_of(account, unquoted(account)) == ["It rained. Bell called it ", " for all. She left."]


def test_what_no_sentence_holds_is_no_part_of_the_report() -> None:
    account = make_account("It rained.", "Follow us.", "She left.")
    account = replace(account, sentences=(account.sentences[0], account.sentences[2]))
    assert words_of(account, unquoted(account)) == ["It rained.", "She left."]
    assert words_of(account, body_of(account)) == ["It rained.", "She left."]


def test_without_sentences_the_whole_text_is_the_report() -> None:
    account = Account("d", "It rained. She left.")
    assert words_of(account, body_of(account)) == ["It rained. She left."]
