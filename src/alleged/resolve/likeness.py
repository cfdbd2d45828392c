"""How alike two words of names are, and which words of one name are which of another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from alleged.resolve.arabic import TOO_FAR, cost_of_spelling
from alleged.resolve.han import is_pinyin
from alleged.resolve.name_words import Script, Word, join_words
from alleged.resolve.spelling import close_key, loose_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SAME = 1.0
CLOSE = 0.97
"""Another transliteration of the same letters."""
LOOSE = 0.9
"""Another language's transliteration, or by ear."""
TYPO = 0.87
"""One letter differs in a long word."""
HOMOPHONE = 0.5
"""Read the same in pinyin, written with other characters."""
_SHORTEST_LOOSE = 4
_SHORTEST_TYPO = 8
_MOST_JOINED = 3
_MOST_REORDERED = 4
_AL = ("al", "el")
_SHORTEST_WITH_ARTICLE = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of one name that are words of the other; more than one where they are written apart."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of two names go together, and what is left of each."""

    pairs: tuple[Pair, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]


def likeness(left: Word, right: Word) -> float:
    """How surely two words are the same word, from 0 to 1; the same both ways."""
    if left == right:
        return SAME
    if not any(bone in right.bones for bone in left.bones) and not _may_be_typo(left, right):
        return 0.0
    return _likeness(*sorted((left, right), key=lambda word: (word.script, word.text)))


def align(left: Sequence[Word], right: Sequence[Word]) -> Alignment:
    """The best pairs first, then words written apart in one of the names; order does not matter."""
    found = _pair_up(Alignment((), tuple(left), tuple(right)), _whole_words)
    if found.left and found.right:
        found = _pair_up(found, _joined_words)
    return _all_joined(found) if found.left and found.right else found


@lru_cache(maxsize=1 << 16)
def _likeness(left: Word, right: Word) -> float:
    scripts = {left.script, right.script}
    if scripts == {Script.ARABIC}:
        return _like_letters(left.letters, right.letters)
    if Script.ARABIC in scripts:
        arabic, other = (left, right) if left.script is Script.ARABIC else (right, left)
        return _like_spelling(arabic.letters, other.forms)
    if scripts == {Script.HAN}:
        return SAME if left.letters == right.letters else HOMOPHONE * (left.forms == right.forms)
    return max(_like_latin(one, other) for one in left.forms for other in right.forms)


def _like_letters(left: str, right: str) -> float:
    return SAME if left == right else TYPO * _is_typo(left, right)


def _like_spelling(letters: str, forms: tuple[str, ...]) -> float:
    cost = min(cost_of_spelling(letters, form) for form in _with_article_off(forms))
    if cost >= TOO_FAR / 2:
        return 0.0
    return CLOSE if cost == 0 else LOOSE


def _with_article_off(forms: tuple[str, ...]) -> Iterator[str]:
    for form in forms:
        yield form
        if form.startswith(_AL) and len(form) >= _SHORTEST_WITH_ARTICLE:
            yield form[2:]


def _like_latin(left: str, right: str) -> float:
    """Syllables of pinyin are the same or not: one letter makes another name of them."""
    if left == right:
        return SAME
    if is_pinyin(left) and is_pinyin(right):
        return 0.0
    one, other = close_key(left), close_key(right)
    if one == other:
        return CLOSE
    if min(len(one), len(other)) >= _SHORTEST_LOOSE and _sound_alike(left, right):
        return LOOSE
    return TYPO * _is_typo(one, other)


def _sound_alike(left: str, right: str) -> bool:
    """By the loose keys, or but for "e" and "i": "Qasim", "Qasem"."""
    if loose_key(left) == loose_key(right):
        return True
    return close_key(left).replace("e", "i") == close_key(right).replace("e", "i")


def _is_typo(left: str, right: str) -> bool:
    if min(len(left), len(right)) < _SHORTEST_TYPO or left[0] != right[0]:
        return False
    return OSA.distance(left, right, score_cutoff=1) <= 1


def _may_be_typo(left: Word, right: Word) -> bool:
    return min(len(left.letters), len(right.letters)) >= _SHORTEST_TYPO - 1


def _pair_up(found: Alignment, find: Callable[[Alignment], Iterable[Pair]]) -> Alignment:
    """Takes the likest pairs one after the other until none is left; ties go by the words themselves."""
    pairs = list(found.pairs)
    left, right = list(found.left), list(found.right)
    for pair in sorted(find(found), key=_rank):
        if _holds(left, pair.left) and _holds(right, pair.right):
            pairs.append(pair)
            _take(left, pair.left)
            _take(right, pair.right)
    return Alignment(tuple(pairs), tuple(left), tuple(right))


def _rank(pair: Pair) -> tuple[float, int, list[str]]:
    texts = sorted(("".join(w.text for w in pair.left), "".join(w.text for w in pair.right)))
    return -pair.likeness, len(pair.left) + len(pair.right), texts


def _holds(words: list[Word], some: tuple[Word, ...]) -> bool:
    return all(words.count(word) >= some.count(word) for word in some)


def _take(words: list[Word], some: tuple[Word, ...]) -> None:
    for word in some:
        words.remove(word)


def _whole_words(found: Alignment) -> Iterator[Pair]:
    for left in found.left:
        for right in found.right:
            like = likeness(left, right)
            if like >= TYPO:
                yield Pair((left,), (right,), like)


def _joined_words(found: Alignment) -> Iterator[Pair]:
    """Two or three words of one name that are one word of the other: "Guang Zong", "Guangzong"."""
    for words, word, like in _joins(found.left, found.right):
        yield Pair(words, (word,), like)
    for words, word, like in _joins(found.right, found.left):
        yield Pair((word,), words, like)


def _joins(
    parts: tuple[Word, ...], wholes: tuple[Word, ...]
) -> Iterator[tuple[tuple[Word, ...], Word, float]]:
    for count in range(2, min(_MOST_JOINED, len(parts)) + 1):
        for words in combinations(parts, count):
            near = [whole for whole in wholes if _may_be_joined(words, whole)]
            for order in permutations(words) if near else ():
                joined = join_words(order)
                alike = ((order, whole, likeness(joined, whole)) for whole in near)
                yield from (found for found in alike if found[2] >= LOOSE)


def _may_be_joined(words: Sequence[Word], whole: Word) -> bool:
    """Whether there are about as many consonants in the words as in the whole."""
    consonants = sum(len(word.bones[0]) for word in words)
    fewest = consonants - len(words)
    return fewest <= len(whole.bones[0]) <= consonants + 1 and _is_joinable(words)


def _is_joinable(words: Iterable[Word]) -> bool:
    return len({word.script is Script.ARABIC for word in words}) == 1


def _all_joined(found: Alignment) -> Alignment:
    """Everything that is left goes together if it is the same run of letters in some order of words."""
    if max(len(found.left), len(found.right)) > _MOST_REORDERED:
        return found
    is_han = all(word.script is Script.HAN for word in (*found.left, *found.right))
    lefts, rights = (_spelt(words, is_han) for words in (found.left, found.right))
    if sorted("".join(lefts)) != sorted("".join(rights)) or _orders(lefts).isdisjoint(_orders(rights)):
        return found
    return Alignment((*found.pairs, Pair(found.left, found.right, SAME)), (), ())


def _spelt(words: tuple[Word, ...], by_letters: bool) -> list[str]:
    return [word.letters if by_letters or not word.forms else word.forms[0] for word in words]


def _orders(spelt: list[str]) -> set[str]:
    return {"".join(order) for order in permutations(spelt)}
