"""The Host of a request must be ours: so that a name which was made to point here reaches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
TOLD = "This server answers under its own address only; open the one that 'alleged serve' printed.\n"
MISDIRECTED = 421


def list_hosts(host: str, port: int) -> frozenset[str]:
    """The values of Host under which a server that listens there may be addressed."""
    names = LOOPBACK if host in ("127.0.0.1", "localhost", "::1") else (host,)
    return frozenset(f"{name}:{port}" for name in names)


class HostCheck:
    """Refuses requests that are meant for another host."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it."""
        if scope["type"] == "http" and Headers(scope=scope).get("host", "").lower() not in self._hosts:
            await PlainTextResponse(TOLD, MISDIRECTED)(scope, receive, send)
            return
        await self._app(scope, receive, send)
