from __future__ import annotations

import pytest

from alleged.text.stops import ends_abbreviated, last_word


@pytest.mark.parametrize("line", ["nine U.S.", "etc.", "by Mr.", "since Sept.", "John F.", "the Sino-U.S."])
def test_a_known_or_dotted_word_or_an_initial_is_abbreviated(line: str) -> None:
    assert ends_abbreviated(line)


@pytest.mark.parametrize("line", ["", ".", "U.S", "the agencies.", "in the U.S..", "etc.?"])
def test_no_other_line_is(line: str) -> None:
    assert not ends_abbreviated(line)


def test_the_last_word_is_without_what_is_glued_before_it() -> None:
    assert [last_word(words) for words in ("a “U.S", "Sino-U.S", "a ", "")] == ["U.S", "U.S", "a", ""]
