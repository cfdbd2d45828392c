"""Several persons told by one expression: "the two men" after "Jan Holt and Odd Nordvik"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.lexicon.listed_persons import is_counted_beside
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals
from alleged.lexicon.people import LONGEST_PERSON, can_be_in_person_name
from alleged.lexicon.words import find_words
from alleged.resolve.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.lexicon.listed_persons import PersonList
    from alleged.model.document import Extent

_GROUPS = frozenset({"hackers", "members"})
"""Of the nouns for persons those that stand for a group where no number counts them."""
LEAST_WORDS = 2
"""Of a person's name."""


def are_persons(words: str) -> bool:
    """Whether words without a name stand for several persons: "the seven hackers", but not "the hackers"."""
    head = find_words(words)[-1].norm
    return head in nominals().persons and (head not in _GROUPS or count_told(words) is not None)


def count_told(words: str) -> int | None:
    """How many an expression says that they are: 2 for "the two men"; None if it does not say."""
    told = [quantity for quantity in find_quantities(words) if quantity.least == quantity.most]
    return int(told[0].least) if len(told) == 1 and told[0].least else None


def choose_list(text: str, lists: Sequence[PersonList], mention: Extent) -> PersonList | None:
    """The list that "the two men" at a place of a text stands for.

    That is the nearest before it of as many persons as the words say, or of any number if they say none; else
    the only one of that number after it: a report may tell of "seven men" first and then who they are. Where
    sentences count the persons whom they list, other lists are of others: of those who found out.
    """
    number = count_told(text[mention.start : mention.end])
    same = [each for each in lists if number in (None, len(set(each.names)))]
    fitting = [each for each in same if number and is_counted_beside(text, each)] or same
    earlier = [each for each in fitting if each.end <= mention.start]
    if earlier:
        return earlier[-1]
    return fitting[0] if number and len(fitting) == 1 else None


def may_be_person(name: str) -> bool:
    """Whether a name is written as that of a person, and is no known name of anything else."""
    words = name.split()
    if not LEAST_WORDS <= len(words) <= LONGEST_PERSON or names().find(find_words(name)):
        return False
    return all(map(can_be_in_person_name, words))
