"""The way in where several people use one server: each signs in under their own name."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

from alleged.ledger.interface import ForbiddenError
from alleged.server.asking import Asked
from alleged.server.gate.sessions import SEE_OTHER, go, set_cookie
from alleged.server.rendering import render_plain, render_template
from alleged.server.team.attempts import Attempts
from alleged.server.team.trust import SignInError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from alleged.server.gate.sessions import Sessions
    from alleged.server.team.openid import OpenId
    from alleged.server.team.passwords import Passwords

LOGIN, TO_PROVIDER, BACK = "/login", "/login/openid", "/login/return"
STATE_COOKIE = "alleged_login"
STATE_LIFETIME = 600
UNAUTHORIZED, FORBIDDEN = 401, 403
WRONG = (
    "That did not sign you in. Either the name or the password is wrong, or there were too many attempts: "
    "then wait a quarter of an hour."
)


@dataclass(frozen=True, slots=True)
class Door:
    """How people sign in; `admit` raises ForbiddenError for who is no member."""

    sessions: Sessions
    admit: Callable[[str], object]
    passwords: Passwords | None = None
    openid: OpenId | None = None
    secure: bool = False
    """Whether browsers send the cookie over https only."""
    attempts: Attempts = field(default_factory=Attempts)

    def routes(self) -> list[Route]:
        """Where one signs in."""
        found = [Route(LOGIN, self._show), Route(LOGIN, self._take, methods=["POST"])]
        if self.openid:
            found += [Route(TO_PROVIDER, self._send), Route(BACK, self._welcome)]
        return found

    @property
    def _provider(self) -> OpenId:
        if self.openid is None:
            raise LookupError("no provider is known")
        return self.openid

    def _show(self, request: Request) -> Response:
        return self._show_form(read_then(request.query_params.get("then", "")))

    async def _take(self, request: Request) -> Response:
        asked = await Asked.of_form(request)
        address = request.client.host if request.client else ""
        return await run_in_threadpool(self._sign_in, asked, address)

    def _sign_in(self, asked: Asked, address: str) -> Response:
        name, then = asked.text("name"), read_then(asked.text("then"))
        if self.passwords is None or not self.attempts.begin(name, address):
            return self._show_form(then, WRONG)
        if not self.passwords.fits(name, asked.words("password")):
            return self._show_form(then, WRONG)
        self.attempts.succeed(name, address)
        return self._let_in(name, go(then))

    def _let_in(self, name: str, answer: Response) -> Response:
        try:
            self.admit(name)
        except ForbiddenError as error:
            return render_plain("You are not let in", str(error), FORBIDDEN)
        return set_cookie(answer, self.sessions.begin(name), secure=self.secure)

    def _show_form(self, then: str, told: str = "") -> Response:
        shown = {
            "title": "Sign in",
            "then": then,
            "told": told,
            "has_passwords": self.passwords is not None,
            "provider": self.openid.provider.host if self.openid else "",
            "to_provider": TO_PROVIDER,
        }
        return HTMLResponse(render_template("login.html", shown), UNAUTHORIZED if told else 200)

    def _send(self, _request: Request) -> Response:
        """Send somebody to the provider; this browser, and no other, may come back from there."""
        try:
            address, state = self._provider.begin()
        except SignInError as error:
            return _tell_failure(error)
        answer = RedirectResponse(address, SEE_OTHER)
        answer.set_cookie(
            STATE_COOKIE, state, STATE_LIFETIME, path=LOGIN, secure=self.secure, httponly=True, samesite="lax"
        )
        return answer

    def _welcome(self, request: Request) -> Response:
        """Let somebody in who comes back from the provider.

        A page stands in between: a browser that was sent here by another site would not send on our cookie.
        """
        sent = dict(request.query_params)
        kept = request.cookies.get(STATE_COOKIE, "")
        if not kept or not hmac.compare_digest(kept.encode(), sent.get("state", "").encode()):
            told = "This browser did not begin to sign in here."
            return render_plain("You are not let in", told, FORBIDDEN, links=[(LOGIN, "Sign in")])
        try:
            name = self._provider.finish(sent)
        except SignInError as error:
            return _tell_failure(error)
        welcome = HTMLResponse(render_template("welcome.html", {"title": "Signed in", "name": name}))
        welcome.delete_cookie(STATE_COOKIE, path=LOGIN)
        return self._let_in(name, welcome)


def _tell_failure(error: SignInError) -> Response:
    return render_plain("You are not let in", str(error), FORBIDDEN, links=[(LOGIN, "Sign in")])


def address_login(path: str) -> str:
    """Where to sign in, to go on to that page."""
    return f"{LOGIN}?{urlencode({'then': path})}" if read_then(path) != "/" else LOGIN


def read_then(written: str) -> str:
    """One of our own pages to go on to; the first one for anything else."""
    own = written.startswith("/") and not written.startswith("//") and "\\" not in written
    return written if own and written.isprintable() else "/"
