"""The server put together: what stands before the screens, in order, and under which address each is."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from alleged.errors import AllegedError, LedgerError
from alleged.ledger.interface import ForbiddenError
from alleged.server.asking import Asked, AskedWronglyError
from alleged.server.batches import Batches
from alleged.server.desk import Desk
from alleged.server.entrance import entrance_routes, refuse, send_to_door
from alleged.server.gate.bodies import BodyCheck
from alleged.server.gate.headers import SafeHeaders
from alleged.server.gate.hosts import HostCheck
from alleged.server.gate.sessions import SessionCheck, Sessions
from alleged.server.gate.writes import WriteCheck
from alleged.server.pages import Page
from alleged.server.rendering import render, render_plain
from alleged.server.screens import DEEDS, FILES, SCREENS
from alleged.server.screens.capturing import show_capture
from alleged.server.statics import send_static
from alleged.server.twins import FORMS, write_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request

    from alleged.ledger.interface import Location
    from alleged.server.pages import Deed, Screen
    from alleged.server.team.door import Door


@dataclass
class Desks:
    """A desk for each person who works with the ledger, opened when it is first needed."""

    location: Location
    _batches: Batches = field(default_factory=Batches)
    _open: dict[str | None, Desk] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, who: str | None) -> Desk:
        """The desk of that person; raises LedgerError for who is no member of a shared ledger."""
        with self._lock:
            if who not in self._open:
                self._open[who] = Desk.open(self.location, who, self._batches)
            return self._open[who]

    def close(self) -> None:
        """Let what is being read come to its end, and close every ledger."""
        self._batches.close()
        for desk in self._open.values():
            desk.ledger.close()


def make_app(
    desks: Desks, sessions: Sessions, hosts: frozenset[str], door: Door | None = None, public: str = ""
) -> Starlette:
    """The web application over a ledger, for requests that are addressed to one of `hosts`.

    `door` is where several people sign in, `public` the address under which they know this server.
    """
    checks = [
        Middleware(HostCheck, hosts=hosts),
        Middleware(SafeHeaders),
        Middleware(WriteCheck),
        Middleware(SessionCheck, sessions=sessions, refuse=send_to_door if door else refuse),
        Middleware(BodyCheck, larger={deed.address: deed.most_bytes for deed in DEEDS}),
    ]
    handlers = {AllegedError: _tell_error, HTTPException: _tell_http, Exception: _tell_fault}
    made = Starlette(routes=list(_list_routes(desks, door)), middleware=checks, exception_handlers=handlers)
    made.state.sessions, made.state.public = sessions, public
    return made


def _list_routes(desks: Desks, door: Door | None) -> Iterator[Route]:
    yield Route("/static/{hash}/{name:path}", send_static)
    yield from entrance_routes(door)
    yield Route("/capture", show_capture)
    for screen in (*SCREENS, *FILES):
        if screen.has_twins:
            yield from (Route(f"{screen.address}.{form}", _make_twin(screen, desks, form)) for form in FORMS)
        yield Route(screen.address, _make_endpoint(screen, desks))
    for deed in DEEDS:
        yield Route(deed.address, _make_deed(deed, desks), methods=["POST"])


def _desk_of(request: Request, desks: Desks) -> Desk:
    session = request.scope["alleged.session"]
    return desks.of(session.who if session else None)


def _make_endpoint(screen: Screen, desks: Desks) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        desk, asked = _desk_of(request, desks), Asked.of(request)
        return _answer(screen.view(desk, asked), desk, asked)

    return answer


def _answer(given: Page | Response, desk: Desk, asked: Asked) -> Response:
    return render(given, desk, asked) if isinstance(given, Page) else given


def _make_twin(screen: Screen, desks: Desks, form: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        desk, asked = _desk_of(request, desks), Asked.of(request)
        given = screen.view(desk, asked)
        if not isinstance(given, Page) or given.table is None:
            raise HTTPException(404)
        return write_twin(desk, asked, given.table(), form)

    return answer


def _make_deed(deed: Deed, desks: Desks) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        asked = await Asked.of_form(request)

        def act() -> Response:
            desk = _desk_of(request, desks)
            return _answer(deed.act(desk, asked), desk, asked)

        return await run_in_threadpool(act)

    return answer


def _tell_error(request: Request, error: Exception) -> Response:
    """A page that says what is wrong; programs get the line alone."""
    if isinstance(error, AskedWronglyError):
        title, status = "Asked wrongly", 400
    elif isinstance(error, ForbiddenError):
        title, status = "Not for you", 403
    elif isinstance(error, LedgerError) and (request.path_params or request.query_params):
        title, status = "Not in this ledger", 404
    else:
        title, status = "That did not work", 500
    return _tell(request, title, str(error), status)


def _tell_http(request: Request, error: Exception) -> Response:
    status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    told = {404: "There is no page at this address.", 405: "This address takes no such request."}
    return _tell(request, "Not found" if status == 404 else "Refused", told.get(status, detail), status)  # noqa: PLR2004


def _tell_fault(request: Request, _error: Exception) -> Response:
    """For what we did not foresee: the error itself goes to the log and not to the page."""
    told = "The server made a mistake; what is in the ledger is safe. Its terminal tells more."
    return _tell(request, "A mistake of ours", told, 500)


def _tell(request: Request, title: str, told: str, status: int) -> Response:
    if request.url.path.endswith(tuple(f".{form}" for form in FORMS)):
        return PlainTextResponse(f"{told}\n", status)
    return render_plain(title, told, status)
