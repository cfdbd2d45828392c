from __future__ import annotations

import pytest

from alleged.model.document import Boilerplate
from alleged.text.boilerplate import find_boilerplate, mark_boilerplate
from alleged.text.draft import Block
from alleged.text.paragraphs import find_blocks, find_lines

BODY = (
    "The ministry denied the accusation on Monday, and it called the indictment a fabrication of Washington."
)


def marked(text: str) -> list[tuple[str, str]]:
    blocks = mark_boilerplate(text, find_blocks(find_lines(text)))
    return [(text[b.start : b.end], b.why) for b in blocks if b.why]


def test_a_report_without_boilerplate_is_left_alone() -> None:
    assert marked(f"China denies it\n\n{BODY}\n\nWhat was said\n\n{BODY}") == []


def test_a_comment_section_reaches_to_the_end() -> None:
    text = (
        f"{BODY}\n\nLeave a Reply\n\nI think the group did it. It is always them.\n\nTrending\n\nOther news"
    )
    assert [words for words, _ in marked(text)] == text.split("\n\n")[1:]


def test_a_comment_link_above_the_report_takes_only_itself() -> None:
    text = f"China denies it\n\nLeave a Reply\n\n{BODY}\n\n{BODY}"
    assert marked(text) == [("Leave a Reply", "comments")]


def test_teasers_go_with_their_heading_and_no_further() -> None:
    text = f"{BODY}\n\nRelated coverage\n\n* Spies hit a bank\n* Bank denies it\n\n{BODY}"
    assert [words for words, _ in marked(text)] == ["Related coverage", "Spies hit a bank", "Bank denies it"]


def test_the_heading_after_teasers_stays_with_its_paragraph() -> None:
    text = f"{BODY}\n\nTrending\n\nSpies hit a bank\n\nWhat the ministry said\n\n{BODY}"
    assert [words for words, _ in marked(text)] == ["Trending", "Spies hit a bank"]


def test_a_heading_that_needs_its_list_is_nothing_without_one() -> None:
    assert marked(f"{BODY}\n\nMore on the attack\n\n{BODY}") == []
    assert marked(f"{BODY}\n\nMore from China\n\n* Spies hit a bank\n* Bank denies it")[0] == (
        "More from China",
        "teaser",
    )


def test_a_caption_goes_with_its_source() -> None:
    text = f"{BODY}\n\nIdentities of the five members\nSource: SSU\n{BODY}"
    assert marked(text) == [("Identities of the five members", "credit"), ("Source: SSU", "credit")]


def test_a_heading_apart_from_a_source_stays() -> None:
    text = f"{BODY}\n\nIdentities of the five members\n\nSource: SSU\n\n{BODY}"
    assert marked(text) == [("Source: SSU", "credit")]


def test_tags_of_a_scraper_go_to_the_last_one() -> None:
    text = f"{BODY}\n\nTags:\n\nThreatactor:\n[[threatactor.name=RTM]]\n\nAction:\n[[action.name=at]]"
    assert {why for _, why in marked(text)} == {"tags"}
    assert len(marked(text)) == 5


def test_the_first_block_is_never_the_head_of_a_list() -> None:
    assert marked(f"Related coverage\n\nSpies hit a bank\n\n{BODY}") == []


@pytest.mark.parametrize("length", [599, 700])
def test_long_paragraphs_are_never_boilerplate(length: int) -> None:
    words = "Register now for the live webinar " + "and so on " * 70
    text = words[:length]
    assert bool(marked(text)) is (length <= 600)


def test_machine_text_of_any_length_goes() -> None:
    assert marked(f"{BODY}\n\n" + "[[victim.country.name=Ukraine]] " * 60)[0][1] == "tags"
    assert marked(f'{BODY}\n\n{{"@context":"x",' + '"a":1,' * 200 + '"b":2}')[0][1] == "code"


def test_neighbours_with_one_reason_are_one_stretch() -> None:
    blocks = [
        Block(0, 2, why="a"),
        Block(3, 5, why="a"),
        Block(6, 8),
        Block(9, 10, why="a"),
        Block(11, 12, why="b"),
    ]
    assert find_boilerplate(blocks) == (
        Boilerplate(0, 5, "a"),
        Boilerplate(9, 10, "a"),
        Boilerplate(11, 12, "b"),
    )
