"""Pages from the network, when somebody asks: global addresses alone, bounded, robots heeded.

A name is looked up once for each request and the connection goes to the address that was looked at, so that
no second answer of the resolver counts. There are no cookies, no scripts, no proxies and no passwords.
"""

from __future__ import annotations

import socket
import time
import zlib
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from threading import Thread
from typing import TYPE_CHECKING

from alleged import __version__
from alleged.errors import MissingExtraError, Place, Unreadable
from alleged.flow.addresses import Permission, find_literal, read_address
from alleged.flow.outcomes import now
from alleged.flow.robots import CLOSED, LARGEST, OPEN, read_robots
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason
from alleged.text import SIZE_LIMIT
from alleged.text.children.limits import MEGABYTE

try:
    import httpx

    from alleged.flow.connections import Answer, Deadline, Slow, Target, Trouble, request
except ModuleNotFoundError as error:  # pragma: no cover - the tests have the extra
    raise MissingExtraError("reading addresses", "fetch") from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alleged.flow.addresses import Address
    from alleged.flow.robots import Robots
    from alleged.flow.sources import Source

AGENT = "alleged"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = frozenset({80, 443})
_FIRST_FREE_PORT = 1024
_TRIED = 3
"""Addresses of one name that are tried, each of them looked at before the first."""
_LONGEST_URL = 4_000
_ACCEPTED = "text/html, application/xhtml+xml, application/pdf, text/markdown, text/plain;q=0.9, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is fetched at most, in seconds, bytes and redirects, and how fast."""

    seconds: float = 20.0
    """For one document in all, but for what is waited out of politeness."""
    max_bytes: int = SIZE_LIMIT
    """Of a document, as it is sent and as it is unpacked."""
    redirects: int = 5
    pause: float = 1.0
    """Seconds between two requests to one host."""


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them; raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Net:
    """The network and the clock: what tests put something else in place of. No option and no document can."""

    look_up: Callable[[str, int], list[str]] = look_up
    permission: Permission = field(default_factory=Permission)
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes, the address that they came from in the end, and when."""

    data: bytes
    url: str
    at: str


class Fetcher:
    """Fetches pages one after another, and remembers when it asked which host."""

    def __init__(
        self,
        *,
        contact: str | None = None,
        heeds_robots: bool = True,
        limits: Limits | None = None,
        net: Net | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._net = net or Net()
        self._heeds_robots = heeds_robots
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}
        complaints = contact or "whoever runs the program at this network address"
        self.agent = (
            f"{AGENT}/{__version__} (reads a page that a person asked for; complaints to: {complaints})"
        )

    def fetch(self, url: str) -> Fetched:
        """The page at an address; raises Unreadable, which says why it is not to be had."""
        deadline = Deadline(self.limits.seconds)
        try:
            return self._fetch(_read_url(url, url), deadline, url)
        except Slow as slow:
            what = f"did not answer in full within {self.limits.seconds:g} seconds"
            raise _unreadable(
                Reason.TIMEOUT, what, url, "try again later, or save the page yourself"
            ) from slow
        except Trouble as trouble:
            what = f"cannot be reached ({trouble})"
            raise _unreadable(Reason.UNREACHABLE, what, url, "check the address and the network") from trouble

    def _fetch(self, start: httpx.URL, deadline: Deadline, given: str) -> Fetched:
        url = start
        for _ in range(self.limits.redirects + 1):
            self._check_robots(url, deadline, given)
            answer = self._ask(url, deadline, given)
            if answer.status not in _REDIRECTS or not answer.location:
                return Fetched(self._read(answer, given), str(url), now())
            url = _read_url(_join(url, answer.location, given), given)
        what = f"sends on from page to page more than {self.limits.redirects} times"
        raise _unreadable(Reason.REDIRECTS, what, given, "give the address that it ends at")

    def _check_robots(self, url: httpx.URL, deadline: Deadline, given: str) -> None:
        if not self._heeds_robots:
            return
        site = f"{url.scheme}://{url.netloc.decode()}"
        if site not in self._robots:
            self._robots[site] = self._ask_robots(httpx.URL(f"{site}/robots.txt"), deadline, given)
        if not self._robots[site].allows(url.raw_path.decode("ascii")):
            what = "is a page that its site does not want programs to read (robots.txt)"
            cure = "save the page yourself, or add --ignore-robots if you may"
            raise _unreadable(Reason.ROBOTS, what, given, cure)

    def _ask_robots(self, start: httpx.URL, deadline: Deadline, given: str) -> Robots:
        """What a site asks: all is open where it has no robots.txt, and closed where its server fails."""
        url = start
        for _ in range(self.limits.redirects + 1):
            answer = self._ask(url, deadline, given, LARGEST)
            if answer.status in _REDIRECTS and answer.location:
                url = _read_url(_join(url, answer.location, given), given)
            elif answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                return CLOSED
            elif answer.status >= HTTPStatus.BAD_REQUEST:
                return OPEN
            else:
                return read_robots(_unpack(answer, LARGEST)[:LARGEST].decode("utf-8", "replace"), AGENT)
        return OPEN

    def _ask(self, url: httpx.URL, deadline: Deadline, given: str, most: int | None = None) -> Answer:
        """One request, to an address that was looked at just before."""
        self._wait(url, deadline)
        addresses = self._find_addresses(url, deadline, given)
        target = Target(url, addresses[:_TRIED], self.limits.max_bytes if most is None else most)
        headers = {"User-Agent": self.agent, "Accept": _ACCEPTED, "Accept-Encoding": "gzip"}
        return request(target, headers | {"Connection": "close"}, deadline)

    def _wait(self, url: httpx.URL, deadline: Deadline) -> None:
        """Waits until the host was left in peace for long enough; the time of the document stands still."""
        site = f"{url.scheme}://{url.netloc.decode()}"
        pause = max(self.limits.pause, self._robots[site].delay if site in self._robots else 0.0)
        before = self._asked.get(url.host)
        left = 0.0 if before is None else before + pause - time.monotonic()
        if left > 0:
            self._net.sleep(left)
            deadline.extend(left)
        self._asked[url.host] = time.monotonic()

    def _find_addresses(self, url: httpx.URL, deadline: Deadline, given: str) -> list[str]:
        """The addresses of a host, every one of which may be connected to."""
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            literal = find_literal(url.host)
            found = [literal] if literal else self._resolve(url.host, port, deadline)
        except ValueError as error:
            raise _refused(f"writes its host in a way that is not read ({url.host})", given) from error
        closed = next((each for each in found if not self._net.permission.admits(each)), None)
        if closed is not None:
            raise _refused(f"leads to {closed}, an address inside of a network", given)
        return [str(each) for each in found]

    def _resolve(self, host: str, port: int, deadline: Deadline) -> list[Address]:
        """What the resolver says of a name, asked once; it is left behind if it takes too long."""
        found: list[str] = []
        failures: list[OSError | UnicodeError] = []

        def ask() -> None:
            try:
                found.extend(self._net.look_up(host, port))
            except (OSError, UnicodeError) as error:
                failures.append(error)

        thread = Thread(target=ask, daemon=True)
        thread.start()
        thread.join(deadline.left())
        if thread.is_alive():
            raise Slow
        if failures or not found:
            raise Trouble(f"no address of {host} is known")
        return [read_address(address) for address in found]

    def _read(self, answer: Answer, given: str) -> bytes:
        if answer.status != HTTPStatus.OK:
            what = f"is answered with {answer.status}{_name_status(answer.status)}"
            raise _unreadable(Reason.HTTP_ERROR, what, given, "check the address in a browser")
        data = b"" if answer.is_cut else _unpack(answer, self.limits.max_bytes + 1)
        if answer.is_cut or len(data) > self.limits.max_bytes:
            what = f"is larger than the {self.limits.max_bytes // MEGABYTE} MB that are read at most"
            raise _unreadable(Reason.TOO_LARGE, what, given, "save the part that you need")
        return data


def fetch_sources(sources: Iterable[Source], fetcher: Fetcher) -> Iterator[Source]:
    """The sources, each address fetched when its turn comes; what cannot be had says so when it is opened."""
    for source in sources:
        yield _fetch_source(source, fetcher) if source.url else source


def _fetch_source(source: Source, fetcher: Fetcher) -> Source:
    try:
        fetched = fetcher.fetch(source.url or "")
    except Unreadable as refusal:
        return replace(source, refusal=refusal)
    return replace(source, data=fetched.data, given=Metadata(url=fetched.url, retrieved=fetched.at))


def _read_url(text: str, given: str) -> httpx.URL:
    """An address that may be asked for; raises Unreadable for other schemes, passwords and odd ports."""
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise _refused("is no address that can be read", given) from error
    if url.scheme not in ("http", "https") or not url.host or len(text) > _LONGEST_URL:
        raise _refused("is no address of the web (http or https)", given)
    if url.userinfo:
        raise _refused("holds a name or password before its host", given)
    if url.port is not None and url.port not in _PORTS and url.port < _FIRST_FREE_PORT:
        raise _refused(f"asks for port {url.port}, which is not the web's", given)
    return url.copy_with(fragment=None)


def _join(url: httpx.URL, location: str, given: str) -> str:
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise _refused("sends on to what is no address", given) from error


def _unpack(answer: Answer, most: int) -> bytes:
    """The body as it was before it was packed, at most `most` bytes; raises Trouble if it is damaged."""
    if answer.encoding in ("", "identity"):
        return answer.body[:most]
    if answer.encoding not in ("gzip", "x-gzip", "deflate"):
        raise Trouble(f"it is packed as {answer.encoding[:20]}, which was not asked for")
    try:
        return _unpack_members(answer.body, most)
    except zlib.error as error:
        raise Trouble("it is packed and damaged") from error


def _unpack_members(packed: bytes, most: int) -> bytes:
    """What each of the packed parts, one after another, holds; no more is unpacked than is taken."""
    data = bytearray()
    while packed and len(data) < most:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        data += unpacker.decompress(packed, most - len(data))
        if not unpacker.eof and len(data) < most:
            raise Trouble("it is packed and cut off")
        packed = unpacker.unused_data
    return bytes(data)


def _name_status(status: int) -> str:
    return f" ({HTTPStatus(status).phrase})" if status in HTTPStatus.__members__.values() else ""


def _refused(what: str, given: str) -> Unreadable:
    return _unreadable(Reason.ADDRESS, what, given, "give a public address of the web")


def _unreadable(reason: Reason, what: str, given: str, cure: str) -> Unreadable:
    return Unreadable(reason, what, Place(given), cure)
