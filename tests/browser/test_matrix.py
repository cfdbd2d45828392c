"""The matrix as a person uses it: looks that differ, quotes by keyboard, cards on a telephone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Literal

import pytest

from alleged.ledger import open_ledger
from tests.browser.pages import NARROW, Visitor
from tests.browser.serving import served
from tests.unit.dossiers.library import LIBRARY, add_stories
from tests.unit.model.samples import make_entry, make_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LOOKS = {
    "specific denial": ".matrix .is-specific-denial",
    "blanket denial": ".matrix .is-blanket-denial",
    "silent": ".matrix td.silent",
    "no document": ".matrix td.no-document span",
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
STYLE_OF = """selector => {
  const style = getComputedStyle(document.querySelector(selector));
  const image = style.backgroundImage.slice(0, 20);
  return [style.backgroundColor, image, style.borderTopStyle, style.color].join(" | ");
}"""


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who looks at documents of which one denies, in two ways, what others say."""
    ledger = tmp_path / "library.db"
    with closing(open_ledger(ledger, create=True)) as opened:
        opened.append(make_entry(make_text()))
        add_stories(opened, *LIBRARY)
    with served(ledger) as ready, Visitor.arriving(browser, ready) as found:
        yield found


def test_denials_silence_and_no_document_look_different(reader: Visitor) -> None:
    page = reader.visit("/matrix?by=origin&silent=yes")
    for word, selector in LOOKS.items():
        assert word in page.locator(selector).first.inner_text()
        assert word in page.locator(".legend").inner_text()
    reader.check()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert len({page.evaluate(STYLE_OF, selector) for selector in LOOKS.values()}) == len(LOOKS)


def test_a_cell_opens_and_closes_by_keyboard(visitor: Visitor) -> None:
    page = visitor.visit("/matrix?of=APT31")
    first = page.locator(".matrix tbody th a").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    cell = page.evaluate("document.activeElement.closest('td').dataset.column")
    page.keyboard.press("Enter")
    page.locator(".drawer").wait_for()
    assert page.locator(".drawer h2").inner_text() == cell
    assert page.evaluate("document.activeElement.id") == "opened-title"
    assert page.locator('.drawer a[href^="/article/"]').count() == page.locator(".drawer .entry").count() > 0
    assert "row=" in page.url
    visitor.check()
    page.keyboard.press("Escape")
    page.locator(".drawer").wait_for(state="detached")
    assert page.evaluate("document.activeElement.closest('td').dataset.column") == cell
    assert "row=" not in page.url


def test_headers_stay_in_view(visitor: Visitor) -> None:
    page = visitor.visit("/matrix?of=APT31")
    page.evaluate("document.querySelector('.matrix').scrollTo(600, 500)")
    area, corner = _box(page, ".matrix"), _box(page, ".matrix .corner")
    header, side = _box(page, ".matrix thead th:nth-child(8)"), _box(page, ".matrix tbody tr:nth-child(9) th")
    assert (header["y"], corner["x"]) == pytest.approx((area["y"], area["x"]), abs=2)
    assert side["x"] == pytest.approx(area["x"], abs=2)


def _box(page: Page, selector: str) -> dict[str, float]:
    box = page.locator(selector).first.bounding_box()
    assert box
    return {"x": box["x"], "y": box["y"]}


def test_on_a_telephone_each_row_is_a_card(visitor: Visitor) -> None:
    page = visitor.visit("/matrix?of=APT31", NARROW)
    card = page.locator(".matrix tbody tr").first
    told = card.inner_text()
    assert "APT31" in told
    assert "silent: " in told
    who = card.locator("td.full").first
    assert who.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{_column(page)}"'
    box = card.bounding_box()
    assert box
    assert box["width"] <= NARROW
    who.locator("a").click()
    page.locator(".drawer .entry").first.wait_for()
    visitor.check()


def _column(page: Page) -> str:
    return str(page.locator(".matrix td.full").first.get_attribute("data-column"))


def test_without_scripts_a_cell_is_a_link(browser: Browser, visitor: Visitor) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(visitor.served.make_address())
    page.goto(f"{visitor.served.base}/matrix?of=APT31")
    page.locator(".matrix td.full a").first.click()
    assert page.locator(".drawer .entry blockquote, .drawer .entry .said").count() > 0
    page.locator(".drawer .close").click()
    assert page.locator(".drawer").count() == 0
    context.close()
