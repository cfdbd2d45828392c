"""Characters inside of words that nobody sees: tags, joiners without a need, overrides of the direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_WIDTH = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202d\u2066-\u2069"
_TAGS = "\U000e0000-\U000e007f"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

_ODD = re.compile(
    f"(?P<tags>[{_TAGS}]{{1,10000}})"
    f"|(?P<selectors>[{_SELECTORS}]{{2,10000}})"
    "|(?P<turned>\u202e[^\u202a-\u202e\u2066-\u2069\\n]{0,500}\u202c?)"
    f"|(?P<joiners>[{_NO_WIDTH}{_DIRECTION}]{{1,10000}})"
)
_FLAG = "\U0001f3f4"
"""A black flag, after which tags name a region."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_FIRST_OTHER_SCRIPT = 0x0530
"""Latin, Greek and Cyrillic letters come before it: none of them joins or changes direction."""
_MOST_JOINERS = 4
"""From so many in a row on they carry a message, wherever they stand."""


def find_invisible(words: str, before: str = "") -> Iterator[tuple[int, int]]:
    """The stretches of `words` that show nothing or not what they say; `before` is the character before them.

    Joiners are spelling in Persian and Indic scripts, and marks of direction are in order beside Arabic and
    Hebrew letters: those stay.
    """
    if words.isascii():
        return
    for match in _ODD.finditer(words):
        last = words[match.start() - 1] if match.start() else before
        after = words[match.end() : match.end() + 1]
        if _is_trick(match, last, after):
            yield match.span()


def _is_trick(match: re.Match[str], last: str, after: str) -> bool:
    if match["tags"]:
        return last != _FLAG
    if match["turned"]:
        return _RIGHT_TO_LEFT.search(match["turned"]) is None
    if match["selectors"]:
        return True
    if len(match["joiners"]) >= _MOST_JOINERS:
        return _is_plain(last) or _is_plain(after) or not (last + after).strip()
    return _is_plain(last) and _is_plain(after)


def _is_plain(character: str) -> bool:
    return character.isalnum() and ord(character) < _FIRST_OTHER_SCRIPT
