from __future__ import annotations

import subprocess
import sys

import pytest

from alleged.text.language import find_language

ENGLISH = (
    "The ministry said that the group, which has been accused of spying, is not known to it by that name."
)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (ENGLISH, "en"),
        ("Die Bundesregierung hat China am Montag für den Angriff verantwortlich gemacht.", "de"),
        ("La France accuse la Chine d'avoir mené des attaques contre ses institutions.", "fr"),
        ("Китай отверг обвинения Соединённых Штатов и Великобритании во вторник.", "ru"),
        ("中国外交部发言人驳斥了这些指控，称其毫无根据。", "zh"),
        ("US and UK accuse China of cyberespionage affecting millions.", "en"),
    ],
)
def test_languages_are_told(body: str, code: str) -> None:
    assert find_language(body) == code


@pytest.mark.parametrize(
    "body", ["", "China denies it", "12345 " * 50, "APT31 Zirconium Altaire Judgment Panda " * 3]
)
def test_too_little_to_tell_is_none(body: str) -> None:
    assert find_language(body) is None


def test_only_the_beginning_is_looked_at() -> None:
    assert (
        find_language(ENGLISH * 50 + "Die Bundesregierung hat China verantwortlich gemacht. " * 500) == "en"
    )


def test_english_is_told_without_loading_the_model() -> None:
    code = (
        "import sys; from alleged.text.language import find_language; "
        f"assert find_language({ENGLISH!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
