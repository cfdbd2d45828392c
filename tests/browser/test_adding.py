"""Documents come in: as files, as words, and as the page that the browser shows."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from alleged.server.bookmarklet import make_bookmarklet
from tests.browser.pages import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from alleged.server.listening import Ready

STORY = "The ministry accused the Wet Heron group of breaking into the network of the port of Holm. "
DENIAL = "The embassy denied that it had anything to do with the break-in. "
HOSTILE = """<html><head><title>Port <b>hit</b></title></head><body>
<script>window.ran = true; document.title = "Port hit, says ministry";</script>
<article><h1>Port hit, says ministry</h1><p>{words}</p><p>{words}</p></article>
<img src=x onerror="document.title='ran'"></body></html>"""
PATIENCE = 60_000


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """Another site, as far as a browser can tell: it has another name."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        thread = threading.Thread(target=site.serve_forever, daemon=True)
        thread.start()
        yield f"http://localhost:{site.server_address[1]}"
        site.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "story.html").write_text(HOSTILE.format(words=(STORY + DENIAL) * 2), encoding="utf-8")
    with elsewhere(folder) as base:
        yield base


def _done(page: Page) -> None:
    expect(page.get_by_role("status")).to_contain_text("done.", timeout=PATIENCE)
    expect(page.locator("progress")).to_have_count(0, timeout=PATIENCE)


def test_files_are_added_and_each_says_what_came_of_it(decider: Visitor, tmp_path: Path) -> None:
    good, blob = tmp_path / "port.txt", tmp_path / "blob.bin"
    good.write_text(STORY + DENIAL, encoding="utf-8")
    blob.write_bytes(bytes(range(256)) * 8)
    page = decider.visit("/documents/add")
    decider.check()
    page.get_by_label("Files").set_input_files([good, blob])
    page.get_by_label("Publisher").first.fill("Harbour Times")
    page.get_by_role("button", name="Read them").first.click()
    _done(page)
    decider.check()
    expect(page.locator("tr.is-ok")).to_contain_text("port.txt")
    expect(page.locator("tr.is-refused")).to_contain_text("is binary data")
    page.get_by_role("link", name="port.txt").click()
    expect(page).to_have_url(f"{decider.served.base}/article/{page.url.rsplit('/', 1)[-1]}")
    decider.visit("/documents?q=harbour times")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_words_are_added(decider: Visitor) -> None:
    page = decider.visit("/documents/add")
    page.get_by_label("The words of the document").fill(STORY)
    page.get_by_role("textbox", name="Title").fill("Port hit")
    page.get_by_role("textbox", name="Address", exact=True).fill("https://news.example/port")
    page.get_by_role("button", name="Read them").nth(1).click()
    _done(page)
    expect(page.locator("tr.is-ok")).to_contain_text("Port hit")


def _click_bookmark(page: Page, served: Ready) -> Page:
    """The window that the bookmark opens, as if somebody clicked it on this page."""
    with page.context.expect_page() as opened:
        page.evaluate("address => { location.href = address; }", make_bookmarklet(served.base))
    return opened.value


def test_a_page_is_handed_over_as_the_browser_shows_it(decider: Visitor, site: str) -> None:
    decider.page.goto(f"{site}/story.html?a=b#part")
    decider.complaints.clear()  # what the other page complains of is its own matter
    window = _click_bookmark(decider.page, decider.served)
    capture = Visitor(window, decider.served)
    window.on("console", capture._hear)
    expect(window.locator("#title")).to_have_text("ran")
    expect(window.locator("#address")).to_have_text(f"{site}/story.html?a=b".replace("http:", "hxxp:"))
    expect(window.locator("#begins")).to_contain_text("The ministry accused the Wet Heron group")
    expect(window.locator("#begins")).not_to_contain_text("window.ran")
    capture.check()
    assert window.evaluate("window.ran === undefined && window.opener === null")
    window.get_by_role("button", name="Keep this page").click()
    _done(window)
    expect(window.locator("tr.is-ok")).to_contain_text("story.html?a=b")
    capture.check()


def test_only_one_page_of_the_window_that_opened_it_is_taken(decider: Visitor, site: str) -> None:
    page = decider.page
    page.goto(f"{site}/story.html")
    script = """ours => new Promise(resolve => {
      const w = window.open(ours + "/capture");
      addEventListener("message", event => {
        const give = (nonce, title, url) =>
          w.postMessage({alleged: "page", nonce, title, url, html: "<p>words</p>"}, ours);
        give("guessed", "guessed", location.href);
        give(event.data.nonce, "first", "https://ministry.example/notice");
        give(event.data.nonce, "second", location.href);
        resolve();
      });
    })"""
    with page.context.expect_page() as opened:
        page.evaluate(script, decider.served.base)
    window = opened.value
    expect(window.locator("#title")).to_have_text("first")
    expect(window.locator("#address")).to_contain_text("not known")
    expect(window.locator("#address")).not_to_contain_text("ministry")
    assert window.locator("input[name=url]").input_value() == ""


def test_who_is_not_signed_in_hands_nothing_over(browser: Browser, examples_served: Ready, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/story.html")
    window = _click_bookmark(page, examples_served)
    expect(window.locator("#told")).to_contain_text("not signed in")
    expect(window.locator("#keep")).to_be_hidden()
    context.close()
