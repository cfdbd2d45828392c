"""Names reduced to plain words, so that a filter finds them however they are written."""

from __future__ import annotations

from unicodedata import combining, normalize

UNDIVIDED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Myanmar
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3040", "\u30ff"),  # Hiragana, Katakana
    ("\u3400", "\u9fff"),  # Han
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
"""Scripts that put no space between words: each of their letters is taken as a word."""

DIVIDERS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "."}
"""What divides the words of an ASCII name; a dot may belong to initials."""


def name_words(name: str) -> tuple[str, ...]:
    """The words of `name` without case, accents and signs; "U.S." is one word.

    A name that is all signs keeps them as its words; only an empty one has none.
    """
    plain = normalize("NFKD", name).casefold()
    words = tuple(word for chunk in _divide(plain).split() for word in _undotted(chunk))
    return words or tuple(plain.encode("utf-8", "ignore").decode().split())


def _divide(plain: str) -> str:
    """The same letters with a space wherever words divide; dots remain."""
    if plain.isascii():
        return plain.translate(DIVIDERS)
    return "".join(_divided(letter) for letter in plain if not combining(letter))


def _divided(letter: str) -> str:
    if any(first <= letter <= last for first, last in UNDIVIDED):
        return f" {letter} "
    return letter if letter.isalnum() or letter == "." else " "


def _undotted(chunk: str) -> list[str]:
    """The words between dots; initials ("u.s.") stay together."""
    if "." not in chunk:
        return [chunk]
    pieces = [piece for piece in chunk.split(".") if piece]
    initials = len(pieces) > 1 and all(len(piece) == 1 for piece in pieces)
    return ["".join(pieces)] if initials else pieces
