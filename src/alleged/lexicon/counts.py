"""Numbers in words."""

from __future__ import annotations

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
COUNTS = {name: n for n, name in enumerate(_NUMBERS.split(), start=1)} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
