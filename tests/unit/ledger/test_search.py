from __future__ import annotations

import pytest

from alleged.ledger.search import Terms, find_terms, is_caseless


@pytest.mark.parametrize(
    ("search", "words", "literals"),
    [
        ("state  hackers", ("state", "hackers"), ()),
        ("U.S. “zero-day”", ("U.S.", "“zero-day”"), ()),
        ("a a A", ("a", "A"), ()),
        ("nul\0tab\tbell\x07end", ("nul", "tab", "bell", "end"), ()),
        ("half\ud800pair", ("half", "pair"), ()),
        ("шпионаж Čapek", ("шпионаж", "Čapek"), ()),
        ("华为 said 💥", ("said",), ("华为", "💥")),
        ("-- $ “ ΑΒ", (), ("--", "$", "“", "αβ")),
        ("\ue000 \u0378", (), ("\ue000", "\u0378")),
        (" \u2003\n", (), ()),
        ("", (), ()),
    ],
)
def test_terms(search: str, words: tuple[str, ...], literals: tuple[str, ...]) -> None:
    assert find_terms(search) == Terms(words, literals)


def test_no_terms_are_nothing_to_look_for() -> None:
    assert not find_terms("\0 \ud800")
    assert find_terms("?")


def test_each_literal_must_occur_in_one_of_the_fields() -> None:
    terms = find_terms("§ Ü→")
    assert terms.literally_in(("§ 5", "aü→b"))
    assert not terms.literally_in(("§ 5", "ü", "→"))
    assert not terms.literally_in(())


def test_only_letters_without_case_are_sought_before_texts_are_read() -> None:
    assert all(map(is_caseless, ("华为", "💥", "هاوی", "화웨이")))
    assert not any(map(is_caseless, ("§5", "aü→b", "Ωμ", "ʼn")))
