"""Doing what a form asks for; where that cannot be, a page in its place tells why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.matters import tell_matter
from alleged.errors import AllegedError
from alleged.ledger.interface import ConflictError
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response

    from alleged.model.decision import Decision

CONFLICT, REFUSED = 409, 400


def attempt(act: Callable[[], Response], again: str) -> Page | Response:
    """What comes of it, or a page that tells what is wrong; `again` is where to look again."""
    try:
        return act()
    except ConflictError as conflict:
        shown = {"told": "", "others": conflict.others, "tell": _tell, "again": again}
        return Page("review_problem.html", "Decided meanwhile", shown, status=CONFLICT)
    except AllegedError as error:
        shown = {"told": str(error), "others": (), "again": again}
        return Page("review_problem.html", "Not stored", shown, status=REFUSED)


def _tell(decision: Decision) -> str:
    return tell_matter(decision, {})
