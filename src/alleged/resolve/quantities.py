"""How many, how much and how long, as claims say it: the words to the letter, with the range they allow.

"Thousands" has no upper end, "up to 300" no lower one; nothing is added that the words do not say. Years of
the calendar, numbers of names and laws, and ages are no quantities.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import grammar
from alleged.lexicon.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.lexicon.words import Word


class Measure(StrEnum):
    """What a quantity counts."""

    COUNT = "count"
    MONEY = "money"
    DURATION = "duration"
    """Its ends are in days."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount with its words; `least` and `most` are the ends of what they allow, None where open."""

    words: str
    start: int
    end: int
    """Code points of the text that was given, end exclusive."""
    measure: Measure
    least: float | None
    most: float | None

    @property
    def size(self) -> float:
        """By what quantities are put in order: the lower end, or the upper one if there is no lower one."""
        return self.least if self.least is not None else self.most or 0.0


_ONES = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: float(number) for number, word in enumerate(_ONES, 2)} | {
    word: 10.0 * number for number, word in enumerate(_TENS, 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_VAGUE = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "decades": 2.0,
}
"""The least that the plural says; "tens of thousands" is ten times the least of "thousands"."""
_TIMES = {"tens": 10.0, "hundreds": 100.0}

_PHRASES: dict[tuple[str, ...], float] = {
    ("a", "quarter", "of", "a", "million"): 2.5e5,
    ("half", "a", "million"): 5e5,
    ("a", "dozen"): 12.0,
    **{("a", word): value for word, value in _SCALES.items()},
}

_AT_LEAST = (
    *(("at", "least"), ("more", "than"), ("over",), ("no", "fewer", "than"), ("no", "less", "than")),
    *(("upwards", "of"), ("as", "many", "as"), ("as", "much", "as")),
)
_AT_MOST = (
    *(("at", "most"), ("up", "to"), ("fewer", "than"), ("less", "than"), ("under",), ("nearly",)),
    *(("almost",), ("no", "more", "than")),
)
_ABOUT = (("about",), ("around",), ("some",), ("roughly",), ("approximately",), ("an", "estimated"))
_MODIFIERS = sorted((*_AT_LEAST, *_AT_MOST, *_ABOUT), key=len, reverse=True)

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2, "decade": 3652.0}
_NO_LENGTH = frozenset({"ago", "old", "earlier", "later", "prison", "imprisonment", "jail", "sentence"})
"""After "14 years" they make it a date, an age or a punishment."""
_CURRENCIES = frozenset({"dollars", "euros", "pounds", "roubles", "rubles", "yuan", "won", "yen", "rials"})
_SIGNS = frozenset("$€£¥₽₩")
_IRREGULAR = frozenset({"men", "women", "people", "children", "staff", "personnel", "police", "percent"})
_NO_PLURALS = frozenset({"news", "is", "was", "has", "this", "its", "his", "says"})
_LONGEST_NAME = 4
"""Words between a number and the noun that it counts, with that noun."""
_CALENDAR = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number in words `start` to `end`; `vague` where its upper end is open."""

    start: int
    end: int
    value: float
    vague: bool = False
    money: bool = False
    scaled: bool = False
    """Whether it can stand without a noun: "2 million"."""
    scale: float = 1.0
    """By what its digits are multiplied."""
    high: float | None = None
    """The upper end of a range."""
    joined: bool = False
    """Whether its words hold the unit: "14-year"; the value is in days."""


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities that `text` tells, in order."""
    return tuple(_find(text, find_words(text)))


def _find(text: str, words: Sequence[Word]) -> Iterator[Quantity]:
    at = 0
    while at < len(words):
        amount = _read_amount(words, at)
        found = _complete(text, words, amount) if amount else None
        if found:
            yield found
        at = _next(words, at, amount, found)


def _next(words: Sequence[Word], at: int, amount: _Amount | None, found: Quantity | None) -> int:
    """Where to look on: after what was found, so that no word is told twice."""
    end = amount.end if amount else at + 1
    while found and end < len(words) and words[end].start < found.end:
        end += 1
    return end


def _read_amount(words: Sequence[Word], at: int) -> _Amount | None:
    return (
        _read_money(words, at)
        or _read_vague(words, at)
        or _read_length(words, at)
        or _read_range(words, at)
        or _read_number(words, at)
    )


def _read_money(words: Sequence[Word], at: int) -> _Amount | None:
    """ "$10 million", "US$ 3bn"."""
    sign = at + 1 if words[at].norm == "us" else at
    if sign + 1 >= len(words) or words[sign].text not in _SIGNS:
        return None
    number = _read_number(words, sign + 1)
    return _Amount(at, number.end, number.value, money=True, scaled=True) if number else None


def _read_length(words: Sequence[Word], at: int) -> _Amount | None:
    """ "14-year" as one word."""
    number, _, unit = words[at].norm.partition("-")
    value = _value_of(number) if unit in _DAYS else None
    return _Amount(at, at + 1, value * _DAYS[unit], joined=True) if value else None


def _read_range(words: Sequence[Word], at: int) -> _Amount | None:
    """ "10 to 20", "between 3 and 5 million"."""
    between = words[at].norm == "between"
    low = _read_number(words, at + between) if at + between < len(words) else None
    joint = low.end if low else len(words)
    if joint + 1 >= len(words) or words[joint].norm not in ({"and"} if between else {"to", "-", "–"}):
        return None
    high = _read_number(words, joint + 1)
    if low is None or high is None or high.value <= low.value:
        return None
    scale = high.scale if low.scale == 1.0 else 1.0
    return _Amount(at, high.end, low.value * scale, high=high.value, scaled=high.scaled)


