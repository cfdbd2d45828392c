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
from alleged.server.team.settings import EVERYWHERE, Team, check_shared, list_public_hosts
from alleged.server.team.trust import is_this_machine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.ledger.interface import Location

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8420


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the server listens, and for whom it keeps the ledger open."""

    location: Location
    who: str | None
    """Who alone uses it; nobody in particular where a team does."""
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    """0 for any that is free."""
    team: Team | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A server that is about to answer: its start addresses can be opened already."""

    base: str
    _who: str | None
    _sessions: Sessions
    _server: uvicorn.Server
    _bound: socket.socket
    _team: Team | None = None

    def make_address(self) -> str:
        """A start address, which signs one browser in, once; that of a team signs nobody in."""
        if self._team:
            return f"{self.base}/"
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

    Raises LedgerError where the ledger cannot be opened, InputError where the port is taken, or where it
    would be open to others who need not say who they are.
    """
    check_reach(listening)
    desks, team = Desks(listening.location), listening.team
    if team:
        check_shared(listening.location)
    else:
        desks.of(listening.who)
    with closing(desks), closing(_bind(listening)) as bound:
        port = bound.getsockname()[1]
        base = (team and team.public) or f"http://{_show_host(listening.host)}:{port}"
        sessions = Sessions()
        door = team.make_door(sessions, lambda who: desks.of(who).ledger.access(), base) if team else None
        public = team.public if team else ""
        hosts = list_hosts(listening.host, port) | list_public_hosts(public)
        settings = uvicorn.Config(
            make_app(desks, sessions, hosts, door, public),
            log_level="warning",
            access_log=False,
            lifespan="off",
            server_header=False,
        )
        yield Ready(base, listening.who, sessions, uvicorn.Server(settings), bound, team)


def check_reach(listening: Listening) -> None:
    """Raise InputError where others could reach the server and need not sign in, or under no known name."""
    if listening.team is None and not is_this_machine(listening.host):
        told = f"{listening.host} can be reached by others, who would need no password"
        raise InputError(told, cure="add --team, which asks everybody to sign in, or leave --host out")
    if listening.team and listening.host in EVERYWHERE and not listening.team.public:
        told = f"{listening.host} is no address that people can open"
        raise InputError(told, cure="say which they open: --public-address https://claims.example")


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
