"""Searching: by keyboard, by choosing what narrows, without scripts, and on two clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.pages import Visitor


def test_the_keyboard_leads_from_anywhere_to_a_claim(visitor: Visitor) -> None:
    page = visitor.visit("/documents")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("stance:denies")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Claims")).to_be_visible()
    page.wait_for_load_state()
    page.locator("main").focus()
    for _ in range(2):
        page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/*")
    expect(page.locator(".stance").first).to_have_text("denies")
    visitor.check()


def test_choices_narrow_and_are_taken_back(visitor: Visitor) -> None:
    page = visitor.visit("/claims")
    whole = page.locator("header.head p").first.inner_text()
    page.get_by_role("link", name="denies").first.click()
    narrowed = page.locator("header.head p").first.inner_text()
    assert narrowed != whole
    page.get_by_role("link", name="Take back stance denies").click()
    assert page.locator("header.head p").first.inner_text() == whole


def test_the_keys_are_told(visitor: Visitor) -> None:
    page = visitor.visit("/")
    page.wait_for_load_state()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    visitor.check()
    page.wait_for_load_state()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url("**/incidents")


def test_the_two_clocks_are_drawn_and_lead_to_the_claim(visitor: Visitor) -> None:
    page = visitor.visit("/timeline?of=APT31")
    expect(page.locator(".vis-item").first).to_be_visible()
    expect(page.locator("#drawing")).to_be_hidden()
    visitor.check()
    page.emulate_media(media="print")
    expect(page.locator("#drawing")).to_be_visible()
