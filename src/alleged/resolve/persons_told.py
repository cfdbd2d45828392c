"""Several persons told by one expression: "the two men" after "Jan Holt and Odd Nordvik"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals
from alleged.lexicon.people import LONGEST_PERSON, can_be_in_person_name
from alleged.lexicon.words import find_words
from alleged.resolve.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.document import Extent

_GROUPS = frozenset({"hackers", "members"})
"""Of the nouns for persons those that stand for a group where no number counts them."""
LEAST_WORDS = 2
"""Of a person's name."""
_BETWEEN = re.compile(r"(?: \([^()\n]{1,60}\))?(?:, (?:aged )?\d{1,2})?(?:[,;]|[,;]? and| &) ")
"""What stands between two names of a list: an age, a name in another script, "and"."""
_LONGEST_BETWEEN = 80


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


def are_persons(words: str) -> bool:
    """Whether words without a name stand for several persons: "the seven hackers", but not "the hackers"."""
    head = find_words(words)[-1].norm
    return head in nominals().persons and (head not in _GROUPS or count_told(words) is not None)


def count_told(words: str) -> int | None:
    """How many an expression says that they are: 2 for "the two men"; None if it does not say."""
    told = [quantity for quantity in find_quantities(words) if quantity.least == quantity.most]
    return int(told[0].least) if len(told) == 1 and told[0].least else None


def choose_list(words: str, lists: tuple[PersonList, ...], before: int) -> PersonList | None:
    """The list that "the two men" stands for at a place of its text.

    That is the nearest before it of as many persons as the words say, or of any number if they say none; else
    the only one of that number after it: a report may tell of "seven men" first and then who they are.
    """
    number = count_told(words)
    fitting = [each for each in lists if number in (None, len(set(each.names)))]
    earlier = [each for each in fitting if each.end <= before]
    if earlier:
        return earlier[-1]
    return fitting[0] if number and len(fitting) == 1 else None


def may_be_person(name: str) -> bool:
    """Whether a name is written as that of a person, and is no known name of anything else."""
    words = name.split()
    if not LEAST_WORDS <= len(words) <= LONGEST_PERSON or names().find(find_words(name)):
        return False
    return all(map(can_be_in_person_name, words))


def _is_between(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return 0 < len(between) <= _LONGEST_BETWEEN and bool(_BETWEEN.fullmatch(between))