def _read_vague(words: Sequence[Word], at: int) -> _Amount | None:
    """ "Thousands", "tens of thousands", "a dozen", "half a million"."""
    norms = tuple(word.norm for word in words[at : at + 5])
    if norms[0] in _TIMES and norms[1:2] == ("of",) and norms[2:] and norms[2] in _VAGUE:
        return _Amount(at, at + 3, _TIMES[norms[0]] * _VAGUE[norms[2]], vague=True, scaled=True)
    if norms[0] in _VAGUE:
        return _Amount(at, at + 1, _VAGUE[norms[0]], vague=True, scaled=norms[0] != "decades")
    for phrase, value in _PHRASES.items():
        if norms[: len(phrase)] == phrase:
            return _Amount(at, at + len(phrase), value, scaled=phrase[-1] != "dozen")
    return _Amount(at, at + 1, 1.0) if norms[0] == "a" and norms[1:2] and norms[1] in _DAYS else None


def _read_number(words: Sequence[Word], at: int) -> _Amount | None:
    """ "30,000", "seven", "1.5 million", "3bn"."""
    value = _value_of(words[at].norm)
    if value is None:
        return None
    end, scale, norm = at + 1, 1.0, words[at].norm
    while end < len(words) and words[end].norm in _SCALES:
        scale, end = scale * _SCALES[words[end].norm], end + 1
    scaled = scale > 1.0 or (norm[0].isdigit() and norm[-1].isalpha())
    return _Amount(at, end, value * scale, scaled=scaled, scale=scale)


def _value_of(norm: str) -> float | None:
    if norm in _NUMBERS:
        return _NUMBERS[norm]
    digits = norm.rstrip("kmbn")
    scale = _SUFFIXES.get(norm[len(digits) :], None if norm != digits else 1.0)
    plain = digits.replace(",", "")
    if scale is None or not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    return float(plain) * scale


def _complete(text: str, words: Sequence[Word], amount: _Amount) -> Quantity | None:
    """The amount with the words before it that bound it and the noun after it; None if it counts nothing."""
    modifier = _modifier_before(words, amount.start)
    end, measure = _measure_after(words, amount)
    if measure is None or (measure is Measure.COUNT and _is_calendar(words, amount)):
        return None
    if words[amount.start].norm == "a" and amount.value == 1.0 and not modifier:
        return None
    first = amount.start - len(modifier)
    start, stop = words[first].start, words[end - 1].end
    least, most = _bound(amount, modifier, _unit(words, amount, measure))
    return Quantity(text[start:stop], start, stop, measure, least, most)


def _modifier_before(words: Sequence[Word], at: int) -> tuple[str, ...]:
    for modifier in _MODIFIERS:
        before = tuple(word.norm for word in words[max(0, at - len(modifier)) : at])
        if before == modifier:
            return modifier
    return ()


def _bound(amount: _Amount, modifier: tuple[str, ...], unit: float) -> tuple[float | None, float | None]:
    value = amount.value * unit
    if modifier in _AT_MOST:
        return None, value
    return value, None if amount.vague or modifier in _AT_LEAST else (amount.high or amount.value) * unit


def _unit(words: Sequence[Word], amount: _Amount, measure: Measure) -> float:
    if measure is not Measure.DURATION or amount.joined:
        return 1.0
    return _days(words[amount.end].norm) if _is_length_at(words, amount.end) else _DAYS["decade"]


def _measure_after(words: Sequence[Word], amount: _Amount) -> tuple[int, Measure | None]:
    """Where the quantity ends, and what it counts; None where it counts nothing."""
    if amount.money or amount.joined:
        unsaid = amount.joined and _is_no_length(words, amount.end)
        return amount.end, None if unsaid else Measure.MONEY if amount.money else Measure.DURATION
    if _is_length(words, amount):
        end = amount.end + _is_length_at(words, amount.end)
        return end, None if _is_no_length(words, end) else Measure.DURATION
    end = _end_of_name(words, amount)
    if end > amount.end and words[end - 1].norm in _CURRENCIES:
        return end, Measure.MONEY
    return end, Measure.COUNT if end > amount.end or amount.scaled else None


def _is_length(words: Sequence[Word], amount: _Amount) -> bool:
    return words[amount.end - 1].norm == "decades" or _is_length_at(words, amount.end)


def _is_length_at(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].norm.removesuffix("s") in _DAYS


def _days(norm: str) -> float:
    return _DAYS[norm.removesuffix("s")]


def _is_no_length(words: Sequence[Word], end: int) -> bool:
    return any(word.norm in _NO_LENGTH for word in words[end : end + 3])


def _end_of_name(words: Sequence[Word], amount: _Amount) -> int:
    """The index after the noun that is counted: the last plural before the phrase ends."""
    at = amount.end
    if at < len(words) and words[at].norm == "of" and amount.scaled:
        at += 1
    end = amount.end
    for index in range(at, min(len(words), at + _LONGEST_NAME)):
        if _ends_phrase(words[index]):
            break
        if _is_plural(words[index].norm):
            end = index + 1
    named = end > amount.end and words[end - 1].is_name_like and words[amount.start].is_name_like
    return amount.end if named else end


def _ends_phrase(word: Word) -> bool:
    known = grammar()
    closed = known.prepositions | known.auxiliaries | known.be | known.joiners | known.relatives
    return word.is_mark or word.norm in closed or word.norm in known.subordinators


def _is_plural(norm: str) -> bool:
    if norm in _IRREGULAR:
        return True
    return norm.endswith("s") and not norm.endswith(("ss", "us", "is")) and norm not in _NO_PLURALS


def _is_calendar(words: Sequence[Word], amount: _Amount) -> bool:
    """Whether it is a year: "2021", not "2,021"."""
    norm = words[amount.start].norm
    return amount.end == amount.start + 1 and norm.isdigit() and int(norm) in _CALENDAR
