"""Whom a sentence speaks of."""

from __future__ import annotations

import pytest

from alleged.extract.cast import find_cast
from alleged.extract.entities import Entity, find_entities
from tests.unit.extract.reading import passage, passages


def found(words: str) -> list[tuple[str, str]]:
    """The words of each entity, and its name."""
    of = passage(words)
    return [(of.said(e.stretch), e.name) for e in find_entities(of, find_cast([of]))]


def entity(words: str) -> Entity:
    of = passage(words)
    return find_entities(of, find_cast([of]))[0]


def test_entities_come_in_order_and_do_not_overlap() -> None:
    assert found("Beijing and the US met Anna Holt of the Ministry of State Security.") == [
        ("Beijing", "China"),
        ("US", "United States"),
        ("Anna Holt", "Anna Holt"),
        ("Ministry of State Security", "Ministry of State Security"),
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("seven Chinese hackers", "seven Chinese hackers"),
        ("The Gamaredon group", "Gamaredon"),
        ("Hackers", ""),
        ("the attackers", ""),
        ("The same unknown group", ""),
        ("It", ""),
        ("They", ""),
    ],
)
def test_a_group_has_a_name_where_the_words_tell_it_apart(words: str, name: str) -> None:
    first, *_ = found(f"{words} left.")
    assert first[1] == name


def test_whose_they_are_belongs_to_their_words() -> None:
    of = "Seven hackers working for the Ministry of State Security left."
    assert found(of)[0][0] == "Seven hackers working for the Ministry of State Security"


def test_a_short_name_stands_for_the_full_one_of_the_document() -> None:
    first, second = passages("The police met Anna Holt on Monday. They let Holt go.")
    names = [e.name for e in find_entities(second, find_cast([first, second]))]
    assert "Anna Holt" in names


@pytest.mark.parametrize("words", ["Iran", "APT31", "Hackers", "The Gamaredon group", "They", "Anna Holt"])
def test_states_groups_and_persons_can_attack(words: str) -> None:
    assert entity(f"{words} left.").can_attack


@pytest.mark.parametrize("words", ["Reuters", "Journalists", "Officials"])
def test_media_and_bystanders_cannot(words: str) -> None:
    assert not entity(f"{words} left.").can_attack


@pytest.mark.parametrize("words", ["the Pegasus spyware", "an exploit dubbed Pegasus", "via Pegasus"])
def test_tools_cannot(words: str) -> None:
    of = passage(f"They hit it with {words} again.")
    tool = next(e for e in find_entities(of, find_cast([of])) if e.name == "Pegasus")
    assert not tool.can_attack


def test_a_first_word_with_a_capital_is_no_name() -> None:
    assert found("Yesterday teachers left.") == []


def test_the_people_of_a_state_are_not_the_state() -> None:
    assert found("The Chinese word was long.") == []
