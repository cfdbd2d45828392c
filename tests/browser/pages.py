"""Visiting pages as a person does, and checking what every page must keep to."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from alleged.server.listening import Ready

WIDE, NARROW = 1400, 390
HEIGHT = 900
SCREENS_OF_AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@dataclass
class Visitor:
    """A browser's page with what went wrong in it so far."""

    page: Page
    served: Ready
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def arriving(cls, browser: Browser, served: Ready, *, scheme: str = "light") -> Iterator[Visitor]:
        """A page of a fresh profile that was signed in by the start address."""
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light", viewport={"width": WIDE, "height": HEIGHT}
        )
        visitor = cls(context.new_page(), served)
        visitor.page.on("console", visitor._hear)
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        visitor.page.goto(served.make_address())
        yield visitor
        context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def visit(self, path: str, width: int = WIDE) -> Page:
        """Open one of our addresses; fails if the server cannot."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        answer = self.page.goto(self.served.base + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"
        return self.page

    def check(self) -> None:
        """What every page keeps: nothing in the console, WCAG AA, nothing wider than the window."""
        assert self.complaints == []
        found = Axe().run(self.page, options=SCREENS_OF_AXE)
        assert found.violations_count == 0, found.generate_report()
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
            "it is too wide"
        )
