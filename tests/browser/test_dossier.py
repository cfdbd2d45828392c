"""Following an actor: from the list of names to its dossier, to who calls it so, to a decision and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.pages import NARROW, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from alleged.server.listening import Ready

ENTRY = "misp-threat-actor:6bf7e6b6-5917-45a6-9567-f0baba79768c"
DECISION = f"/names/decision?of=APT31&name=%s&entity={ENTRY}"


def test_an_actor_is_followed_from_the_list_to_its_dossier_and_its_claims(visitor: Visitor) -> None:
    page = visitor.visit("/actors?part=actor&q=apt31")
    page.get_by_role("link", name="APT31", exact=True).click()
    expect(page.get_by_role("heading", name="APT31", level=1)).to_be_visible()
    expect(page.locator("#answers")).to_contain_text("Denies everything at once")
    expect(page.locator("#victims meter").first).to_be_visible()
    page.get_by_role("link", name="Open questions").click()
    expect(page.locator("#open summary").first).to_be_in_viewport()
    page.get_by_label("misp-threat-actor").check()
    page.get_by_role("button", name="Look up").click()
    expect(page.locator("#names")).to_contain_text("lists it as APT31")
    visitor.check()


def test_a_decision_is_tried_made_seen_and_taken_back(decider: Visitor) -> None:
    page = decider.visit(DECISION % "APT31")
    page.get_by_label("Why, in your words").fill("the charge means this group")
    page.get_by_role("button", name="Decide: same").click()
    expect(page.get_by_role("status")).to_contain_text("APT31 stands for APT31")

    page.get_by_label("Decide whether JUDGMENT PANDA stands for APT31 of misp-threat-actor").click()
    same = page.locator(".choice-same")
    expect(same).to_contain_text("Looked up, too: JUDGMENT PANDA")
    decider.check()
    page.get_by_label("Why, in your words").fill("the notice gives both names")
    same.get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("JUDGMENT PANDA stands for APT31")
    page.get_by_role("link", name="See the dossier").click()
    expect(page.locator("#names")).to_contain_text("decided by anna: the notice gives both names")

    page.go_back()
    page.get_by_label("Reason to take it back").fill("I misread it")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status")).to_contain_text("was taken back")
    page = decider.visit("/dossier?of=APT31")
    expect(page.locator("#names")).not_to_contain_text("the notice gives both names")


def test_it_all_works_on_a_telephone_without_scripts(browser: Browser, examples_served: Ready) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 844})
    page = context.new_page()
    page.goto(examples_served.make_address())
    page.goto(f"{examples_served.base}/dossier?of=APT31")
    page.get_by_role("link", name="Names", exact=True).first.click()
    page.get_by_label("Another name").fill("Red Heron")
    page.get_by_role("button", name="See what deciding would change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Does “Red Heron” stand for APT31?")
    expect(page.get_by_role("button", name="Decide: different")).to_be_visible()
    context.close()
