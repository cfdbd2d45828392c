"""Several persons told by one expression: "the five men" are the five whom the document lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.times.forms import COUNTS
from alleged.lexicon.nominals import nominals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.extract.passages import Passage
    from alleged.lexicon.words import Word

MOST = 12
"""Persons of a list; longer ones are counted in figures, as much else is."""
_BETWEEN = frozenset({",", "and", "&", "aged"})
_OLDEST = 2
"""Digits of an age."""
_DESCRIBING = 2
"""Words that may stand between a number and what it counts: "five Russian army officers"."""
_POINTING = frozenset({"the", "all", "both", "these", "those"})


def find_lists(passage: Passage, persons: Sequence[Stretch]) -> Iterator[tuple[str, ...]]:
    """The persons whom a sentence counts and lists: "the two suspects, Jan Holt, 38, and Ada Voss".

    A list that its own sentence does not count may be of others: of those who found out, or who report.
    """
    counted = {number for number, _ in find_counted(passage, passage.whole)}
    return (names for names in _find_beside(passage, persons) if len(names) in counted)


def _find_beside(passage: Passage, persons: Sequence[Stretch]) -> Iterator[tuple[str, ...]]:
    """The names of persons who stand side by side."""
    beside: list[Stretch] = []
    for person in persons:
        if beside and not _is_between(passage.words[beside[-1].end : person.start]):
            yield from _names(passage, beside)
            beside = []
        beside.append(person)
    yield from _names(passage, beside)


def find_counted(passage: Passage, stretch: Stretch) -> Iterator[tuple[int, Stretch]]:
    """Expressions for so many persons: "the *five men*", "all *five* were", "the *two* fled"."""
    words = passage.words
    for at in range(stretch.start, stretch.end):
        number = _number(words[at])
        end = _end_of_persons(words, at) if number else None
        if end:
            yield number, Stretch(at, end)


def _names(passage: Passage, beside: Sequence[Stretch]) -> Iterator[tuple[str, ...]]:
    if 1 < len(beside) <= MOST:
        yield tuple(passage.said(person) for person in beside)


def _is_between(words: Sequence[Word]) -> bool:
    """Whether words only part two names of a list: a comma, "and", an age."""
    known = [word.norm in _BETWEEN or (word.norm.isdecimal() and len(word.norm) <= _OLDEST) for word in words]
    return bool(words) and all(known) and any(word.norm in {",", "and", "&"} for word in words)


def _number(word: Word) -> int:
    """The number that a word tells, if it is that of a list."""
    count = COUNTS.get(word.norm, 0) or (int(word.norm) if word.norm.isdecimal() else 0)
    return count if 1 < count <= MOST else 0


def _end_of_persons(words: Sequence[Word], at: int) -> int | None:
    """Where an expression ends that begins with a number at `at`; None if it counts no persons."""
    for end in range(at + 1, min(at + 2 + _DESCRIBING, len(words))):
        if words[end].norm in nominals().persons:
            return end + 1
        if words[end].is_mark:
            break
    pointed = at > 0 and words[at - 1].norm in _POINTING
    return at + 1 if pointed and _stands_alone(words, at) else None


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Whether nothing is counted behind a number: "all five *were*", "the two *helped*"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.is_mark or after.norm in {"were", "are", "have", "had", "of", "also"}
