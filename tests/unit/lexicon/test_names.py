"""The names that reporting uses for states, agencies, firms and media."""

from __future__ import annotations

from collections import defaultdict

import pytest

from alleged.lexicon.names import Name, NameIndex, names
from alleged.lexicon.rules import read_yaml
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Role

Key = tuple[str, ...]


def key(form: str) -> Key:
    return tuple(word.norm for word in find_words(form))


def forms() -> list[tuple[str, str]]:
    """Every form of every name, with the name."""
    entries = [entry for group in read_yaml("names.yml").values() for entry in group]
    return [
        (form, entry["name"])
        for entry in entries
        for form in (entry["name"], *entry["aliases"], *entry.get("people", ()), *entry.get("seat", ()))
    ]


def found(text: str) -> list[str]:
    return [match.name.name for match in names().find(find_words(text))]


def test_no_form_belongs_to_two_names() -> None:
    owners: dict[Key, set[str]] = defaultdict(set)
    for form, name in forms():
        owners[key(form)].add(name)
    assert {form: claimed for form, claimed in owners.items() if len(claimed) > 1} == {}


def test_no_form_stands_twice() -> None:
    counted = [key(form) for form, _ in forms()]
    assert sorted(form for form in set(counted) if counted.count(form) > 1) == []


def test_every_state_of_an_agency_is_a_state() -> None:
    table = read_yaml("names.yml")
    states = {entry["name"] for entry in table["states"]}
    assert {entry["state"] for entry in table["agencies"] if "state" in entry} <= states


def test_every_form_is_found_in_a_sentence() -> None:
    lost = [form for form, name in forms() if found(f"then {form} too") != [name]]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing said so", ["China"]),
        ("the Kremlin’s guests", ["Russia"]),
        ("Chinese and Russian hackers", ["China", "Russia"]),
        (
            "the US Department of Justice in Washington",
            ["United States Department of Justice", "United States"],
        ),
        ("the U.S. and the U.K.", ["United States", "United Kingdom"]),
        ("the United Kingdom and New Zealand", ["United Kingdom", "New Zealand"]),
        ("China’s Ministry of State Security", ["Ministry of State Security"]),
        ("Georgia blamed Group-IB", ["Georgia", "Group-IB"]),
        ("The Record and The Guardian", ["The Record", "The Guardian"]),
        ("nobody at all", []),
        ("", []),
    ],
)
def test_names_are_found_in_order_the_longest_first(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "they told us",
        "who knows",
        "Us too",
        "in the un",
        "an apple",
        "Us and them",
        "The record shows it",
        "ap",
    ],
)
def test_words_without_the_capitals_of_a_name_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), [("told US", "United States"), ("the UN", "United Nations")])
def test_a_short_name_is_one_in_capitals(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("form", "type_", "role", "kind", "state"),
    [
        ("Iran", "states", Role.GOVERNMENT, "name", "Iran"),
        ("Iranian", "states", Role.GOVERNMENT, "people", "Iran"),
        ("Tehran", "states", Role.GOVERNMENT, "seat", "Iran"),
        ("GCHQ", "agencies", Role.INTELLIGENCE, "name", "United Kingdom"),
        ("Europol", "agencies", Role.LAW_ENFORCEMENT, "name", None),
        ("FireEye", "firms", Role.VENDOR, "name", None),
        ("Amnesty", "firms", Role.CIVIL_SOCIETY, "name", None),
        ("BBC News", "media", Role.MEDIA, "name", None),
    ],
)
def test_a_name_says_what_it_is(form: str, type_: str, role: Role, kind: str, state: str | None) -> None:
    known = names().get(form)
    assert known is not None
    assert (known.type, known.role, known.form, known.state) == (type_, role, kind, state)


def test_an_unknown_form_gives_nothing() -> None:
    assert names().get("Ruritania") is None


def test_of_two_entries_the_first_is_kept() -> None:
    first, second = (Name(name, "firms", Role.VENDOR, "name") for name in ("Alpha Works", "Beta Works"))
    index = NameIndex([("Works", first), ("Works", second)])
    assert index.get("Works") == first
