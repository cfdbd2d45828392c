"""The way in: the start address, what is told to who is not signed in, and the way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.routing import Route

from alleged.server.gate.sessions import COOKIE, go, set_cookie
from alleged.server.rendering import render_plain
from alleged.server.team.door import LOGIN, address_login, read_then

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from alleged.server.gate.sessions import Sessions
    from alleged.server.team.door import Door

UNAUTHORIZED, GONE = 401, 410
SIGN_IN = "Open the start address that “alleged serve” printed in its terminal; it signs this browser in."
USED = "This start address was used already, or is none. Start “alleged serve” again for a new one."

FROM_ELSEWHERE = (
    "Everybody signs in here under their own name. If you came by a link on another site, you may be signed "
    "in all the same: browsers say so only to pages that are opened from here."
)


def entrance_routes(door: Door | None) -> list[Route]:
    """Where one signs in and out; without a door by the start address alone."""
    leave = partial(_sign_out, door is not None)
    return [
        *(door.routes() if door else [Route("/open", _open)]),
        Route("/sign-out", leave, methods=["POST"]),
    ]


def _open(request: Request) -> Response:
    """Swap the token of the start address for a session."""
    sessions: Sessions = request.app.state.sessions
    cookie = sessions.swap(request.query_params.get("token", ""))
    if cookie is None:
        return render_plain("This address does not sign you in", USED, GONE)
    return set_cookie(go("/"), cookie)


def _sign_out(has_door: bool, request: Request) -> Response:
    request.app.state.sessions.end(request.cookies.get(COOKIE, ""))
    if has_door:
        return render_plain(
            "Signed out", "This browser is signed out.", 200, links=[(LOGIN, "Sign in again")]
        )
    return render_plain("Signed out", SIGN_IN, 200)


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """What somebody is told who is not signed in, and signs in by the start address."""
    await render_plain("Not signed in", SIGN_IN, UNAUTHORIZED)(scope, receive, send)


async def send_to_door(scope: Scope, receive: Receive, send: Send) -> None:
    """What somebody is told who is not signed in, and signs in under their own name."""
    query = scope["query_string"].decode("latin-1")
    asked = read_then(quote(scope["path"]) + (f"?{query}" if query else ""))
    links = [(address_login(asked), "Sign in"), (asked, "I am signed in: open the page")]
    answer = render_plain("Not signed in", FROM_ELSEWHERE, UNAUTHORIZED, links=links)
    await answer(scope, receive, send)
