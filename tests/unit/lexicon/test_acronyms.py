from __future__ import annotations

import pytest

from alleged.lexicon.acronyms import find_introduced, find_spelt_out
from alleged.lexicon.words import find_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harbour Survey Office (HSO) said so.", [("HSO", "Harbour Survey Office")]),
        ("the Office of the Harbour Commissioner ('OHC')", [("OHC", "Office of the Harbour Commissioner")]),
        ("Norway's National Pier Authority (NPA)", [("NPA", "Norway's National Pier Authority")]),
        ("the Norwegian National Pier Authority (NPA)", [("NPA", "Norwegian National Pier Authority")]),
        ("Tidewatch's National Pier Authority (NPA)", [("NPA", "National Pier Authority")]),
        ("the Internet Crime Count Centre (IC3)", [("IC3", "Internet Crime Count Centre")]),
        ("the Pier Crime Enforcement Net (PiCEN)", [("PiCEN", "Pier Crime Enforcement Net")]),
        ("the Pier Industry Rules Authority (PINRA)", [("PINRA", "Pier Industry Rules Authority")]),
        ("the Norwegian Pier Authority (NPM)", [("NPM", "Norwegian Pier Authority")]),
        ("the Harbour Survey Office (XSO)", []),
        ("the Harbour Survey Office (HMSTO)", []),
        ("it named the pier (NPA) and the quay (q.v.)", []),
        ("(NPA) opens it", []),
    ],
)
def test_an_acronym_is_found_with_the_name_before_it(text: str, found: list[tuple[str, str]]) -> None:
    assert list(find_introduced(text)) == found


def test_several_of_a_text_are_found_in_order() -> None:
    text = "The Harbour Survey Office (HSO) and the Pier Crime Agency (“PCA”) spoke."
    assert [acronym for acronym, _ in find_introduced(text)] == ["HSO", "PCA"]


@pytest.mark.parametrize(
    ("acronym", "start"), [("HSO", 1), ("SO", 2), ("HX", 1), ("XS", None), ("hso", None), ("H", None)]
)
def test_a_name_begins_where_its_initials_do(acronym: str, start: int | None) -> None:
    assert find_spelt_out(find_words("The Harbour Survey Office"), 3, acronym) == start
