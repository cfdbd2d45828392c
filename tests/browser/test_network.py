"""The network as a person uses it: it is drawn, grows, and can be read without being drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.pages import Visitor

DENIALS_END_ON = """drawn.edges().filter((edge) => edge.data("arrow") === "tee")
  .map((edge) => edge.target().data("label").slice(0, 2))"""
PLACES = "drawn.nodes().map((node) => [node.id(), node.position('x'), node.position('y')])"
GROWN = re.compile("added|is drawn|not fit")
TIME = "(() => { const from = performance.now(); draw(); return performance.now() - from; })()"


def _open(visitor: Visitor, path: str) -> Page:
    page = visitor.visit(path)
    page.locator(".drawing[data-drawn]").wait_for()
    return page


def _shown(page: Page) -> tuple[int, int]:
    found = re.match(r"(\d+) of (\d+) nodes", page.locator("#network-count").inner_text())
    assert found
    return int(found[1]), int(found[2])


def test_it_is_drawn_alike_each_time_and_quickly(visitor: Visitor) -> None:
    page = _open(visitor, "/network")
    shown, total = _shown(page)
    assert page.evaluate("drawn.nodes().length") == shown <= 150
    assert shown <= total
    assert page.evaluate(TIME) < 1000
    places = page.evaluate(PLACES)
    signs = page.evaluate(DENIALS_END_ON)
    assert signs
    assert set(signs) <= {"● ", "◐ ", "◇ ", "✓ ", "✕ ", "– "}
    assert _open(visitor, "/network").evaluate(PLACES) == places
    assert visitor.complaints == []


def test_it_grows_by_keyboard_and_says_how_far(visitor: Visitor) -> None:
    page = _open(visitor, "/network?limit=60")
    before, total = _shown(page)
    page.locator("#network").focus()
    page.keyboard.press("ArrowDown")
    assert "only what is around it" in page.locator("#network-told").inner_text()
    for _ in range(12):
        with page.expect_response(re.compile(r"/network\.json")):
            page.keyboard.press("Enter")
        page.locator("#network-told", has_text=GROWN).wait_for()
        if _shown(page)[0] > before:
            break
        page.keyboard.press("ArrowDown")
    after, still = _shown(page)
    assert before < after <= 150
    assert still == total
    assert page.evaluate("drawn.nodes().length") == after
    assert visitor.complaints == []


def test_the_lists_need_no_scripts(browser: Browser, visitor: Visitor) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(visitor.served.make_address())
    page.goto(f"{visitor.served.base}/network?of=APT31")
    assert not page.locator(".drawing").is_visible()
    assert page.locator(".note").is_visible()
    shown, _ = _shown(page)
    assert page.locator(".outline > li").count() + page.locator(".columns li").count() == shown
    page.locator(".columns a").first.click()
    assert "node=" in page.url
    assert 0 < _shown(page)[0] <= shown
    context.close()
