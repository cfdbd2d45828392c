"""What there is, and which keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.server.asking import Asked
    from alleged.server.desk import Desk
    from alleged.server.pages import Screen


def show_help(screens: Iterable[Screen], _desk: Desk, _asked: Asked) -> Page:
    """The help, with the screens that have an address of their own."""
    listed = [screen for screen in screens if "{" not in screen.address]
    return Page("help.html", "Help and keys", {"screens": listed})
