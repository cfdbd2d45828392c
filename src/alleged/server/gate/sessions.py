"""Who is signed in: a start address that counts once is swapped for a cookie that no script can read."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "alleged_session"
LIFETIME = 12 * 60 * 60
"""Seconds that a session lasts: a long day of work."""
OPEN_TO_ALL = ("/static/", "/open", "/login", "/login/", "/capture")
"""Where nobody needs to be signed in: these show nothing of the ledger."""
SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Session:
    """That somebody signed in, until `ends` by the clock of this process."""

    who: str | None
    ends: float


class Sessions:
    """Sessions and unused start tokens of this process, of which only hashes are kept."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tokens: dict[bytes, str | None] = {}
        self._sessions: dict[bytes, Session] = {}
        self._lock = Lock()

    def make_token(self, who: str | None) -> str:
        """A token that signs `who` in, once."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens[_hash(token)] = who
        return token

    def swap(self, token: str) -> str | None:
        """The cookie of a new session for a token; None if the token is wrong or was used before."""
        with self._lock:
            known = _hash(token) in self._tokens
            who = self._tokens.pop(_hash(token), None)
        return self.begin(who) if known else None

    def begin(self, who: str | None) -> str:
        """The cookie of a new session of `who`."""
        cookie, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._sessions = {key: held for key, held in self._sessions.items() if held.ends > now}
            self._sessions[_hash(cookie)] = Session(who, now + LIFETIME)
        return cookie

    def find(self, cookie: str) -> Session | None:
        """The session of a cookie, if it is one that has not ended."""
        session = self._sessions.get(_hash(cookie))
        return session if session and session.ends > self._clock() else None

    def end(self, cookie: str) -> None:
        """Sign out."""
        with self._lock:
            self._sessions.pop(_hash(cookie), None)


def _hash(secret: str) -> bytes:
    """What stands for a secret here: looking it up tells nothing of it by the time that it takes."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()


def set_cookie(response: Response, cookie: str, *, secure: bool = False) -> Response:
    """The answer with the cookie of a session: for this site only, and not for scripts."""
    response.set_cookie(
        COOKIE, cookie, max_age=LIFETIME, httponly=True, samesite="strict", path="/", secure=secure
    )
    return response


class SessionCheck:
    """Lets those through who are signed in; `refuse` answers the others."""

    def __init__(self, app: ASGIApp, sessions: Sessions, refuse: ASGIApp) -> None:
        self._app = app
        self._sessions = sessions
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        session = self._sessions.find(HTTPConnection(scope).cookies.get(COOKIE, ""))
        scope["alleged.session"] = session
        passes = session is not None or is_open_to_all(scope["path"])
        await (self._app if passes else self._refuse)(scope, receive, send)


def is_open_to_all(path: str) -> bool:
    """Whether nobody needs to be signed in for this path."""
    return any(path == each or (each.endswith("/") and path.startswith(each)) for each in OPEN_TO_ALL)


def go(address: str) -> Response:
    """Send the browser on to another of our addresses."""
    return RedirectResponse(address, SEE_OTHER)
