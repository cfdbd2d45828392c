"""Text of documents made safe to show: no character of it may steer a terminal or a spreadsheet."""

from __future__ import annotations

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
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_PLANE = 0x10000


def visible(text: str, keep: str = "") -> str:
    """`text` with each control, invisible and bidirectional character as a mark that can be seen.

    The joiners that emoji, Persian and Indic scripts need are left alone, and so are those in `keep`.
    """
    return text.translate(_marks(keep))


def one_line(text: str) -> str:
    """`text` on one line, safe to show: white space is folded."""
    return visible(" ".join(text.split()))


def escape_json(line: str) -> str:
    r"""JSON in which every character that could steer a terminal is written as \uXXXX."""
    return line.translate(_json_escapes())


def guard_cell(cell: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula: an apostrophe goes before it."""
    guarded = f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return visible(guarded, keep="\t\n")


@cache
def _marks(keep: str) -> dict[int, str]:
    pictures = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20)}
    marks = {**pictures, **{code: f"⟨U+{code:04X}⟩" for code in _steering_codes()}}
    return {code: mark for code, mark in marks.items() if chr(code) not in keep}


@cache
def _json_escapes() -> dict[int, str]:
    return {code: _escape(code) for code in _steering_codes()}


def _steering_codes() -> list[int]:
    return [code for first, last in _STEERING for code in range(first, last + 1)]


def _escape(code: int) -> str:
    if code < _PLANE:
        return f"\\u{code:04x}"
    high, low = divmod(code - _PLANE, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
