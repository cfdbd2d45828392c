"""Lengths and colours as style sheets write them."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"([+-]?\d{0,12}(?:\.\d{1,10})?)\s{0,2}([a-z%]{0,5})")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 1.33,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "vw": 10.0,
    "vh": 10.0,
}
"""A unit in pixels, as it is on an ordinary screen with letters of ordinary size."""
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"rgba?\(([\d\s,./%]{1,60})\)")
_HUES = re.compile(r"hsla?\(([\d\s,./%deg]{1,60})\)")
_NAMED = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250),
    "azure": (240, 255, 255),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "lime": (0, 255, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "yellow": (255, 255, 0),
    "orange": (255, 165, 0),
    "purple": (128, 0, 128),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211),
    "gainsboro": (220, 220, 220),
    "darkgray": (169, 169, 169),
    "darkgrey": (169, 169, 169),
    "beige": (245, 245, 220),
    "maroon": (128, 0, 0),
    "teal": (0, 128, 128),
    "aqua": (0, 255, 255),
    "cyan": (0, 255, 255),
    "fuchsia": (255, 0, 255),
    "magenta": (255, 0, 255),
    "olive": (128, 128, 0),
}
_FULL = 255
_SHORT = 3
_CLEAR = 0.02
"""Opacity up to which nothing is seen."""

Colour = tuple[int, int, int, float]
"""Red, green and blue from 0 to 255, and opacity from 0 to 1."""


def length_of(value: str, *, percent: float = 1.0, none: float = 0.0) -> float:
    """A length in pixels, with so many for one per cent; `none` where it is no length, as "auto"."""
    match = _LENGTH.fullmatch(value.strip())
    if match is None or not match[1].strip("+-"):
        return none
    unit = percent if match[2] == "%" else _PIXELS.get(match[2])
    return none if unit is None else float(match[1]) * unit


def is_clear(opacity: str) -> bool:
    """Whether an opacity is none: "0", "0%", ".01"."""
    value = length_of(opacity, percent=0.01, none=1.0)
    return value <= _CLEAR


def read_colour(value: str) -> Colour | None:
    """A colour: by name, #hexadecimal, rgb() or a grey of hsl(); None where it is none that is known."""
    value = value.strip()
    if value == "transparent":
        return (0, 0, 0, 0.0)
    if value in _NAMED:
        return (*_NAMED[value], 1.0)
    if _HEX.fullmatch(value):
        return _read_hex(value[1:])
    function = _FUNCTION.fullmatch(value)
    if function:
        return _read_rgb(function[1])
    hues = _HUES.fullmatch(value)
    return _read_grey(hues[1]) if hues else None


def _read_hex(digits: str) -> Colour:
    whole = "".join(d * 2 for d in digits) if len(digits) <= _SHORT + 1 else digits
    red, green, blue, *opacity = (int(whole[i : i + 2], 16) for i in range(0, len(whole), 2))
    return (red, green, blue, opacity[0] / _FULL if opacity else 1.0)


def _read_rgb(inside: str) -> Colour | None:
    parts = re.split(r"[\s,/]{1,10}", inside.strip())
    if len(parts) not in (_SHORT, _SHORT + 1):
        return None
    red, green, blue = (round(min(length_of(p, percent=2.55), _FULL)) for p in parts[:_SHORT])
    opacity = length_of(parts[_SHORT], percent=0.01, none=1.0) if len(parts) > _SHORT else 1.0
    return (red, green, blue, opacity)


def _read_grey(inside: str) -> Colour | None:
    """White and black have no hue that matters; other colours of hsl() are not needed."""
    parts = re.split(r"[\s,/]{1,10}", inside.strip())
    if len(parts) < _SHORT or parts[2] not in {"0%", "100%"}:
        return None
    level = _FULL if parts[2] == "100%" else 0
    opacity = length_of(parts[_SHORT], percent=0.01, none=1.0) if len(parts) > _SHORT else 1.0
    return (level, level, level, opacity)
