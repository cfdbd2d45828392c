"""What each kind of user comes for, from the first screen to the result: by mouse, by keyboard, by forms."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.pages import Visitor


def choose(page: Page, name: str, exact: bool = True) -> None:
    """Follow the first link of that name in the content."""
    page.locator("main").get_by_role("link", name=name, exact=exact).first.click()


def choose_screen(page: Page, name: str) -> None:
    """Follow a link of the masthead."""
    page.get_by_role("navigation", name="Screens").get_by_role("link", name=name, exact=True).click()


def choose_tab(page: Page, name: str) -> None:
    """Follow a tab of the subject."""
    page.locator("nav.tabs").get_by_role("link", name=name, exact=True).click()


def test_an_analyst_gets_from_a_name_to_the_words_of_a_denial(visitor: Visitor) -> None:
    page = visitor.visit("/")
    choose(page, "APT31")
    expect(page.get_by_role("heading", level=1)).to_contain_text("APT31")
    expect(page.locator("main")).to_contain_text("independence not established")
    choose_tab(page, "Matrix")
    expect(page.locator("main")).to_contain_text("blanket denial")
    choose_tab(page, "Names")
    expect(page.locator("main")).to_contain_text("ZIRCONIUM")
    choose_tab(page, "Timeline")
    expect(page.locator(".vis-item").first).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("stance:denies China")
    page.keyboard.press("Enter")
    page.locator(".claim a.said").first.click()
    expect(page.locator(".stance").first).to_contain_text("denies")
    visitor.check()


def test_an_analyst_hands_on_a_report(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.visit("/dossier?of=APT31")
    choose_tab(page, "Report")
    with page.expect_download() as kept:
        choose(page, "HTML", exact=False)
    kept.value.save_as(tmp_path / "report.html")
    told = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in told
    assert "Allegations as they were reported" in told
    assert "APT31" in told


def test_a_coder_judges_a_claim_and_finds_the_decision_in_the_table(decider: Visitor) -> None:
    page = decider.visit("/")
    choose_screen(page, "Incidents")
    page.locator("main article h2 a").first.click()
    expect(page.locator("main")).to_contain_text("who did it")
    choose_screen(page, "Review")
    expect(page.get_by_role("heading", name="Review", exact=True)).to_be_visible()
    page.wait_for_load_state()
    page.locator("main").focus()
    page.keyboard.press("a")
    expect(page.locator("main")).to_contain_text("1 of ")
    told = page.request.get(f"{decider.served.base}/decisions.csv").text()
    [decision] = csv.DictReader(io.StringIO(told))
    assert decision["verdict"] == "accept"
    assert decision["who"] == "anna"


def test_a_journalist_pastes_a_story_and_reads_who_is_accused(decider: Visitor) -> None:
    page = decider.visit("/documents/add")
    words = (
        "The Nordvind government accused the Grey Heron group on Tuesday of breaking into the mail of its "
        "parliament.\n\nThe embassy of Holm said the accusations were baseless."
    )
    page.get_by_label("The words of the document").fill(words)
    page.get_by_role("textbox", name="Title").fill("Nordvind accuses Grey Heron")
    page.locator("form", has=page.get_by_role("textbox", name="Title")).get_by_role(
        "button", name="Read them"
    ).click()
    page.locator("main").get_by_role("link", name="Nordvind accuses Grey Heron").first.click(timeout=60_000)
    expect(page.locator("main")).to_contain_text("Grey Heron group")
    expect(page.locator(".stance").first).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("stance:denies baseless")
    page.keyboard.press("Enter")
    expect(page.locator(".claim").first).to_contain_text("denies")
    decider.check()


def test_a_security_team_keeps_a_search_for_itself(visitor: Visitor) -> None:
    page = visitor.visit("/claims?q=target:parliament")
    page.get_by_text("Saved searches").click()
    page.get_by_label("Save this search as").fill("about us")
    page.get_by_role("button", name="Save", exact=True).click()
    page = visitor.visit("/")
    choose(page, "about us")
    expect(page.locator("#line")).to_have_value("target:parliament")
    visitor.check()
