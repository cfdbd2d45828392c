"""Who runs a command: what `--as` or a variable says, or else the name of the login."""

from __future__ import annotations

from contextvars import ContextVar
from getpass import getuser

_CHOSEN: ContextVar[str | None] = ContextVar("chosen", default=None)


def choose_user(name: str | None) -> None:
    """Take the name that somebody gives with a command, or none."""
    _CHOSEN.set(name)


def find_chosen() -> str | None:
    """The name that was given."""
    return _CHOSEN.get()


def find_user() -> str | None:
    """Under which name a ledger is used; None where nothing was given and the system tells no login."""
    return find_chosen() or find_login()


def find_login() -> str | None:
    """The name under which somebody is logged in, where the system tells it."""
    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return None
