"""How a server of several people is set up."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from alleged.errors import InputError
from alleged.ledger import open_ledger
from alleged.ledger.interface import ForbiddenError
from alleged.server.team.door import BACK, Door
from alleged.server.team.passwords import Passwords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from alleged.ledger.interface import Location
    from alleged.server.gate.sessions import Sessions
    from alleged.server.team.openid import Provider

EVERYWHERE = ("0.0.0.0", "::")
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Team:
    """Who signs in how, and under which address they know the server."""

    passwords: Path | None
    """The file of local users; None where nobody signs in with a password."""
    provider: Provider | None = None
    public: str = ""
    """The address under which people open the server, where it is another one than it listens on."""
    secure_cookie: bool = False

    @property
    def secure(self) -> bool:
        """Whether browsers send the cookie over https only."""
        return self.secure_cookie or self.public.startswith("https://")

    def make_door(self, sessions: Sessions, admit: Callable[[str], object], base: str) -> Door:
        """The way in; raises MissingExtraError where a provider needs an extra."""
        passwords = Passwords(self.passwords) if self.passwords else None
        if self.provider is None:
            return Door(sessions, admit, passwords, secure=self.secure)
        from alleged.server.team.openid import OpenId  # noqa: PLC0415 - an optional dependency

        return Door(sessions, admit, passwords, OpenId(self.provider, base + BACK), self.secure)


def check_public(address: str) -> str:
    """The address of a server without a path; raises InputError for anything else."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    written = f"{parts.scheme}://{parts.hostname}{f':{port}' if port else ''}"
    if parts.scheme not in PORTS or not parts.hostname or address.rstrip("/") != written:
        cure = "write it as https://claims.example"
        raise InputError(f"{address!r} is no address of a server", cure=cure)
    return written


def list_public_hosts(public: str) -> frozenset[str]:
    """The values of Host with which browsers ask for a public address."""
    return frozenset({urlsplit(public).netloc}) if public else frozenset()


def check_shared(location: Location) -> None:
    """Raise InputError for a ledger without members: whoever signs in would own it."""
    try:
        with closing(open_ledger(location, create=False)) as ledger:
            ledger.access()
    except ForbiddenError:
        return
    cure = "'alleged members add NAME --role admin' names the first one"
    raise InputError("this ledger has no members, and a team signs in as its members", cure=cure)
