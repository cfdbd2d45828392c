"""Words that a document holds and does not show: which of them are worth telling, and where they are kept.

They follow the shown words in the clean text as boilerplate, each with its place in the original, so that no
claim is taken from them and anybody can look at them. What ordinary pages hide - menus, notes for screen
readers, the description of a picture - is left out and not told.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import re2

from alleged.lexicon.names import names
from alleged.lexicon.rules import acts, cues
from alleged.lexicon.words import find_words
from alleged.model.document import Boilerplate
from alleged.model.vocabulary import Hiding
from alleged.text.draft import PARAGRAPH_BREAK, CleanText, Piece
from alleged.text.paragraphs import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.model.document import Run
    from alleged.text.draft import Concealed

_FEWEST_WORDS = 4
_TELLING_WEIGHT = 3
_LOOKED_AT = 20_000
"""Characters of one hidden stretch that are looked at: beyond them it is told unlooked."""
_NEAR = 8
"""Words between a name and what it does or says."""
_REPEATED = 0.8
"""Share of its longer words that a hidden stretch has in common with the shown text if it repeats that."""
_SUMMED_UP = 0.6
"""The same for attributes: the description of a page sums it up in words of its own."""
_BEGINNING = 5
"""Letters that words of one kin have in common: "rejects" and "rejected"."""
_WORD = re2.compile(r"\w{4,40}")
_ORDERS = re2.compile(
    r"(?i)\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b"
    r"|\b(?:system prompt|you are (?:now )?an? (?:ai|assistant|language model)|as an ai\b)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A clean text with the hidden words after the shown ones."""

    clean: str
    runs: tuple[Run, ...]
    hidden: tuple[Boilerplate, ...] = ()


def keep_hidden(clean: str, runs: tuple[Run, ...], hidden: Sequence[Concealed]) -> Kept:
    """The text with those hidden stretches after it that could mislead a reader who is no person."""
    told = list(_choose(clean, hidden))
    if not told:
        return Kept(clean, runs)
    writer = CleanText.after(clean, runs)
    marks = tuple(_append(writer, stretch) for stretch in told)
    return Kept(writer.text(), writer.runs(), marks)


def _append(writer: CleanText, stretch: Concealed) -> Boilerplate:
    writer.insert(PARAGRAPH_BREAK)
    start = writer.length
    for piece in stretch.pieces:
        writer.keep_as_is(piece.words, piece.place)
    return Boilerplate(start, writer.length, stretch.why.value)


def _choose(clean: str, hidden: Sequence[Concealed]) -> Iterator[Concealed]:
    shown = _long_words(clean) if any(not stretch.is_odd for stretch in hidden) else frozenset[str]()
    for stretch in hidden:
        words = stretch.words
        is_odd = stretch.why is Hiding.CHARACTERS or (stretch.is_odd and _holds_word(words))
        if is_odd or (reads_as_report(words) and not _repeats(stretch, shown)):
            yield stretch


def reads_as_report(words: str) -> bool:
    """Whether words tell something that could be taken for part of a report, or give orders."""
    if len(words) > _LOOKED_AT or _ORDERS.search(words):
        return True
    found = find_words(words)
    if sum(1 for word in found if not word.is_mark) < _FEWEST_WORDS:
        return False
    deeds = acts().find(found)
    if any(match.code.weight >= _TELLING_WEIGHT for match in deeds):
        return True
    places = sorted([*(deed.start for deed in deeds), *(cue.start for cue in cues().find(found))])
    return any(_is_near(name.start, places) for name in names().find(found)) if places else False


def _is_near(place: int, others: Sequence[int]) -> bool:
    """Whether a name and a word that tells stand together: "APT41 stole", not the ends of a licence."""
    at = bisect_left(others, place - _NEAR)
    return at < len(others) and others[at] <= place + _NEAR


def _holds_word(words: str) -> bool:
    return any(a.isalpha() and b.isalpha() for a, b in pairwise(words))


def _repeats(stretch: Concealed, shown: frozenset[str]) -> bool:
    """Whether a description only says again what the page shows."""
    own = _long_words(stretch.words)
    share = _SUMMED_UP if stretch.why is Hiding.ATTRIBUTE else _REPEATED
    return bool(own) and len(own & shown) >= share * len(own)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_BEGINNING] for word in _WORD.findall(text))


def trim_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without those that show nothing anyway, and without blanks around their words."""
    trimmed = (piece.trimmed(BLANK) for piece in pieces)
    return tuple(piece for piece in trimmed if piece.words)
