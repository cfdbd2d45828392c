from __future__ import annotations

import random

import pytest

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.decode import decode, find_declared

RUSSIAN = "Россия отвергла обвинения. Представитель министерства заявил, что это ложь. " * 3
FRENCH = "Les autorités françaises ont déclaré que l’opération était menée par un groupe étranger. " * 2


@pytest.mark.parametrize("words", ["a\r\nb\rc\n", "\ufeffChina", "e\u0301 😀 שלום \u00a0", "\u2028\x0b"])
def test_utf_8_is_kept_to_the_letter(words: str) -> None:
    decoded = decode(words.encode())
    assert decoded.text == words
    assert decoded.shortcomings == ()


def test_utf_16_keeps_its_mark_as_the_first_character() -> None:
    assert decode("China".encode("utf-16")).text == "\ufeffChina"


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (FRENCH, "cp1252"), ("No. " * 9, "utf-16-le")],
)
def test_an_undeclared_encoding_is_guessed_and_owned_up_to(words: str, encoding: str) -> None:
    decoded = decode(words.encode(encoding))
    assert decoded.text == words
    assert decoded.shortcomings == (Reason.GUESSED_ENCODING,)


def test_a_declared_encoding_is_no_guess() -> None:
    decoded = decode(RUSSIAN.encode("koi8_r"), "koi8_r")
    assert decoded.text == RUSSIAN
    assert decoded.shortcomings == ()


def test_utf_8_outranks_what_is_declared() -> None:
    assert decode("é".encode(), "cp1252").text == "é"


def test_a_few_broken_bytes_in_utf_8_cost_only_those() -> None:
    decoded = decode(("Café “no” " * 20).encode() + b"\xff end")
    assert decoded.text.endswith("\ufffd end")
    assert decoded.text.startswith("Café “no”")
    assert decoded.shortcomings == (Reason.GUESSED_ENCODING,)


def test_broken_bytes_do_not_make_an_english_text_one_of_another_encoding() -> None:
    words = "The ministry said it was “slander” and “lies”, and named no one. " * 3
    data = words.encode()
    decoded = decode(data[:9] + b"\xff\xfe" + data[9:] + b"\x81")
    assert decoded.text == words[:9] + "\ufffd\ufffd" + words[9:] + "\ufffd"
    assert decoded.shortcomings == (Reason.GUESSED_ENCODING,)


def test_japanese_that_half_passes_for_utf_8_is_not_mended() -> None:
    words = "このことはなにもしていないとのことであるとのべているのでなにもない" * 9
    assert "\ufffd" not in decode(words.encode("euc_jp")).text


def test_bytes_in_no_encoding_are_refused() -> None:
    source = random.Random(1)
    with pytest.raises(Unreadable) as caught:
        decode(bytes(source.randrange(128, 256) for _ in range(500)))
    assert caught.value.reason == Reason.UNDECODABLE
    assert "save it as UTF-8" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'<meta charset="iso-8859-1">', "cp1252"),
        (b"<meta http-equiv=x content='text/html; charset=Windows-1251'>", "cp1251"),
        (b'<?xml version="1.0" encoding="Shift_JIS"?>', "cp932"),
        (b"<meta charset=gb2312>", "gb18030"),
        (b"<meta charset=utf-8>", None),
        (b"<meta charset=utf-7>", None),
        (b"<meta charset=rot13>", None),
        (b"<meta charset=base64>", None),
        (b"<meta charset=klingon>", None),
        (b"<p>no charset", None),
    ],
)
def test_only_text_encodings_that_are_known_count_as_declared(data: bytes, expected: str | None) -> None:
    assert find_declared(data) == expected
