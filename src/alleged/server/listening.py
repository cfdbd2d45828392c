"""Running the server: on one address, until it is stopped."""

from __future__ import annotations

import socket
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from alleged.errors import InputError
from alleged.server.app import Desks, make_app
from alleged.server.gate.hosts import list_hosts
from alleged.server.gate.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.ledger.interface import Location

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8420


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the server listens, and for whom it keeps the ledger open."""

    location: Location
    who: str | None
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    """0 for any that is free."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A server that is about to answer: its start addresses can be opened already."""

    base: str
    _who: str | None
    _sessions: Sessions
    _server: uvicorn.Server
    _bound: socket.socket

    def make_address(self) -> str:
        """A start address, which signs one browser in, once."""
        return f"{self.base}/open?token={self._sessions.make_token(self._who)}"

    def run(self) -> None:
        """Answer requests until interrupted or stopped."""
        with suppress(KeyboardInterrupt):
            self._server.run(sockets=[self._bound])

    def stop(self) -> None:
        """Let `run` end; for another thread."""
        self._server.should_exit = True


@contextmanager
def made_ready(listening: Listening) -> Iterator[Ready]:
    """The server, with the ledger open as long as the context lasts.

    Raises LedgerError where the ledger cannot be opened, InputError where the port is taken.
    """
    desks = Desks(listening.location)
    desks.of(listening.who)
    with closing(desks), closing(_bind(listening)) as bound:
        port = bound.getsockname()[1]
        sessions = Sessions()
        app = make_app(desks, sessions, list_hosts(listening.host, port))
        settings = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="off", server_header=False
        )
        base = f"http://{_show_host(listening.host)}:{port}"
        yield Ready(base, listening.who, sessions, uvicorn.Server(settings), bound)


def _bind(listening: Listening) -> socket.socket:
    """A socket that listens: whoever opens the start address at once is heard."""
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((listening.host, listening.port))
    except (OSError, OverflowError) as error:
        bound.close()
        told = f"{listening.host}:{listening.port} cannot be listened on ({error})"
        raise InputError(told, cure="choose another with --port, or 0 for any that is free") from error
    bound.listen()
    return bound


def _show_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
