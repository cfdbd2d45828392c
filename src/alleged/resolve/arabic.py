"""Arabic and Persian names: letters made the same, and whether a Latin spelling can be one of them.

The script leaves short vowels out, so a Latin spelling is followed along the letters: each letter must be
heard, a short vowel between two letters is free, a long one needs its letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
"""Letters of the Arabic script and their marks, as the inside of a class of a regular expression."""
_ARABIC = re.compile(f"[{ARABIC}]+")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_SAME = str.maketrans(
    {**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("يىئ", "ی"), "ك": "ک", "ۀ": "ه", "ة": "ه", "ؤ": "و"}
)
_ARTICLE = re.compile("^(?:وال|بال|ال|لل)(?:ال)?")
_SHORTEST_STEM = 2
_GOD = re.compile("الله$")
_SERVANT = re.compile("^عبدال(?=..)")
TOO_FAR = 1.0
"""The cost from which a Latin spelling is no spelling of a word."""
_VOWELS = "aeiou"
_LETTERS: dict[str, tuple[tuple[str, float], ...]] = {
    letter: tuple((form, cost) for forms, cost in spellings for form in forms.split())
    for letter, spellings in {
        "ا": (("a aa", 0.0), ("o u", 0.4), ("e i", 0.7)),
        "ب": (("b", 0.0),),
        "پ": (("p", 0.0), ("b", 0.3)),
        "ت": (("t", 0.0),),
        "ث": (("th s t", 0.0),),
        "ج": (("j g dj dsch", 0.0), ("z", 0.5)),
        "چ": (("ch tch tsch c", 0.0),),
        "ح": (("h", 0.0),),
        "خ": (("kh h", 0.0), ("ch k x", 0.3)),
        "د": (("d", 0.0),),
        "ذ": (("dh z d th", 0.0),),
        "ر": (("r", 0.0),),
        "ز": (("z", 0.0), ("s", 0.5)),
        "ژ": (("zh j", 0.0), ("z", 0.3)),
        "س": (("s", 0.0), ("c", 0.3)),
        "ش": (("sh ch sch s", 0.0),),
        "ص": (("s", 0.0), ("c", 0.3)),
        "ض": (("d dh z", 0.0),),
        "ط": (("t", 0.0),),
        "ظ": (("z dh d", 0.0),),
        "ع": (("aa", 0.0), ("a e i o u", 0.0)),
        "غ": (("gh g", 0.0), ("q", 0.3)),
        "ف": (("f ph", 0.0),),
        "ق": (("q gh k g c", 0.0),),
        "ک": (("k c", 0.0),),
        "گ": (("g", 0.0),),
        "ل": (("l", 0.0),),
        "م": (("m", 0.0),),
        "ن": (("n", 0.0),),
        "و": (("w v u o ou oo ow au aw ew uw", 0.0), ("vu vou voo wu wou woo", 0.2)),
        "ه": (("h", 0.0),),
        "ی": (("y i ee ei ai ay ey iy j ii", 0.0), ("e a", 0.5)),
        "ء": (),
    }.items()
}
_DOUBLE = re.compile(r"(.)\1+")
_BONES = {
    **dict.fromkeys("بپ", ("b",)),
    **dict.fromkeys("تدط", ("d",)),
    **dict.fromkeys("ثذضظ", ("d", "k")),
    **dict.fromkeys("جچزژسشصغقکگ", ("k",)),
    **{letter: (bone,) for letter, bone in zip("رفلمن", "rflmn", strict=True)},
}
_SILENT = {"ع": 0.0, "ء": 0.0, "ا": 0.7}
"""Letters that a Latin spelling may leave out, and what that costs."""
_LONG_I, _LONG_U = re.compile("ee|ii"), re.compile("oo|uu")
_LATER_I = re.compile("[aeiou][^aeiou]{1,4}i[^aeiouy]")
_NO_LETTER = 1.2
_LONG_VOWEL = 0.8


def is_arabic(word: str) -> bool:
    """Whether the word is in Arabic letters only."""
    return _ARABIC.fullmatch(word) is not None


def plain_letters(word: str) -> str:
    """The word without vowel marks and the long stroke, its letters in one form for Arabic and Persian."""
    return _MARKS.sub("", word).translate(_SAME)


def without_article(letters: str) -> str:
    """The word without the article before it ("النور", "للنور")."""
    stem = _ARTICLE.sub("", letters)
    return stem if len(stem) >= _SHORTEST_STEM else letters


def name_letters(word: str) -> str:
    """The word as names are compared: no article, also none inside "عبدالرحمن" and "قدرت‌الله"."""
    letters = without_article(plain_letters(word))
    return _GOD.sub("له", _SERVANT.sub("عبد", letters))


def bones_of(letters: str) -> tuple[str, ...]:
    """The consonants of a word as `spelling.bones` writes those of its Latin spellings."""
    found = {""}
    for letter in letters:
        found = {bone + more for bone in found for more in _BONES.get(letter, ("",))}
    return tuple(sorted({_DOUBLE.sub(r"\1", bone) for bone in found}))[:8]


@lru_cache(maxsize=1 << 16)
def cost_of_spelling(letters: str, latin: str) -> float:
    """How badly the Latin letters spell the Arabic word: 0 is a usual spelling, TOO_FAR or more is none."""
    costs = {0: _cost_of_vowels(letters, latin)}
    for at, letter in enumerate(letters):
        costs = _after_letter(costs, letter, (letters[at - 1] if at else "", at == len(letters) - 1), latin)
        if not costs:
            return _NO_LETTER
    return min((cost + _rest(latin[end:], letters[-1:]) for end, cost in costs.items()), default=_NO_LETTER)


def _cost_of_vowels(letters: str, latin: str) -> float:
    """What vowels cost that are long, or must be, and have no letter: "Saeed", "Karim".

    An "i" in the second syllable is long ("Karim", کریم) unless the first is ("Khalid", خالد) or is "mu".
    """
    long_i = _LONG_I.search(latin) or (
        _LATER_I.search(latin) and not letters.startswith("م") and "ا" not in letters
    )
    has_no_letter = (long_i and "ی" not in letters) or (_LONG_U.search(latin) and "و" not in letters)
    return _LONG_VOWEL if has_no_letter else 0.0


def _after_letter(
    costs: dict[int, float], letter: str, around: tuple[str, bool], latin: str
) -> dict[int, float]:
    """The least cost by how much of the Latin spelling is used up, after one more letter."""
    found: dict[int, float] = {}
    for start, cost in costs.items():
        for end, more in _steps(start, letter, around, latin):
            if cost + more < min(found.get(end, TOO_FAR), TOO_FAR):
                found[end] = cost + more
    return found


def _steps(start: int, letter: str, around: tuple[str, bool], latin: str) -> list[tuple[int, float]]:
    """Where the spelling of one letter may end, and what each costs; a vowel may stand before it."""
    before, is_last = around
    steps = [(start, cost) for cost in _silences(letter, before, is_last)]
    for vowels, vowel_cost in _vowels_before(start, latin):
        at = start + vowels
        for form, cost in _forms(letter, not before, is_last):
            if latin.startswith(form, at):
                steps.append((_past_double(at, form, latin), cost + vowel_cost))
    return steps


def _silences(letter: str, before: str, is_last: bool) -> list[float]:
    """What it costs that a letter is not heard: "h" at the end, a second "y" after a vowel's letter."""
    if letter == "ه" and is_last:
        return [0.0] if before else []
    if letter in "یو" and before in {"ا", "ی", "و"}:
        return [0.3]
    return [_SILENT[letter]] if letter in _SILENT else []


