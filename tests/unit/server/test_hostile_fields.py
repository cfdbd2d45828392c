"""Every screen over a ledger whose every field holds a script: it is words; and looking changes nothing."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from lxml import html

from alleged.ledger import open_ledger
from alleged.server.screens import SCREENS
from tests.strategies.planted import list_addresses, plant, plant_ledger
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement
    from starlette.testclient import TestClient

SHOWN = {
    *("file", "detail", "title", "title of a denial", "publisher", "speaker", "actor", "target", "quote"),
    *("denial", "corrected", "decider", "why", "who", "asked", "code"),
}
"""Fields that some screen must show: a test of what nobody shows would prove nothing."""
ADDRESSES = ("href", "src", "action", "formaction", "data", "hx-get", "hx-post", "xlink:href")
OWN = ("/", "#", "?")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plant_ledger(tmp_path_factory.mktemp("planted") / "<img src=x onerror=planted('ledger')>.db")


@pytest.fixture(scope="module")
def client(ledger: Path) -> TestClient:
    return arrive(ledger, plant("who"))


@pytest.fixture(scope="module")
def pages(ledger: Path, client: TestClient) -> dict[str, HtmlElement]:
    """Every page, by its address; what is no page is a file to be stored."""
    answers = {address: client.get(address) for address in list_addresses(ledger)}
    assert {answer.status_code for answer in answers.values()} <= {200, 400, 404}
    files = {
        address for address, answer in answers.items() if "text/html" not in answer.headers["content-type"]
    }
    for address in files:
        assert answers[address].headers["content-type"] == "application/octet-stream"
        assert answers[address].headers["content-disposition"].startswith("attachment")
    shown = (address for address in answers if address not in files)
    return {address: html.document_fromstring(answers[address].content) for address in shown}


def test_no_page_has_a_script_or_a_style_of_its_own(pages: dict[str, HtmlElement]) -> None:
    for address, page in pages.items():
        for element in page.iter("script", "style"):
            source = element.get("src") or ""
            data = element.get("type") == "application/json"
            assert source.startswith("/static/") or data, (address, html.tostring(element)[:200])
        for element in page.iter(html.etree.Element):
            names = [name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc")]
            assert names == [], (address, html.tostring(element)[:200])


def test_no_page_leads_elsewhere(pages: dict[str, HtmlElement]) -> None:
    for address, page in pages.items():
        for element in page.iter(html.etree.Element):
            for name in ADDRESSES:
                there = element.get(name)
                own = there is None or (there.startswith(OWN) and not there.startswith("//"))
                assert own or element.get("id") == "bookmarklet", (address, name, there)


def test_no_page_has_an_element_that_was_planted(pages: dict[str, HtmlElement]) -> None:
    for address, page in pages.items():
        assert page.xpath("//img | //iframe | //object | //embed | //base | //meta[@http-equiv]") == [], (
            address
        )
        assert (
            page.xpath("//svg[@onload] | //textarea[contains(., '</textarea>')]/following::svg[@onload]")
            == []
        )


def test_files_are_kept_and_never_shown(ledger: Path, client: TestClient) -> None:
    """What a document or a report holds must not run as a page of ours."""
    with closing(open_ledger(ledger, create=False)) as opened:
        document, actor = opened.documents()[0].id, plant("actor")
    for address in (
        f"/article/{document}/original",
        f"/report/html?of={quote(actor)}",
        f"/report/md?of={quote(actor)}",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert re.fullmatch(r'attachment; filename="[a-z0-9.-]+"', answer.headers["content-disposition"])
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_report_that_is_opened_as_a_file_runs_nothing(ledger: Path, client: TestClient) -> None:
    page: HtmlElement = html.document_fromstring(
        client.get(f"/report/html?of={quote(plant('actor'))}").content
    )
    assert page.xpath("//script | //iframe | //object | //base | //img") == []
    for element in page.iter(html.etree.Element):
        assert [name for name in element.attrib if str(name).startswith("on")] == []
        there = str(element.get("href") or "#")
        assert there.startswith("#"), there
    assert "planted('quote')" in page.text_content()


def test_every_field_is_shown_as_words(pages: dict[str, HtmlElement]) -> None:
    words = "\n".join(
        "\n".join([page.text_content(), *page.xpath("//@value"), *page.xpath("//@title")])
        for page in pages.values()
    )
    missing = {field for field in SHOWN if f"<script>planted('{field}')</script>" not in words}
    assert missing == set()


def test_addresses_are_shown_defanged(pages: dict[str, HtmlElement]) -> None:
    shown = {address for address, page in pages.items() if "evil.example" in page.text_content()}
    assert shown == set()
    assert any("hxxps://evil[.]example/" in page.text_content() for page in pages.values())


def test_twins_are_no_pages(ledger: Path, client: TestClient) -> None:
    for screen in SCREENS:
        if screen.has_twins and "{" not in screen.address:
            for form, media_type in (("json", "application/json"), ("csv", "text/csv; charset=utf-8")):
                answer = client.get(f"{screen.address}.{form}")
                told = media_type if answer.status_code == 200 else "text/plain; charset=utf-8"
                assert answer.headers["content-type"] == told
                assert answer.headers["x-content-type-options"] == "nosniff"


def test_looking_changes_nothing(ledger: Path, client: TestClient) -> None:
    before, held = ledger.read_bytes(), _hold(ledger)
    for address in list_addresses(ledger):
        client.get(address)
    for screen in SCREENS:
        client.get(f"{screen.address}.json")
    assert _hold(ledger) == held
    assert ledger.read_bytes() == before


def _hold(ledger: Path) -> tuple[str, tuple[int, ...]]:
    """What stands for everything that the ledger holds, also what is not yet in its file."""
    with closing(open_ledger(ledger, create=False)) as opened:
        return opened.head().root, opened.mark()
