"""What changes something must come from our own pages: no other site can send it in somebody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST"})
FORBIDDEN, NOT_ALLOWED = 403, 405
TOLD = "Changes are taken only from the pages of this server itself.\n"


class WriteCheck:
    """Refuses what is no GET and comes from elsewhere, or does not say from where."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it."""
        if scope["type"] != "http" or scope["method"] in READING:
            await self._app(scope, receive, send)
        elif scope["method"] not in WRITING:
            headers = {"allow": ", ".join(sorted(READING | WRITING))}
            await PlainTextResponse("", NOT_ALLOWED, headers)(scope, receive, send)
        elif not is_own(Headers(scope=scope)):
            await PlainTextResponse(TOLD, FORBIDDEN)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def is_own(headers: Headers) -> bool:
    """Whether a browser says that our own page sends this: every sign that it gives must say so."""
    site, origin, host = headers.get("sec-fetch-site"), headers.get("origin"), headers.get("host", "")
    signs = [*([site == "same-origin"] if site else []), *([_host_of(origin) == host] if origin else [])]
    return bool(signs) and all(signs)


def _host_of(origin: str) -> str:
    scheme, _, host = origin.partition("://")
    return host if scheme in ("http", "https") else ""
