from __future__ import annotations

import pytest

from alleged.resolve.titles import is_of_any_state, read_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China's Foreign Ministry", "Ministry of Foreign Affairs of the PRC"),
        ("Chinese Ministry of Foreign Affairs", "Chinese MFA"),
        ("Russian MFA", "Russia's Foreign Ministry"),
        ("Ukraine's Defense Ministry", "Ukrainian Ministry of Defence"),
        ("Interior Ministry of Poland", "Polish Ministry of Internal Affairs"),
        ("Norway's National Pier Authority", "Norwegian National Pier Authority"),
    ],
)
def test_names_of_one_office_tell_the_same(one: str, other: str) -> None:
    left, right = read_title(one), read_title(other)
    assert left.office == right.office
    assert left.office is not None
    assert left.country == right.country
    assert left.country is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China's Foreign Ministry", "Russia's Foreign Ministry"),
        ("China's Foreign Ministry", "China's Ministry of Defence"),
        ("China's Ministry of State Security", "North Korea's Ministry of State Security"),
        ("Dutch National Cyber Security Centre", "National Cyber Security Centre"),
    ],
)
def test_names_of_two_offices_tell_them_apart(one: str, other: str) -> None:
    left, right = read_title(one), read_title(other)
    assert (left.office, left.country) != (right.office, right.country)


@pytest.mark.parametrize("name", ["Chinese hackers", "Norway's embassy", "Norwegian police", "Tidewatch"])
def test_what_a_state_has_many_of_is_no_office(name: str) -> None:
    assert read_title(name).office is None


@pytest.mark.parametrize(
    ("name", "of_any"),
    [
        ("the foreign ministry", True),
        ("Foreign Ministry", True),
        ("MFA", True),
        ("Ministry of Digital Affairs", True),
        ("Norway's Foreign Ministry", False),
        ("Norway", False),
        ("Tidewatch", False),
    ],
)
def test_a_ministry_without_a_state_is_of_any(name: str, of_any: bool) -> None:
    assert is_of_any_state(name) is of_any
