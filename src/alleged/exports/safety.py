"""Output for programs made safe: no character of it may steer a terminal or a spreadsheet."""

from __future__ import annotations

from functools import cache

from alleged.dossiers.safety import list_steering, visible

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_PLANE = 0x10000


def escape_json(line: str) -> str:
    r"""JSON in which every character that could steer a terminal is written as \uXXXX."""
    return line.translate(_json_escapes())


def guard_cell(cell: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula: an apostrophe goes before it."""
    guarded = f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return visible(guarded, keep="\t\n")


@cache
def _json_escapes() -> dict[int, str]:
    return {code: _escape(code) for code in list_steering()}


def _escape(code: int) -> str:
    if code < _PLANE:
        return f"\\u{code:04x}"
    high, low = divmod(code - _PLANE, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
