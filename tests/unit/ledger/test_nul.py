from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alleged.ledger.nul import escape, unescape

LETTERS = st.text(st.sampled_from("\0\x1a01 aä技💥"))


@given(LETTERS)
def test_what_is_escaped_holds_no_nul_and_comes_back(words: str) -> None:
    assert "\0" not in escape(words)
    assert unescape(escape(words)) == words


@given(LETTERS, LETTERS)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert (escape(one) == escape(other)) == (one == other)


def test_most_words_stay_as_they_are() -> None:
    assert escape("Čapek\n\t\x1b") == "Čapek\n\t\x1b"
