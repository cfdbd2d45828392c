"""What the words for somebody call him, her or it."""

from __future__ import annotations

import pytest

from alleged.extract.cast import find_cast
from alleged.extract.naming import end_of_head, head_of, name_of, plain
from alleged.extract.passages import Stretch
from alleged.lexicon.words import find_words
from tests.unit.extract.reading import passage, place

DOJ = "United States Department of Justice"
MSS = "Ministry of State Security"
NCSC = "National Cyber Security Centre"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Anna Holt, the foreign minister", "Anna Holt"),
        ("the Latvian foreign minister, Anna Holt", "Anna Holt"),
        ("FBI Director Christopher Wray", "Christopher Wray"),
        ("Beijing", "China"),
        ("the Chinese government", "China"),
        ("US officials", "United States"),
        ("Russian officials, who spoke in Riga", "Russia"),
        ("the US and Britain", "United States; United Kingdom"),
        ("the Justice Department", DOJ),
        ("the US Department of Justice", DOJ),
        (
            "the FBI and CISA",
            "Federal Bureau of Investigation; Cybersecurity and Infrastructure Security Agency",
        ),
        ("China's Ministry of State Security", MSS),
        ("a spokesman for the MSS", MSS),
        ("North Korea's Ministry of State Security", "North Korea's Ministry of State Security"),
        ("the Dutch National Cyber Security Centre", "Dutch National Cyber Security Centre"),
        ("the UK National Cyber Security Centre", NCSC),
        ("GCHQ's National Cyber Security Centre", NCSC),
        ("the Ministry of Foreign Affairs of the PRC", "Chinese Ministry of Foreign Affairs"),
        ("researchers at Kaspersky", "Kaspersky"),
        ("the security firm Northwind", "Northwind"),
        ("the Danish firm Northwind", "Northwind"),
        ("Estonian Tax Board", "Estonian Tax Board"),
        ("Chinese diplomats", "Chinese diplomats"),
        ("the Chinese embassy in Riga", "Chinese embassy in Riga"),
        ("China’s embassy in Riga", "Chinese embassy in Riga"),
        ("the Russian consulate", "Russian consulate"),
        ("two researchers", "two researchers"),
        ("the bank, which knew of it", "bank"),
    ],
)
def test_a_phrase_names_somebody(phrase: str, name: str) -> None:
    of = passage(f"They met {phrase}, and left.")
    assert name_of(of, place(of, phrase), find_cast([of])) == name


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the head of the bank", "head"),
        ("sanctions on a firm", "sanctions"),
        ("the bank, which knew", "bank"),
        ("the Bank of Riga", "Riga"),
        ("its embassy in Riga", "embassy"),
        ("the firms'", "firms"),
    ],
)
def test_a_phrase_has_a_head(phrase: str, head: str) -> None:
    words = find_words(phrase)
    assert head_of(words, Stretch(0, len(words))).text == head


def test_plain_words_have_no_determiner_and_no_aside() -> None:
    of = passage("They met the two officers, who left.")
    phrase = place(of, "the two officers, who left")
    assert plain(of, phrase) == "two officers"
    assert end_of_head(of.words, phrase) == place(of, "the two officers").end
