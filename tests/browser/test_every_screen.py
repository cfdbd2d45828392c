"""Every screen, wide and narrow, light and dark: it opens, breaks no rule of ours, and can be read by all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import NARROW, WIDE, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from alleged.server.listening import Ready

ADDRESSES = (
    "/",
    "/documents",
    "/documents?q=nothinghasthisname",
    "/documents/add",
    "/capture",
    "/claims",
    "/claims?q=nothinghasthisword",
    "/review",
    "/review?of=nobody",
    "/incidents",
    "/timeline?of=APT31",
    "/actors",
    "/dossier?of=APT31&authority=misp-threat-actor",
    "/dossier?of=Nobody",
    "/names?of=APT31",
    "/names/decision?of=APT31&name=Zirconium&entity=threat-actor:APT31",
    "/matrix?page=5",
    "/network?limit=30",
    "/help",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_screen_keeps_to_the_rules(
    browser: Browser, examples_served: Ready, address: str, scheme: str
) -> None:
    with Visitor.arriving(browser, examples_served, scheme=scheme) as visitor:
        for width in (WIDE, NARROW):
            visitor.visit(address, width)
            visitor.check()
