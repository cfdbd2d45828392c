from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.safety import defang, one_line, visible

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\x9b\u202e\u2066\u200b\U000e0041\ud800\r\n\t"))


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b", "a␀b"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("evil\u202etxt.exe", "evil⟨U+202E⟩txt.exe"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("AP\u200bT31", "AP⟨U+200B⟩T31"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\udcff", "⟨U+DCFF⟩"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_a_mark(hidden: str, shown: str) -> None:
    assert visible(hidden) == shown


@pytest.mark.parametrize(
    "harmless", ["Zhāo 赵光宗", "می\u200cخواهم", "👩\u200d💻", "e\u0301", "U+00A0\u00a0here"]
)
def test_what_people_write_is_left_alone(harmless: str) -> None:
    assert visible(harmless) == harmless


@given(ANY_TEXT)
def test_no_control_or_bidirectional_character_is_left(text: str) -> None:
    for char in visible(text):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(char) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )


def test_one_line_folds_white_space_and_shows_the_rest() -> None:
    assert one_line(" a\r\n\tb \x07 c\u2028d ") == "a b ␇ c d"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://news.example/a.html?b=c.d", "hxxps://news[.]example/a.html?b=c.d"),
        ("HTTP://10.0.0.1:80/x", "hxxp://10[.]0[.]0[.]1:80/x"),
        ("see ftp://files.example, then stop", "see fxp://files[.]example, then stop"),
        ("press/story.txt", "press/story.txt"),
        ("", ""),
    ],
)
def test_an_address_is_shown_so_that_nothing_takes_it_for_a_link(written: str, shown: str) -> None:
    assert defang(written) == shown


@given(ANY_TEXT)
def test_no_address_is_left(text: str) -> None:
    shown = defang(f"{text} https://news.example/ {text} http://[::1].example")
    assert "http://" not in shown
    assert "https://" not in shown
    assert defang(shown) == shown
