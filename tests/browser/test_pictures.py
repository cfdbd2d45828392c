"""The pictures of the docs: each is what a screen looks like over examples/, and each is shown somewhere.

    ALLEGED_WRITE_PICTURES=1 scripts/test tests/browser/test_pictures.py

takes them anew. Otherwise it is checked that they are there, that no page shows another one, and that the
screen still has what the picture is about.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import NARROW, WIDE

if TYPE_CHECKING:
    from tests.browser.pages import Visitor

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "pictures"
OF_SCREENS = {
    "start": ("/", WIDE, "ul.bars"),
    "article": ("/article/{news}", WIDE, ".claim"),
    "matrix": ("/matrix?of=APT31", WIDE, "table"),
    "matrix-narrow": ("/matrix?of=APT31", NARROW, "table"),
    "dossier": ("/dossier?of=APT31", WIDE, ".stance"),
    "names": ("/names?of=APT31", WIDE, "table"),
    "timeline": ("/timeline?of=APT31", WIDE, ".vis-item"),
    "network": ("/network?of=APT31", WIDE, "canvas"),
    "report": ("/report?of=APT31", WIDE, "h2"),
    "review": ("/review", WIDE, ".stance"),
    "search": ("/claims?q=stance:denies", WIDE, ".claim"),
    "incidents": ("/incidents", WIDE, "article"),
}
"""Of each picture the address, the width, and what must be seen."""


@pytest.mark.parametrize("name", OF_SCREENS)
def test_a_picture_shows_its_screen(visitor: Visitor, name: str) -> None:
    address, width, seen = OF_SCREENS[name]
    page = visitor.visit(address.format(news=_find_news(visitor)), width)
    page.locator(seen).first.wait_for()
    if os.environ.get("ALLEGED_WRITE_PICTURES"):
        page.wait_for_timeout(500)  # the timeline is drawn in steps
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png")
    assert (PICTURES / f"{name}.png").stat().st_size > 10_000


def _find_news(visitor: Visitor) -> str:
    """The id of the news story, in the ledger that is looked at."""
    records = visitor.page.request.get(f"{visitor.served.base}/documents.json").json()
    return str(next(record["document"] for record in records if record["source"].endswith("news-story.txt")))


def test_every_picture_is_shown_and_every_shown_one_is_there() -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    shown = set(re.findall(r"pictures/([\w-]+)\.png", told))
    assert shown == {picture.stem for picture in PICTURES.glob("*.png")} == set(OF_SCREENS)
