"""Every screen in the browser, over 100,000 generated claims, and over articles of your own.

    ALLEGED_ARTICLES=DIR scripts/test tests/long/test_screens.py

reads the articles of that folder, too; without it they are skipped.
"""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from alleged.extract import EXTRACTORS
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import find_sources
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from benchmarks.ledger import CLAIMS, make_entries
from tests.browser.conftest import browser
from tests.browser.pages import NARROW, WIDE, Visitor
from tests.browser.serving import served
from tests.browser.test_every_screen import ADDRESSES, ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

__all__ = ["browser"]

MANY = 100_000
VARIABLE = "ALLEGED_ARTICLES"
PATIENCE = 120_000
"""Milliseconds for the first answer on a large ledger; a benchmark tells how long it takes."""


def walk(browser: Browser, ledger: Path) -> None:
    """Open every screen, wide and narrow, and check what each must keep to."""
    with served(ledger) as ready, Visitor.arriving(browser, ready) as visitor:
        visitor.page.set_default_timeout(PATIENCE)
        visitor.page.set_default_navigation_timeout(PATIENCE)
        for address in _list_addresses(ledger):
            for width in (WIDE, NARROW):
                visitor.visit(address, width)
                visitor.check()


def _list_addresses(ledger: Path) -> Iterator[str]:
    """Those of the short test, of a document, a name and a claim that this ledger has."""
    with closing(open_ledger(ledger, create=False)) as opened:
        named = next(claim for claim in opened.claims(ClaimQuery()).claims if claim.actors)
    for address in ADDRESSES:
        yield address.replace(ARTICLE, named.document).replace(
            "of=APT31", f"of={quote(named.actors[0].name)}"
        )
    yield f"/claim/{named.id}"


def test_every_screen_over_many_claims(browser: Browser, tmp_path: Path) -> None:
    ledger = tmp_path / "large.db"
    with closing(open_ledger(ledger, create=True)) as opened:
        for entry in make_entries(MANY // CLAIMS):
            opened.append(entry)
    walk(browser, ledger)


def test_every_screen_over_articles(browser: Browser, tmp_path: Path) -> None:
    articles = os.environ.get(VARIABLE)
    if not articles:
        pytest.skip(f"no articles: name their folder in {VARIABLE}")
    ledger = tmp_path / "articles.db"
    with closing(open_ledger(ledger, create=True)) as opened:
        read = list(ingest(find_sources([articles]).sources, opened, Plan(EXTRACTORS.get("neural")())))
    assert any(attempt.document for attempt in read)
    walk(browser, ledger)
