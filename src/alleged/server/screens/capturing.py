"""Handing over a page that the browser shows: the window for it is ours, and asks before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, JSONResponse

from alleged.flow.outcomes import now
from alleged.model.access import TLP
from alleged.model.document import Metadata
from alleged.server.asking import AskedWronglyError
from alleged.server.batches import Handed
from alleged.server.rendering import render_template
from alleged.server.screens.adding import UNNAMED, begin, check_may_add, name_file, read_published, read_url

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

OPENED_BY_OTHERS = {"cross-origin-opener-policy": "unsafe-none"}
"""A page elsewhere opens this window, and the two must be able to talk."""


def show_capture(_request: Request) -> Response:
    """The window: it shows nothing of the ledger, and waits for a page."""
    shown = render_template("capture.html", {"title": "Hand over a page", "labels": TLP})
    return HTMLResponse(shown, headers=OPENED_BY_OTHERS)


def give_nonce(desk: Desk, _asked: Asked) -> Response:
    """A number with which one page can be handed over."""
    check_may_add(desk)
    return JSONResponse({"nonce": desk.nonces.make()})


def keep_page(desk: Desk, asked: Asked) -> Response:
    """Read a page that was handed over."""
    if len(asked.uploads) != 1:
        raise AskedWronglyError("no page was handed over", cure="go back to it and click the bookmark again")
    url = read_url(asked)
    given = Metadata(
        title=asked.text("title") or None,
        publisher=asked.text("publisher") or None,
        published=read_published(asked),
        url=url,
        retrieved=now(),
    )
    if not desk.nonces.use(asked.text("nonce")):
        cure = "go back to the page and click the bookmark again"
        raise AskedWronglyError("this window was used already, or waited too long", cure=cure)
    name = url or name_file(asked.text("shown_title")) or UNNAMED
    return begin(desk, asked, (Handed(name, asked.uploads[0].data, given),))
