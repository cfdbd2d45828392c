"""Every screen, wide and narrow, light and dark: it opens, breaks no rule of ours, and can be read by all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.model.ids import document_id
from tests.browser.pages import NARROW, WIDE, Visitor
from tests.strategies.examples import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from alleged.server.listening import Ready

ARTICLE = document_id((EXAMPLES / "uk-attribution.html").read_bytes())
ADDRESSES = (
    "/",
    "/documents",
    "/documents?q=nothinghasthisname",
    "/documents/add",
    "/capture",
    f"/article/{ARTICLE}",
    f"/article/{ARTICLE}?stance=denies",
    f"/article/{ARTICLE}/others",
    "/diff",
    "/claims",
    "/claims?q=nothinghasthisword",
    "/review",
    "/review?of=nobody",
    "/agreement",
    "/decisions",
    "/incidents",
    "/timeline?of=APT31",
    "/actors",
    "/dossier?of=APT31&authority=misp-threat-actor",
    "/dossier?of=Nobody",
    "/names?of=APT31",
    "/names/decision?of=APT31&name=Zirconium&entity=threat-actor:APT31",
    "/matrix?page=5",
    "/network?limit=30",
    "/codebook",
    "/codebook?form=cfr&of=nothing",
    "/report",
    "/report?of=APT31",
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
