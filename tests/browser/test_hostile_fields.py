"""A ledger in which every field holds a script, in a real browser: nothing of it runs on any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import Visitor
from tests.browser.serving import served
from tests.strategies.planted import list_screens, plant, plant_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

SETTLED = 100
"""Milliseconds that the scripts of a page get to draw what they draw."""
SHARED = 2
"""Scripts that every page has."""
RECORD = "window.ran = []; window.planted = field => window.ran.push(field);"
FOREIGN = "[...document.querySelectorAll('[onerror], [onload], img, iframe')].map(each => each.outerHTML)"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plant_ledger(tmp_path_factory.mktemp("planted") / "ledger.db")


@pytest.fixture(scope="module")
def reader(browser: Browser, ledger: Path) -> Iterator[Visitor]:
    with served(ledger, plant("who")) as ready, Visitor.arriving(browser, ready) as found:
        found.page.add_init_script(RECORD)
        yield found


def test_no_planted_script_runs_on_any_screen(reader: Visitor, ledger: Path) -> None:
    page = reader.page
    for address in list_screens(ledger):
        page.goto(reader.served.base + address, wait_until="domcontentloaded")
        if page.locator("head script").count() > SHARED:
            page.wait_for_timeout(SETTLED)
        assert page.evaluate("window.ran") == [], address
        assert page.evaluate(FOREIGN) == [], address
    assert [told for told in reader.complaints if "Content Security Policy" in told] == []