def _forms(letter: str, is_first: bool, is_last: bool) -> tuple[tuple[str, float], ...]:
    forms = _LETTERS.get(letter, ())
    if letter == "ا" and is_first:
        return tuple((form, 0.0) for form, _ in forms)
    if letter == "ه" and is_last:
        return (*forms, ("t", 0.3))
    if letter == "ی" and is_last:
        return (*forms, ("a", 0.1))
    return forms


def _vowels_before(start: int, latin: str) -> list[tuple[int, float]]:
    """No vowel, one short one, or a long one that no letter stands for."""
    run = 0
    while run < 2 and latin[start + run : start + run + 1] in _VOWELS and start + run < len(latin):  # noqa: PLR2004
        run += 1
    return [(0, 0.0), (1, 0.0), (2, _LONG_VOWEL)][: run + 1]


def _past_double(at: int, form: str, latin: str) -> int:
    """The end of a spelling, past a doubled consonant: "ss", "mm"."""
    end = at + len(form)
    is_doubled = form not in _VOWELS and latin.startswith(form, end)
    return end + len(form) if is_doubled else end


def _rest(latin: str, last: str) -> float:
    """What is left after the last letter: "eh", "ah" and the like may stand for an "h" at the end."""
    vowels = "[aeiou]?" if last == "ه" else ""
    return 0.0 if re.fullmatch(f"{vowels}h?", latin) else _NO_LETTER
