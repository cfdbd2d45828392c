"""A team in the browser: each signs in under their own name, and a provider is only a click away."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from alleged.server.listening import Listening
from alleged.server.team.openid import Provider
from alleged.server.team.settings import Team
from tests.browser.pages import NARROW, WIDE, Visitor
from tests.browser.serving import served_at
from tests.unit.server.team.provider import CLIENT, SECRET, provided
from tests.unit.server.team.teams import PASSWORD, give_passwords, share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from alleged.server.listening import Ready


@pytest.fixture
def shared(examples: Path, tmp_path: Path) -> Path:
    return share(examples, tmp_path / "shared.db")


@contextmanager
def _serve(ledger: Path, team: Team) -> Iterator[Ready]:
    with served_at(Listening(str(ledger), None, port=0, team=team)) as ready:
        yield ready


def test_a_member_signs_in_and_out(browser: Browser, shared: Path, tmp_path: Path) -> None:
    give_passwords(tmp_path / "passwords.json")
    team = Team(tmp_path / "passwords.json")
    with _serve(shared, team) as ready, Visitor.arriving(browser, ready) as visitor:
        page = visitor.page
        visitor.complaints.clear()  # that the first page is not for who is not signed in
        page.get_by_role("link", name="Sign in", exact=True).click()
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            visitor.check()
        _fill(page, "vera", "guessed")
        expect(page.get_by_role("alert")).to_contain_text("did not sign you in")
        visitor.complaints.clear()
        _fill(page, "vera", PASSWORD)
        expect(page.locator("footer")).to_contain_text("vera")
        visitor.visit("/documents")
        visitor.check()
        expect(page.get_by_role("link", name="Add documents")).to_have_count(0)
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("link", name="Sign in again")).to_be_visible()


def _fill(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_member_signs_in_with_a_provider(browser: Browser, shared: Path) -> None:
    with provided() as provider:
        team = Team(None, Provider(provider.base, CLIENT, SECRET))
        with _serve(shared, team) as ready, Visitor.arriving(browser, ready) as visitor:
            page = visitor.page
            page.get_by_role("link", name="Sign in", exact=True).click()
            page.get_by_role("link", name="Sign in with").click()
            expect(page.locator("footer")).to_contain_text("anna")
            expect(page).to_have_url(f"{ready.base}/")
