from __future__ import annotations

import pytest

from alleged.model.vocabulary import Part
from alleged.text.paragraphs import BLANK, find_blocks, find_lines, find_wrap_width, is_heading, skip_mark

WRAPPED = """\
On Monday the United States and Britain accused hackers who work
for Chinese intelligence of spying on lawmakers, companies and the
critics of Beijing. The group is known as APT31. Washington and
London imposed sanctions on a firm in the city of Wuhan.
"""


def words_of(text: str) -> list[str]:
    return [text[b.start : b.end] for b in find_blocks(find_lines(text))]


def test_every_white_space_is_blank() -> None:
    assert {chr(code) for code in range(0x110000) if chr(code).isspace()} <= set(BLANK)


def test_lines_know_their_place_without_blanks() -> None:
    text = "\ufeff a\r\n\r\n\tb \u00a0\rc"
    lines = find_lines(text)
    assert [text[line.start : line.end] for line in lines] == ["a", "b", "c"]
    assert [line.words for line in lines] == ["a", "b", "c"]
    assert [line.after_blank for line in lines] == [True, True, False]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert find_wrap_width(find_lines(WRAPPED)) == 66
    assert words_of(WRAPPED) == [WRAPPED.strip()]


def test_lines_of_header_and_captions_are_not_joined() -> None:
    text = "US and UK accuse China of cyberespionage\nExample Times\nJuly 21, 2021\nJane Doe"
    assert words_of(text) == text.splitlines()


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    assert words_of("The group that works\nfor the ministry left.") == [
        "The group that works\nfor the ministry left."
    ]
    assert words_of("The group left.\nand came back") == ["The group left.", "and came back"]
    assert words_of("China denies it\nby Jane Doe") == ["China denies it", "by Jane Doe"]


@pytest.mark.parametrize("word", ["U.S.", "etc.", "(U.S.)", "Sept.", "e.g.", "John F."])
def test_the_stop_of_an_abbreviation_ends_no_line_before_a_small_letter(word: str) -> None:
    text = f"The operation hit nine {word}\ngovernment agencies, the FBI said.\n"
    assert words_of(text) == [text.strip()]


@pytest.mark.parametrize("end", ["agencies.", "U.S.?", "agencies…"])
def test_other_stops_end_a_line_before_a_small_letter(end: str) -> None:
    assert len(words_of(f"The operation hit nine {end}\nas the FBI said.\n")) == 2


def test_the_stop_of_an_abbreviation_may_end_a_line_before_a_capital() -> None:
    assert len(words_of("The operation hit the U.S.\nOfficials said so.\n")) == 2


def test_long_lines_are_paragraphs_of_their_own() -> None:
    text = "\n".join(["The group" + " word" * 40] * 4)
    assert len(words_of(text)) == 4


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("* a thing", "a thing"),
        ("- a thing", "a thing"),
        ("• a thing", "a thing"),
        ("12. a thing", "a thing"),
        ("(3) a thing", "a thing"),
        ("b) a thing", "a thing"),
        ("iv) a thing", "a thing"),
        ("J. Edgar Hoover", "J. Edgar Hoover"),
        ("2021. It was late", "2021. It was late"),
        ("— John Doe", "— John Doe"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_list_marks_are_no_words(line: str, words: str) -> None:
    assert line[skip_mark(line) :] == words


def test_an_item_begins_a_block_and_knows_its_part() -> None:
    blocks = find_blocks(find_lines("The ministry asked to\n- stop\n- talk"))
    assert [block.part for block in blocks] == [Part.BODY, Part.ITEM, Part.ITEM]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Entire toolset and tactics exposed", True),
        ("‘Infiltrating’ a database", True),
        ("5 things to know", True),
        ("China denied it.", False),
        ("Lin called on both governments to", False),
        ("and so on", False),
        ("It said", True),
        (
            "“Slander,” it said, and then it said a good deal more about the many groups that it knew",
            False,
        ),
        ("x" * 130, False),
        ("“It returns.” — An analyst", False),
        ("发言人说。美国", False),
        ("", False),
    ],
)
def test_headings_are_short_and_have_no_stop(words: str, expected: bool) -> None:
    assert is_heading(words) is expected
