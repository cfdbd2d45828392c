from __future__ import annotations

import pytest

from alleged.knowledge.codes import find_country, find_language, find_script, language_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("China", "CN"),
        ("Korea, North", "KP"),
        ("North Korea", "KP"),
        ("RUSSIA", "RU"),
        ("Russian  Federation", "RU"),
        ("Burma", "MM"),
        ("Saint Lucia", "LC"),
        ("Bosnia and Herzegovina", "BA"),
        ("Congo (Democratic Republic)", "CD"),
        ("Cote d’Ivoire", "CI"),
        ("Hong Kong", "HK"),
        ("Region: Gaza", "PS"),
        ("undetermined", None),
        ("Asia", None),
        ("", None),
    ],
)
def test_countries_are_known_as_the_lists_call_them(name: str, code: str | None) -> None:
    assert find_country(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian", "ru"),
        ("Farsi", "fa"),
        ("Romanian; Moldavian; Moldovan", "ro"),
        ("Elvish", None),
        ("", None),
    ],
)
def test_languages_are_known_as_the_lists_call_them(name: str, code: str | None) -> None:
    assert find_language(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Cyrillic", "Cyrl"),
        ("Chinese - Simplified", "Hans"),
        ("Latn", "Latn"),
        ("501", "Hans"),
        ("Runes of old", None),
        ("", None),
    ],
)
def test_scripts_are_known_by_name_and_code(name: str, code: str | None) -> None:
    assert find_script(name) == code


def test_a_script_alone_tells_no_language() -> None:
    assert language_of("Russian", "Cyrillic") == "ru"
    assert language_of("", "Cyrillic") == "und-Cyrl"
    assert language_of("", "Latin") is None
    assert language_of("", "") is None
