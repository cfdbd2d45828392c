from __future__ import annotations

import pytest

from alleged.extract.cast import find_cast
from alleged.extract.passages import Stretch
from alleged.extract.together import find_counted
from tests.unit.extract.reading import passage, passages


@pytest.mark.parametrize(
    ("words", "number", "listed"),
    [
        ("The two men are Odd Nordvik and Ada Voss.", 2, ("Odd Nordvik", "Ada Voss")),
        ("The two suspects, Odd Nordvik, 41, and Ada Voss, fled.", 2, ("Odd Nordvik", "Ada Voss")),
        (
            "All three were Odd Nordvik, Jan Holt and Ada Voss.",
            3,
            ("Odd Nordvik", "Jan Holt", "Ada Voss"),
        ),
        ("The researchers Odd Nordvik and Ada Voss found it. Later two men fled.", 2, ()),
        ("The two men are Odd Nordvik. Later Ada Voss left.", 2, ()),
        ("The two men saw Odd Nordvik who met Ada Voss.", 2, ()),
        ("The two men, Odd Nordvik and Ada Voss. The two men, Jan Holt and Orla Venn.", 2, ()),
        ("The three men saw Odd Nordvik and Ada Voss.", 2, ()),
        ("The two men saw the Harbour Office and the Northwind Bank.", 2, ()),
    ],
)
def test_persons_whom_a_sentence_counts_and_lists(words: str, number: int, listed: tuple[str, ...]) -> None:
    assert find_cast(passages(words)).only_list_of(number) == listed


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
    found = passage(words)
    everywhere = Stretch(0, len(found.words))
    assert [(number, found.said(at)) for number, at in find_counted(found, everywhere)] == counted
