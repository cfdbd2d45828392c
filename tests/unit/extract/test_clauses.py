"""The pieces of a sentence that state one proposition each."""

from __future__ import annotations

import pytest

from alleged.extract.clauses import join_clauses, split_clauses
from alleged.extract.passages import Stretch
from tests.unit.extract.reading import passage, place


def pieces(words: str) -> list[str]:
    of = passage(words)
    return [of.said(clause) for clause in split_clauses(of, of.whole)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hackers stole data and broke into the bank.", ["Hackers stole data", "broke into the bank"]),
        ("Hackers stole data, and they sold it.", ["Hackers stole data", "they sold it"]),
        ("Hackers stole data; the police came too.", ["Hackers stole data", "the police came too"]),
        ("Hackers stole data – nobody knows when.", ["Hackers stole data", "nobody knows when"]),
        ("They hit the bank, which was shut down.", ["They hit the bank", "which was shut down"]),
        ("They hit the bank while it was shut.", ["They hit the bank", "while it was shut"]),
        ("They hit the bank in order to blackmail it.", ["They hit the bank", "in order to blackmail it"]),
        ("They hit the bank, stealing all its data.", ["They hit the bank", "stealing all its data"]),
    ],
)
def test_a_sentence_is_cut_where_a_clause_begins(words: str, expected: list[str]) -> None:
    assert pieces(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The attack on the bank was a sad event",
        "APT31, APT40 and APT41 hacked the bank, the school and the ministry",
        "They could break into the bank and steal its data",
        "They hit it, and left",
    ],
)
def test_lists_and_bare_verbs_are_not_cut(words: str) -> None:
    assert pieces(f"{words}.") == [words]


def test_only_the_stretch_is_cut() -> None:
    of = passage("He said hackers stole data and broke into the bank and left.")
    content = place(of, "hackers stole data and broke into the bank")
    assert [of.said(c) for c in split_clauses(of, content)] == ["hackers stole data", "broke into the bank"]


@pytest.mark.parametrize(
    ("carries", "joined"),
    [
        ((True, True, True), [(0, 3), (3, 5), (5, 9)]),
        ((True, False, True), [(0, 5), (5, 9)]),
        ((False, True, True), [(0, 5), (5, 9)]),
        ((True, False, False), [(0, 9)]),
        ((False, False, True), [(0, 9)]),
        ((False, False, False), []),
    ],
)
def test_a_clause_that_carries_nothing_goes_with_the_one_before(
    carries: tuple[bool, ...], joined: list[tuple[int, int]]
) -> None:
    clauses = [Stretch(0, 3), Stretch(3, 5), Stretch(5, 9)]
    assert join_clauses(clauses, carries) == tuple(Stretch(*ends) for ends in joined)
