"""Adding a claim by selecting its words, in a text in which emoji and flags stand before them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from alleged.extract import EXTRACTORS
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import Source
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.model.addition import find_adder
from tests.browser.pages import Visitor
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from alleged.model.claim import Claim

STORY = (
    "😀🇨🇳 A note\r\nof the harbour\n\n"
    "👩‍💻 On Monday the port authority of Northwind said that hackers had broken into its mail. 🇬🇧 The "
    "embassy of Tidewater perhaps called the report of the authority untrue.\n\n"
    "The report was shared widely.\n"
)
SELECT = """(words) => {
  const box = document.querySelector("#words"), node = box.firstChild, at = node.data.indexOf(words);
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + words.length);
  return [...range.getClientRects()].map((one) => [one.left, one.top, one.right, one.bottom]);
}"""


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who may decide in a ledger that holds this story."""
    (tmp_path / "story.txt").write_bytes(STORY.encode())
    with closing(open_ledger(tmp_path / "ledger.db", create=True)) as ledger:
        source = Source("story.txt", tmp_path / "story.txt")
        list(ingest([source], ledger, Plan(EXTRACTORS.get("lexicon")())))
    with served(tmp_path / "ledger.db") as own, Visitor.arriving(browser, own) as found:
        yield found


def find_added(folder: Path) -> list[Claim]:
    with closing(open_ledger(folder / "ledger.db", create=False)) as ledger:
        return [claim for claim in ledger.claims(ClaimQuery()).claims if find_adder(claim.extractor)]


def open_text(visitor: Visitor, folder: Path) -> Page:
    with closing(open_ledger(folder / "ledger.db", create=False)) as ledger:
        document = ledger.documents()[0].id
    return visitor.visit(f"/review/add?document={document}")


def drag(page: Page, words: str) -> None:
    """Select these words with the mouse, from their first letter to their last."""
    boxes = page.evaluate(SELECT, words)
    (left, top, _, bottom), (_, last_top, right, last_bottom) = boxes[0], boxes[-1]
    page.mouse.move(left + 1, (top + bottom) / 2)
    page.mouse.down()
    page.mouse.move(right - 1, (last_top + last_bottom) / 2, steps=6)
    page.mouse.up()
    expect(page.locator("#selected")).to_contain_text(words)


def test_words_behind_emoji_and_flags_become_a_claim(reader: Visitor, tmp_path: Path) -> None:
    page = open_text(reader, tmp_path)
    drag(page, "report of the authority untrue")
    expect(page.locator("#add-content")).to_have_value("report of the authority untrue")
    drag(page, "embassy of Tidewater")
    page.locator("[data-take=speaker]").click()
    drag(page, "perhaps")
    page.locator("[data-take=hedge]").click()
    page.get_by_label("stance").select_option("denies")
    page.get_by_label("act", exact=True).select_option("intrusion")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.locator(".told")).to_contain_text("denies (perhaps)")
    (claim,) = find_added(tmp_path)
    assert claim.content.exact == "report of the authority untrue"
    assert STORY[claim.content.start : claim.content.end] == claim.content.exact
    assert claim.speaker.name == "embassy of Tidewater"
    assert [hedge.exact for hedge in claim.hedges] == ["perhaps"]
    reader.check()
    page.get_by_role("link", name="review it, or undo").click()
    expect(page.locator("#saying")).to_contain_text("report of the authority untrue")
    page.wait_for_load_state()
    page.keyboard.press("u")
    expect(page.locator(".told")).to_contain_text("no longer counts")
    assert find_added(tmp_path) == []


def test_half_a_word_is_taken_whole_and_the_same_words_by_their_place(
    reader: Visitor, tmp_path: Path
) -> None:
    page = open_text(reader, tmp_path)
    drag(page, "eport was shared wide")
    expect(page.locator("#add-content")).to_have_value("report was shared widely")
    page.locator("#add-speaker").fill("the paper")
    page.get_by_label("stance").select_option("asserts")
    page.get_by_label("act", exact=True).select_option("comment")
    page.get_by_role("button", name="Add the claim").click()
    (claim,) = find_added(tmp_path)
    assert claim.content.exact == "report was shared widely"
