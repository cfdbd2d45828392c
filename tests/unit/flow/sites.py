"""A web server of our own for tests, and a network in which names lead to it."""

from __future__ import annotations

import gzip
import ipaddress
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from alleged.flow.addresses import Permission
from alleged.flow.fetching import Fetcher, Limits, Net

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOOPBACK = Permission((ipaddress.ip_network("127.0.0.1/32"),))
PAGE = b"<!doctype html><html><body><article><h1>A</h1><p>Officials denied it.</p></article></body></html>"
QUICK = Limits(seconds=3.0, max_bytes=1_000_000, pause=0.0)


@dataclass
class Site:
    """A running server: what it answers by path, and what it was asked."""

    port: int = 0
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Host and path of each request."""
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def answer(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        def write(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = write

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        self.answer(path, b"", status, Location=to)

    def drip(self, path: str, head: bytes, piece: bytes, pause: float) -> None:
        """Answer with `head` and then a piece again and again, as long as somebody listens."""

        def write(handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(head)
            while True:
                handler.wfile.write(piece)
                time.sleep(pause)

        self.answers[path] = write


@contextmanager
def serve() -> Iterator[Site]:
    """A site on this machine, as long as the block runs."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"].partition(":")[0], self.path))
            site.headers.append(dict(self.headers.items()))
            answer = site.answers.get(self.path)
            try:
                if answer:
                    answer(self)
                else:
                    self.send_error(404)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def make_fetcher(
    *, limits: Limits = QUICK, permission: Permission = LOOPBACK, robots: bool = False
) -> Fetcher:
    """A fetcher for which every name leads to this machine."""
    net = Net(lambda _host, _port: ["127.0.0.1"], permission)
    return Fetcher(heeds_robots=robots, limits=limits, net=net)


def pack(size: int) -> bytes:
    """A gzip of so many zeros."""
    return gzip.compress(b"\0" * size, 9)
