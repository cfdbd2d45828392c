"""Talking to the application without a socket, as a browser would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from alleged.server.app import Desks, make_app
from alleged.server.gate.hosts import list_hosts
from alleged.server.gate.sessions import Sessions

if TYPE_CHECKING:
    from pathlib import Path

BASE = "http://127.0.0.1:8420"
OWN = {"sec-fetch-site": "same-origin", "origin": BASE}
"""What a browser sends along with a form of our own pages."""


def arrive(ledger: Path, who: str = "anna", *, signed_in: bool = True) -> TestClient:
    """A client of the application over this ledger, signed in by its start address."""
    sessions = Sessions()
    app = make_app(Desks(str(ledger)), sessions, list_hosts("127.0.0.1", 8420))
    client = TestClient(app, base_url=BASE, follow_redirects=True)
    if signed_in:
        assert client.get(f"/open?token={sessions.make_token(who)}").status_code == 200
    return client
