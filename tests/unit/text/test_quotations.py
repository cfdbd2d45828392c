from __future__ import annotations

import time

import pytest

from alleged.text.draft import Block
from alleged.text.paragraphs import find_blocks, find_lines
from alleged.text.quotations import find_quotations

pytestmark = pytest.mark.alone


def quoted(text: str) -> list[str]:
    return [text[e.start : e.end] for e in find_quotations(text, find_blocks(find_lines(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"A is bad," he said. "B too."', ["A is bad,", "B too."]),
        ("He called it “slander.” She did not.", ["slander."]),
        ("«Это ложь», — сказал он.", ["Это ложь"]),
        ("Er sagte: „Das ist falsch“, und ging.", ["Das ist falsch"]),
        ("Sie nannte es »falsch« und ging.", ["falsch"]),
        ("Hän sanoi ”ei” ja lähti.", ["ei"]),
        ("发言人说：「这是诽谤」。", ["这是诽谤"]),
        ("'We deny it,' he said.", ["We deny it,"]),
        ("‘Infiltrating’ Ukraine’s health database", ["Infiltrating"]),
        ("“He called the ‘attack’ false,” she said.", ["He called the ‘attack’ false,"]),
        ('("stop")', ["stop"]),
        ('said:"We did it"', ["We did it"]),
    ],
)
def test_words_inside_the_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "China's hackers' tools weren't theirs.",
        "The '90s and rock 'n' roll",
        "the spies’ tools and China’s",
        'a 5" disk and a 6" one',
        '""',
        '"',
        "“”",
        "He left ” and came",
    ],
)
def test_apostrophes_and_stray_marks_are_no_quotations(text: str) -> None:
    assert [words for words in quoted(text) if words != "n"] == []


def test_a_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    text = "“One. Two.\n\n“Three.\n\n“Four,” he said. “Five.”"
    assert quoted(text) == ["One. Two.\n\n“Three.\n\n“Four,", "Five."]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    assert quoted("“One. Two.\n\nThree, he said.") == ["One. Two."]
    assert quoted("“One.\n\n'Two' he said.") == ["One.", "Two"]


def test_boilerplate_holds_no_quotation() -> None:
    text = "“A” “B”"
    assert find_quotations(text, [Block(0, 3, why="teaser")]) == ()


@pytest.mark.parametrize("unit", ['"', "'a ", "“", "‘a", "“a", "a’ ", "«"])
def test_time_grows_with_the_length(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        find_quotations(text, [Block(0, len(text))])
        return time.process_time() - start

    cost(1_000)
    assert cost(200_000) < 25 * max(cost(20_000), 0.01)
