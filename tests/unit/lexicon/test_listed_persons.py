from __future__ import annotations

import pytest

from alleged.lexicon.listed_persons import (
    PersonList,
    counts_them,
    find_counted,
    find_person_lists,
    is_counted_beside,
)
from alleged.lexicon.words import find_words
from alleged.model.document import Extent

PERSONS = ("Odd Nordvik", "Ada Voss", "Jan Holt")


def lists_of(text: str) -> tuple[PersonList, ...]:
    places = [Extent(text.index(name), text.index(name) + len(name)) for name in PERSONS if name in text]
    return find_person_lists(text, reversed(places))


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Odd Nordvik and Ada Voss ran.", [("Odd Nordvik", "Ada Voss")]),
        ("Odd Nordvik, 41, and Ada Voss, 38, ran.", [("Odd Nordvik", "Ada Voss")]),
        ("Odd Nordvik, aged 41; Ada Voss & Jan Holt", [PERSONS]),
        ("Odd Nordvik (Одд), Ada Voss, and Jan Holt", [PERSONS]),
        ("Odd Nordvik met Ada Voss.", []),
        ("Odd Nordvik. Ada Voss", []),
        ("Odd Nordvik ran. Ada Voss and Jan Holt hid.", [("Ada Voss", "Jan Holt")]),
    ],
)
def test_persons_who_are_told_side_by_side(text: str, listed: list[tuple[str, ...]]) -> None:
    found = lists_of(text)
    assert [each.names for each in found] == listed
    assert all(text[each.start : each.end].startswith(each.names[0]) for each in found)
    assert all(text[each.start : each.end].endswith(each.names[-1]) for each in found)


@pytest.mark.parametrize(
    ("text", "is_counted"),
    [
        ("The two men are Odd Nordvik and Ada Voss.", True),
        ("It ended. Odd Nordvik and Ada Voss, the two suspects, ran. Three men hid.", True),
        ("Two men ran. Odd Nordvik and Ada Voss found it.", False),
        ("Odd Nordvik and Ada Voss found it.\nTwo men ran.", False),
        ("The three men saw Odd Nordvik and Ada Voss.", False),
    ],
)
def test_a_list_is_counted_where_its_own_sentence_does_it(text: str, is_counted: bool) -> None:
    (found,) = lists_of(text)
    assert is_counted_beside(text, found) is is_counted


def test_only_as_many_as_are_listed_count_them() -> None:
    (found,) = lists_of("Odd Nordvik and Ada Voss")
    assert counts_them(find_words("the two men"), found)
    assert not counts_them(find_words("the three men"), found)
    assert not counts_them(find_words("the two firms"), found)


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("The five men fled.", [(5, "five men")]),
        ("Two Russian army officers fled.", [(2, "Two Russian army officers")]),
        ("All five were spies.", [(5, "five")]),
        ("Later the two also fled.", [(2, "two")]),
        ("The 12 suspects fled.", [(12, "12 suspects")]),
        ("The five firms fled.", []),
        ("Some 40 men fled.", []),
        ("One of the men fled.", []),
        ("It took two years.", []),
    ],
)
def test_expressions_for_so_many_persons(words: str, counted: list[tuple[int, str]]) -> None:
    found = find_words(words)
    told = [(number, words[found[at].start : found[end - 1].end]) for number, at, end in find_counted(found)]
    assert told == counted
