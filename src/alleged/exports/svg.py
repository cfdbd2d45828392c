"""SVG written piece by piece: every text escaped, presentation attributes and classes only, no style."""

from __future__ import annotations

from html import escape
from unicodedata import bidirectional, east_asian_width

from alleged.dossiers.safety import one_line

_SQUARE = frozenset({"W", "F"})
_NARROW = frozenset("iljtfrI.,;:'!|()[]-“”‘’ ")
_BROAD = frozenset("mwMW%@—…")
_LEFTWARD = frozenset({"R", "AL"})
_ELLIPSIS = "…"


def element(tag: str, *inside: str, **attributes: str | float | None) -> str:
    """An element around what is SVG already; `stroke_width` is written stroke-width, `class_` class.

    Attributes that are None are left out.
    """
    told = "".join(_attribute(name, value) for name, value in attributes.items() if value is not None)
    return f"<{tag}{told}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{told}/>"


def written(text: str) -> str:
    """Text of a document as it may stand between two tags."""
    return escape(one_line(text))


def is_right_to_left(text: str) -> bool:
    """Whether letters of it are written from right to left, as Arabic and Hebrew ones are."""
    return any(bidirectional(letter) in _LEFTWARD for letter in text)


def shorten(text: str, room: float, size: float) -> str:
    """As much of the text as fits into `room` in letters of that size, with an ellipsis where it is cut."""
    told = one_line(text)
    if measure(told, size) <= room:
        return told
    left = room - size
    for at, letter in enumerate(told):
        left -= size * _width(letter)
        if left < 0:
            return told[:at].rstrip() + _ELLIPSIS
    return told


def measure(text: str, size: float) -> float:
    """About how wide a text is in a system font of that size: rather more than less."""
    return size * sum(map(_width, text))


def _width(letter: str) -> float:
    """In parts of the height; letters of East Asia are squares."""
    if east_asian_width(letter) in _SQUARE:
        return 1.0
    if letter in _NARROW:
        return 0.36
    return 0.86 if letter in _BROAD else 0.74 if letter.isupper() else 0.54


def _attribute(name: str, value: str | float | None) -> str:
    told = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
    return f' {name.rstrip("_").replace("_", "-")}="{escape(told)}"'
