"""A browser, ledgers to look at, and the promises that every page must keep."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from alleged.settings import SEARCHES_VARIABLE
from tests.browser.pages import Visitor
from tests.browser.serving import served
from tests.strategies.examples import read_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from alleged.server.listening import Ready

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

expect.set_options(timeout=20_000)  # a busy machine is no failure


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this system; without one these tests are skipped, and say so."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium on this system: install Debian's package chromium to run the browser tests")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of examples/; a test that decides something copies it first."""
    return read_examples(tmp_path_factory.mktemp("browser") / "examples.db")


@pytest.fixture(scope="session")
def examples_served(examples: Path) -> Iterator[Ready]:
    """The ledger of examples/, to be looked at only."""
    with served(examples) as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, examples_served: Ready) -> Iterator[Visitor]:
    """Somebody who is signed in and looks at the ledger of examples/."""
    with Visitor.arriving(browser, examples_served) as found:
        yield found


@pytest.fixture
def decider(browser: Browser, examples: Path, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who is signed in to a copy of that ledger, and may decide in it."""
    copy = tmp_path / "ledger.db"
    shutil.copy(examples, copy)
    with served(copy) as own, Visitor.arriving(browser, own) as found:
        yield found


@pytest.fixture(autouse=True)
def _own_searches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own saved searches play a part, and none are left behind."""
    monkeypatch.setenv(SEARCHES_VARIABLE, str(tmp_path / "searches.json"))
