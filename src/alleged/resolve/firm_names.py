"""Names of firms and other bodies: legal forms, generic words, scripts.

What tells a firm from others are its own words; its legal form tells nothing and its trade little. An acronym
is never read as a name: only a list that has it as an alias can say whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from alleged.resolve.firm_terms import Terms, find_terms
from alleged.resolve.likeness import Alignment, align
from alleged.resolve.name_match import NameMatch, reason_for
from alleged.resolve.name_words import Script, Word, read_word
from alleged.resolve.rarity import NOTHING_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.resolve.rarity import Rarity

ENOUGH = 0.82
"""The score from which two names of firms are a candidate worth a look."""
KIND = 0.3
"""The weight of a word for a trade, beside a word of the firm's own name of at most 1."""
_CONFLICT = 0.6
"""What is left of the score if each has words of its own that the other has not."""
_OTHER_TRADE = 0.8
_NO_OWN_WORD = 0.4
_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class FirmName:
    """A name of a firm, read."""

    text: str
    words: tuple[Word, ...]
    """Its own words."""
    terms: Terms
    minor: frozenset[Word] = frozenset()
    """None: articles and the like are no words of its own."""


@lru_cache(maxsize=1 << 16)
def read_firm(name: str) -> FirmName:
    """The name as it is compared: its own words apart from legal form and trade."""
    terms = find_terms(name)
    return FirmName(name, tuple(read_word(run) for run in terms.own), terms)


def match_firms(left: str, right: str, rarity: Rarity = NOTHING_KNOWN) -> NameMatch:
    """How alike two names of firms are; ENOUGH is the score of a candidate."""
    return compare_firms(read_firm(left), read_firm(right), rarity)


def compare_firms(left: FirmName, right: FirmName, rarity: Rarity = NOTHING_KNOWN) -> NameMatch:
    """The same for names that were read before."""
    found = _aligned(left.words, right.words)
    score = _score(found, (left.terms.kinds, right.terms.kinds), rarity)
    return NameMatch(round(score, 3), reason_for(found, _trades(left.terms.kinds, right.terms.kinds)))


def _aligned(left: Sequence[Word], right: Sequence[Word]) -> Alignment:
    """The words of both; a run of characters is cut where a word of the other name ends or begins."""
    found = align(left, right)
    if not (found.left and found.right):
        return found
    cut_left = [part for word in found.left for part in _cut(word, found.right)]
    cut_right = [part for word in found.right for part in _cut(word, found.left)]
    again = align(cut_left, cut_right)
    return Alignment((*found.pairs, *again.pairs), again.left, again.right)


def _cut(word: Word, others: Sequence[Word]) -> Iterator[Word]:
    ends = (_end_of_shared(word, other) for other in others)
    at = next((end for end in ends if end), 0) if word.script is Script.HAN else 0
    if not at:
        yield word
        return
    yield read_word(word.text[:at])
    yield from _cut(read_word(word.text[at:]), others)


def _end_of_shared(word: Word, other: Word) -> int:
    """Where to cut characters so that one of the parts is (part of) the other word; 0 for nowhere."""
    return next((at for at in range(1, len(word.text)) if _is_shared(word, at, other)), 0)


def _is_shared(word: Word, at: int, other: Word) -> bool:
    for part, rest in ((word.letters[:at], word.letters[at:]), (word.letters[at:], word.letters[:at])):
        if other.script is Script.HAN and len(part) >= _SHORTEST_PART and other.letters != word.letters:
            if _begins_or_ends(other.letters, part, rest):
                return True
        elif read_word(part).forms[0] in other.forms:
            return True
    return False


def _begins_or_ends(letters: str, part: str, rest: str) -> bool:
    """Whether the part is as much as both have in common at one end."""
    if letters.startswith(part):
        return letters == part or not rest or letters[len(part)] != rest[0]
    return letters.endswith(part) and (letters == part or letters[-len(part) - 1] != rest[-1])


def _score(found: Alignment, kinds: tuple[frozenset[str], frozenset[str]], rarity: Rarity) -> float:
    if not found.pairs:
        return _without_own_words(found, kinds)
    shared = KIND * len(kinds[0] & kinds[1])
    weights = [_pair_weight(pair.left, pair.right, rarity) for pair in found.pairs]
    same = shared + sum(w * pair.likeness for w, pair in zip(weights, found.pairs, strict=True))
    left = _weight(found.left, rarity) + KIND * len(kinds[0] - kinds[1])
    right = _weight(found.right, rarity) + KIND * len(kinds[1] - kinds[0])
    whole = 2 * (shared + sum(weights)) + left + right
    return 2 * same / whole * _doubt(found, bool(left and right))


def _doubt(found: Alignment, have_both_more: bool) -> float:
    if found.left and found.right:
        return _CONFLICT
    return _OTHER_TRADE if have_both_more else 1.0


def _without_own_words(found: Alignment, kinds: tuple[frozenset[str], frozenset[str]]) -> float:
    if found.left or found.right or not kinds[0] | kinds[1]:
        return 0.0
    return 1.0 if kinds[0] == kinds[1] else _NO_OWN_WORD


def _pair_weight(left: Sequence[Word], right: Sequence[Word], rarity: Rarity) -> float:
    """By the side that is written in more words, since lists count those."""
    if len(left) == len(right):
        return (_weight(left, rarity) + _weight(right, rarity)) / 2
    return _weight(max(left, right, key=len), rarity)


def _weight(words: Sequence[Word], rarity: Rarity) -> float:
    return sum(rarity.weight(word) for word in words)


def _trades(left: frozenset[str], right: frozenset[str]) -> Iterator[str]:
    if left & right:
        yield f"both {', '.join(sorted(left & right))}"
    if left - right and right - left:
        yield f"{', '.join(sorted(left - right))} against {', '.join(sorted(right - left))}"
