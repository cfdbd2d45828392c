"""One request over a connection to an address that was looked at, within a time and a size."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Mapping, Sequence


class Slow(Exception):  # noqa: N818 - it is no error of anybody's
    """The time is over."""


class Trouble(Exception):  # noqa: N818 - it says what the network did
    """A server cannot be reached, or does not speak as it should."""


class Deadline:
    """A point in time after which everything stops, however much still comes in."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left; raises Slow if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Slow
        return left

    def extend(self, seconds: float) -> None:
        """Let what was waited on purpose not count."""
        self._end += seconds


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for, the addresses of its host, and how many bytes are taken."""

    url: httpx.URL
    addresses: Sequence[str]
    most: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers; `is_cut` if there was more than was asked for."""

    status: int
    location: str
    encoding: str
    body: bytes
    is_cut: bool = False


class _Stream(httpcore.NetworkStream):
    """A connection on which nothing takes longer than what is left of the time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Pinned(httpcore.NetworkBackend):
    """Connects to the addresses it was given, whatever the host's name would mean now."""

    def __init__(self, addresses: Sequence[str], deadline: Deadline) -> None:
        self._addresses, self._deadline = addresses, deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        failure: httpcore.ConnectError | None = None
        for address in self._addresses:
            try:
                stream = self._inner.connect_tcp(address, port, self._deadline.left())
                return _Stream(stream, self._deadline)
            except httpcore.ConnectError as error:
                failure = error
        raise failure or httpcore.ConnectError(f"no address of {host}")


@cache
def _tls() -> ssl.SSLContext:
    """Checks the name of the host, which the address does not change."""
    return httpx.create_ssl_context()


def request(target: Target, headers: Mapping[str, str], deadline: Deadline) -> Answer:
    """What the server answers, its body up to a size; raises Slow or Trouble."""
    url = httpcore.URL(
        scheme=target.url.raw_scheme,
        host=target.url.raw_host,
        port=target.url.port,
        target=target.url.raw_path,
    )
    backend = _Pinned(target.addresses, deadline)
    secrets = _tls() if target.url.scheme == "https" else None
    try:
        with (
            httpcore.ConnectionPool(ssl_context=secrets, network_backend=backend) as pool,
            pool.stream("GET", url, headers=list(headers.items())) as response,
        ):
            return _take(response, target.most)
    except httpcore.TimeoutException as error:
        raise Slow from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        raise Trouble(" ".join(str(error).split())[:200] or type(error).__name__) from error


def _take(response: httpcore.Response, most: int) -> Answer:
    known = {name.lower(): value.decode("latin-1").strip() for name, value in response.headers}
    head = Answer(
        response.status, known.get(b"location", ""), known.get(b"content-encoding", "").lower(), b""
    )
    if response.status != 200:  # noqa: PLR2004 - the number is the name
        return head
    body = bytearray()
    length = known.get(b"content-length", "")
    is_cut = length.isascii() and length.isdigit() and int(length[:30]) > most
    for piece in () if is_cut else response.iter_stream():
        body += piece
        if len(body) > most:
            is_cut = True
            break
    return Answer(head.status, head.location, head.encoding, bytes(body), is_cut)
