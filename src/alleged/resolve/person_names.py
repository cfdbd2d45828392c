"""Names of persons: order, hyphens, joined syllables, initials, scripts.

A name alone never tells who somebody is: what comes out is a candidate.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from alleged.resolve.han import is_han, is_pinyin, split_surname
from alleged.resolve.likeness import Alignment, Pair, align
from alleged.resolve.name_match import NameMatch, reason_for
from alleged.resolve.name_words import Script, Word, find_runs, read_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENOUGH = 0.85
"""The score from which two names of persons are a candidate worth a look."""
_TITLE_WORDS = """
mr mrs ms miss dr prof professor sir dame lord lady gen general col colonel maj major capt captain lt sgt
cmdr adm admiral sheikh shaykh haj hajj hajji haji ayatollah imam mullah maulvi
seyed seyyed sayed sayyed sayyid syed
sayid hon rev jr sr dipl herr frau mme monsieur señor señora don doña господин госпожа полковник генерал
سید السید السيد سيد حاج الحاج شیخ الشیخ الشيخ شيخ دکتر دكتور الدكتور مهندس آقای خانم
"""
_PARTICLE_WORDS = """
al el ul ur ar bin ben ibn bint binti de del della da dos das do du di la le les van von der den ter zu zum
y e i и بن ابن بنت آل ال
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_TITLES = frozenset(_TITLE_WORDS.split())
_HONORIFICS = ("先生", "女士", "博士", "教授", "同志", "小姐")
_INITIAL = 0.8
"""How surely an initial stands for a name that begins with it."""
_EXTRA = 0.03
"""What each word costs that only one of the names has."""
_FEWEST = 2
"""Words that must be the same where one of the names has more."""
_FEWEST_FULL = 1
_TOO_FEW = 0.5
_CONFLICT = 0.65
_HOMOPHONES = 0.75


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person, read."""

    text: str
    words: tuple[Word, ...]
    minor: frozenset[Word]
    """Titles and particles among the words: they count only where they help to join others."""


@lru_cache(maxsize=1 << 16)
def read_person(name: str) -> PersonName:
    """The name as it is compared."""
    words = tuple(read_word(run, is_person=True) for run in _runs(name))
    is_chinese = all(word.script is Script.HAN or is_pinyin(word.letters) for word in words)
    return PersonName(name, words, frozenset() if is_chinese else _minor(words))


def _minor(words: Sequence[Word]) -> frozenset[Word]:
    """Titles and particles; fewer of them where not two other words would be left: "Muhammad el Sayed"."""
    for kind in (_TITLES | _PARTICLES, _PARTICLES):
        if sum(word.text not in kind for word in words) >= _FEWEST:
            return frozenset(word for word in words if word.text in kind)
    return frozenset()


def match_persons(left: str, right: str) -> NameMatch:
    """How alike two names of persons are; ENOUGH is the score of a candidate."""
    return compare_persons(read_person(left), read_person(right))


def compare_persons(left: PersonName, right: PersonName) -> NameMatch:
    """The same for names that were read before."""
    minor = left.minor | right.minor
    found = _with_initials(_without_minor(align(left.words, right.words), minor))
    if _are_homophones(left, right):
        return NameMatch(_HOMOPHONES, "sound alike in pinyin, written with other characters")
    return NameMatch(round(_score(found), 3), reason_for(found))


def _runs(name: str) -> Iterator[str]:
    for run in find_runs(name):
        if is_han(run):
            yield from split_surname(_without_honorific(run))
        else:
            yield run


def _without_honorific(run: str) -> str:
    found = next((honorific for honorific in _HONORIFICS if run.endswith(honorific)), "")
    return run[: len(run) - len(found)] or run


def _without_minor(found: Alignment, minor: frozenset[Word]) -> Alignment:
    """What is left where titles and particles tell nothing."""
    pairs = tuple(pair for pair in found.pairs if not minor.issuperset((*pair.left, *pair.right)))
    left = tuple(word for word in found.left if word not in minor)
    right = tuple(word for word in found.right if word not in minor)
    return Alignment(pairs, left, right)


def _score(found: Alignment) -> float:
    if not found.pairs:
        return 0.0
    sure = sum(pair.likeness for pair in found.pairs) / len(found.pairs)
    if found.left and found.right:
        return _CONFLICT * sure * _share(found)
    full = [pair for pair in found.pairs if pair.likeness > _INITIAL]
    extra = len(found.left) + len(found.right)
    if extra and (_names_in(found.pairs) < _FEWEST or len(full) < _FEWEST_FULL):
        return _TOO_FEW * sure
    return sure - _EXTRA * extra if full else _TOO_FEW * sure


def _share(found: Alignment) -> float:
    """How much of the longer name is in the other, by its words."""
    left = sum(len(pair.left) for pair in found.pairs)
    right = sum(len(pair.right) for pair in found.pairs)
    return max(left, right) / max(left + len(found.left), right + len(found.right))


def _names_in(pairs: Sequence[Pair]) -> int:
    return sum(min(len(pair.left), len(pair.right)) for pair in pairs)


def _with_initials(found: Alignment) -> Alignment:
    """Single letters paired with the names that begin with them, where no other words do."""
    pairs, left, right = list(found.pairs), list(found.left), list(found.right)
    options = sorted(
        ((one, other) for one in left for other in right if _is_initial_of(one, other)),
        key=lambda pair: sorted(word.text for word in pair),
    )
    for one, other in options:
        if one in left and other in right:
            pairs.append(Pair((one,), (other,), _INITIAL))
            left.remove(one)
            right.remove(other)
    return Alignment(tuple(pairs), tuple(left), tuple(right))


def _is_initial_of(one: Word, other: Word) -> bool:
    """Whether one is a single letter and the other begins with it; a Chinese character is a whole word."""
    short, long = sorted((one, other), key=lambda word: len(word.text))
    if short.script is not Script.LETTERS or len(short.text) > 1:
        return False
    return len(long.text) > 1 and any(form.startswith(short.forms[0]) for form in long.forms)


def _are_homophones(left: PersonName, right: PersonName) -> bool:
    """Whether both are written in characters, differently, and read the same."""
    words = (*left.words, *right.words)
    if not words or any(word.script is not Script.HAN for word in words):
        return False
    read = {"".join(word.forms[0] for word in name.words) for name in (left, right)}
    written = {"".join(word.letters for word in name.words) for name in (left, right)}
    return len(read) == 1 and len(written) > 1
