"""Text of documents made safe to show: no character of it may steer what shows it."""

from __future__ import annotations

import re
from functools import cache

_STEERING = (
    (0x7F, 0x9F),  # delete and the C1 controls, some of which begin escape sequences
    (0x61C, 0x61C),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),  # line separators, bidirectional embeddings and overrides
    (0x2060, 0x206F),  # invisible operators, bidirectional isolates
    (0xD800, 0xDFFF),  # half characters, which no file can hold
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),  # tags: invisible letters
)
_CONTROL_PICTURES = 0x2400
_LONGEST_HOST = 300
_ADDRESS = re.compile(rf"(https?|ftps?)://([^\s/?#]{{1,{_LONGEST_HOST}}})", re.IGNORECASE)
_DEFANGED = {"h": "hxxp", "f": "fxp"}


def visible(text: str, keep: str = "") -> str:
    """`text` with each control, invisible and bidirectional character as a mark that can be seen.

    The joiners that emoji, Persian and Indic scripts need are left alone, and so are those in `keep`.
    """
    return text.translate(_marks(keep))


def one_line(text: str) -> str:
    """`text` on one line, safe to show: white space is folded."""
    return visible(" ".join(text.split()))


def defang(text: str) -> str:
    """`text` with each address of the web in it written so that nothing takes it for a link.

    "https://news.example/a.html" becomes "hxxps://news[.]example/a.html".
    """
    return _ADDRESS.sub(_defang_one, text)


def _defang_one(found: re.Match[str]) -> str:
    scheme, host = found.group(1).lower(), found.group(2)
    secure = "s" if scheme.endswith("s") else ""
    return f"{_DEFANGED[scheme[0]]}{secure}://{host.replace('.', '[.]')}"


def list_steering() -> list[int]:
    """The codes of the characters that could steer something, but for those below 32."""
    return [code for first, last in _STEERING for code in range(first, last + 1)]


@cache
def _marks(keep: str) -> dict[int, str]:
    pictures = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20)}
    marks = {**pictures, **{code: f"⟨U+{code:04X}⟩" for code in list_steering()}}
    return {code: mark for code, mark in marks.items() if chr(code) not in keep}
