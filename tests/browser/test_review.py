"""Reviewing by keyboard alone, as a coder does it: a key a claim."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from alleged.ledger import open_ledger
from alleged.model.correction import Field
from alleged.model.decision import Verdict, standing
from tests.browser.pages import Visitor
from tests.browser.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from alleged.model.decision import Decision

THIRTY = 30


def find_standing(folder: Path) -> tuple[Decision, ...]:
    """What counts in the ledger of the decider."""
    with closing(open_ledger(folder / "ledger.db", create=False)) as ledger:
        return standing(ledger.decisions())


def press(page: Page, key: str, decided: int) -> None:
    """Press a key, and wait until so many are decided and the next claim has the focus."""
    page.wait_for_load_state()
    page.keyboard.press(key)
    expect(page.locator(".progress label")).to_have_text(re.compile(f"^{decided} of"))
    expect(page.locator("#review [data-focus]")).to_be_focused()


def test_thirty_claims_are_reviewed_by_keyboard_alone(decider: Visitor, tmp_path: Path) -> None:
    page = decider.visit("/review")
    for number in range(1, THIRTY + 1):
        press(page, "axa2aa"[number % 6], number)
    made = find_standing(tmp_path)
    on_claims = {decision.what[0] for decision in made}
    assert len(on_claims) == THIRTY
    assert sum(decision.verdict is Verdict.REJECT for decision in made) == THIRTY // 6
    decider.check()


def test_skip_undo_and_the_live_region(decider: Visitor, tmp_path: Path) -> None:
    page = decider.visit("/review")
    card = page.locator("#saying")
    first = card.inner_text()
    page.wait_for_load_state()
    page.keyboard.press("s")
    expect(card).not_to_have_text(first)
    expect(card).to_be_focused()
    second = card.inner_text()
    press(page, "x", 1)
    expect(page.locator("#announced")).to_have_text(
        re.compile(r"is rejected.*1 of \d+ claims decided", re.DOTALL)
    )
    assert page.evaluate("document.activeElement.id") == "saying"
    press(page, "u", 0)
    expect(card).to_have_text(second)
    assert find_standing(tmp_path) == ()


def test_who_is_no_longer_signed_in_is_told_so(decider: Visitor, tmp_path: Path) -> None:
    page = decider.visit("/review")
    page.context.clear_cookies()
    page.wait_for_load_state()
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Not signed in")).to_be_visible()
    assert find_standing(tmp_path) == ()


def test_a_field_is_edited_without_a_mouse(decider: Visitor, tmp_path: Path) -> None:
    page = decider.visit("/review")
    page.wait_for_load_state()
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "edit-stance"
    page.get_by_label("actor").fill("A Group\nAnother Group")
    page.get_by_label("actor").press("Tab")
    page.get_by_role("button", name="Save and accept").press("Enter")
    expect(page.locator(".progress label")).to_have_text(re.compile("^1 of"))
    expect(page.locator("#saying")).to_be_focused()
    corrected, accepted = find_standing(tmp_path)
    assert corrected.what[1:] == (Field.ACTOR, "A Group", "Another Group")
    assert (accepted.verdict, accepted.at) == (Verdict.ACCEPT, corrected.at)
    press(page, "u", 0)
    assert find_standing(tmp_path) == ()


def test_two_coders_code_blind_and_a_third_adjudicates(
    browser: Browser, examples: Path, tmp_path: Path
) -> None:
    ledger = Path(shutil.copy(examples, tmp_path / "ledger.db"))
    for who, keys in (("anna", "aax"), ("ben", "a4a")):
        with served(ledger, who) as own, Visitor.arriving(browser, own) as coder:
            page = coder.visit("/review?blind=yes")
            for number, key in enumerate(keys, 1):
                press(page, key, number)
            assert "decided, " not in page.content()
    with served(ledger, "dora") as own, Visitor.arriving(browser, own) as dora:
        page = dora.visit("/agreement")
        page.get_by_role("button", name="Compare").click()
        expect(page.locator("#disagreements-title")).to_have_text("2 disagreements, 0 of them adjudicated")
        page.get_by_role("button", name="as ben has it").last.click()
        expect(page.locator("#disagreements-title")).to_have_text("2 disagreements, 1 of them adjudicated")
        page.get_by_role("link", name="otherwise").first.click()
        expect(page.locator("#saying")).to_be_attached()
        page.wait_for_load_state()
        page.keyboard.press("x")
        expect(page.locator("#disagreements-title")).to_have_text("2 disagreements, 2 of them adjudicated")
        dora.check()
    assert [each.who for each in find_standing(tmp_path) if each.who == "dora"]
