"""The way in: the start address, what is told to who is not signed in, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from alleged.server.gate.sessions import COOKIE, go, set_cookie
from alleged.server.rendering import render_plain

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from alleged.server.gate.sessions import Sessions

UNAUTHORIZED, GONE = 401, 410
SIGN_IN = "Open the start address that “alleged serve” printed in its terminal; it signs this browser in."
USED = "This start address was used already, or is none. Start “alleged serve” again for a new one."


def entrance_routes() -> list[Route]:
    """Where one signs in and out."""
    return [Route("/open", _open), Route("/sign-out", _sign_out, methods=["POST"])]


def _open(request: Request) -> Response:
    """Swap the token of the start address for a session."""
    sessions: Sessions = request.app.state.sessions
    cookie = sessions.swap(request.query_params.get("token", ""))
    if cookie is None:
        return render_plain("This address does not sign you in", USED, GONE)
    return set_cookie(go("/"), cookie)


def _sign_out(request: Request) -> Response:
    request.app.state.sessions.end(request.cookies.get(COOKIE, ""))
    return render_plain("Signed out", SIGN_IN, 200)


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """What somebody is told who is not signed in."""
    await render_plain("Not signed in", SIGN_IN, UNAUTHORIZED)(scope, receive, send)
