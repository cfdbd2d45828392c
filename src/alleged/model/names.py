"""Names reduced to what tells them apart: a key is equal for "APT31", "APT 31" and "Apt-31"."""

from __future__ import annotations

from unicodedata import category, combining, normalize

_INVISIBLE = "Cf"
"""Zero-width characters and marks of direction: kept, so that a name with one in it equals none without."""


def name_key(name: str) -> str:
    """The letters and digits of `name` without case and accents, all else left out; "" if it has none.

    Letters of other scripts stay what they are: Cyrillic "АРТ31" and wide letters have keys of their own.
    """
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    folded = normalize("NFD", normalize("NFD", name).casefold())
    return normalize("NFC", "".join(filter(_counts, folded)))


def _counts(letter: str) -> bool:
    return not combining(letter) and (letter.isalnum() or category(letter) == _INVISIBLE)
