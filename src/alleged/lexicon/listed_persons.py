"""Persons told side by side, and expressions that count them: "the two men, Jan Holt and Ada Voss"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.lexicon.counts import COUNTS
from alleged.lexicon.nominals import nominals
from alleged.lexicon.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.lexicon.words import Word
    from alleged.model.document import Extent

MOST = 12
"""Persons that an expression counts; of more it is other things that are counted."""
_BETWEEN = re.compile(r"(?: \([^()\n]{1,60}\))?(?:,? (?:aged )?\d{1,2})?(?: ?[,;]|(?: ?[,;])? and| &) ")
"""What stands between two names of a list: an age, a name in another script, "and"."""
_LONGEST_BETWEEN = 80
_DESCRIBING = 2
"""Words that may stand between a number and what it counts: "five Russian army officers"."""
_POINTING = frozenset({"the", "all", "both", "these", "those"})
_GOING_ON = frozenset({"were", "are", "have", "had", "of", "also"})
_FARTHEST = 400
"""Characters of a sentence before and after the persons that it lists."""
_END = re.compile(r"[.!?][\"”’']{0,2}\s|\n")
"""Where a sentence may end."""


@dataclass(frozen=True, slots=True)
class PersonList:
    """Persons who are told side by side, and the place in the text where they are."""

    names: tuple[str, ...]
    start: int
    end: int


def find_person_lists(text: str, persons: Iterable[Extent]) -> tuple[PersonList, ...]:
    """The lists of two and more of these persons in their text: "Jan Holt, 38, Odd Nordvik and Ada Voss"."""
    found: list[PersonList] = []
    for person in sorted(set(persons)):
        name, last = text[person.start : person.end], found[-1] if found else None
        if last and _is_between(text, last.end, person.start):
            found[-1] = PersonList((*last.names, name), last.start, person.end)
        elif last is None or person.start >= last.end:
            found.append(PersonList((name,), person.start, person.end))
    return tuple(each for each in found if len(each.names) > 1)


def counts_them(words: Sequence[Word], persons: PersonList) -> bool:
    """Whether the words of a sentence count as many persons as are listed: else the list may be of others."""
    return any(number == len(persons.names) for number, _, _ in find_counted(words))


def is_counted_beside(text: str, persons: PersonList) -> bool:
    """Whether the sentence in which persons are listed counts them, too."""
    before = text[max(0, persons.start - _FARTHEST) : persons.start]
    behind = text[persons.end : persons.end + _FARTHEST]
    sentence = f"{_END.split(before)[-1]}{text[persons.start : persons.end]}{_END.split(behind)[0]}"
    return counts_them(find_words(sentence), persons)


def find_counted(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Expressions for so many persons, with number, first word, end: "the *five men*", "all *five* were"."""
    for at, word in enumerate(words):
        number = _number(word)
        end = _end_of_persons(words, at) if number else None
        if end:
            yield number, at, end


def _is_between(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return 0 < len(between) <= _LONGEST_BETWEEN and bool(_BETWEEN.fullmatch(between))


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
    return after is None or after.is_mark or after.norm in _GOING_ON
