"""What there is, and which keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_help(_desk: Desk, _asked: Asked) -> Page:
    """The help."""
    return Page("help.html", "Help and keys")
