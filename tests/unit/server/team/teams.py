"""A ledger that a team shares, and clients of its server."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from alleged.ledger import open_ledger
from alleged.model.access import EVERYTHING, Marking, Member, Role, clear_for
from alleged.server.app import Desks, make_app
from alleged.server.gate.sessions import Sessions
from alleged.server.team.door import Door
from alleged.server.team.passwords import Passwords

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.server.team.openid import OpenId

BASE = "https://claims.example"
AT = "2026-01-01T00:00:00+00:00"
PASSWORD = "correct horse battery"
MEMBERS = {
    "anna": (Role.ADMIN, frozenset({EVERYTHING})),
    "ben": (Role.CODER, clear_for(frozenset({"TLP:AMBER"}))),
    "vera": (Role.VIEWER, clear_for(frozenset())),
}


def share(ledger: Path, copy: Path) -> Path:
    """A copy that these three share; its first document is not for Vera."""
    shutil.copy(ledger, copy)
    with closing(open_ledger(copy, create=False, who="anna")) as opened:
        for name, (role, cleared) in MEMBERS.items():
            opened.set_member(Member(name, role, cleared, "anna", AT))
        opened.set_marking(Marking(opened.documents()[0].id, "TLP:AMBER", "anna", AT, "a test"))
    return copy


def give_passwords(file: Path) -> Passwords:
    """Passwords of two of them, and of somebody who is no member."""
    passwords = Passwords(file)
    for name in ("anna", "vera", "stranger"):
        passwords.set(name, PASSWORD)
    return passwords


def arrive_at_door(
    ledger: Path, passwords: Passwords | None = None, openid: OpenId | None = None
) -> TestClient:
    """A client of the application of a team, not signed in."""
    desks, sessions = Desks(str(ledger)), Sessions()
    door = Door(sessions, lambda who: desks.of(who).ledger.access(), passwords, openid, secure=True)
    app = make_app(desks, sessions, frozenset({"claims.example"}), door, BASE)
    return TestClient(app, base_url=BASE, follow_redirects=False)
