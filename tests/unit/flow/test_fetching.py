from __future__ import annotations

import gzip
import socket
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import Unreadable
from alleged.flow.addresses import Permission
from alleged.flow.fetching import AGENT, Fetcher, Limits, Net, fetch_sources
from alleged.flow.sources import find_sources, open_source
from alleged.model.vocabulary import Reason, Status
from tests.unit.flow.sites import LOOPBACK, PAGE, QUICK, Site, make_fetcher, pack, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.alone


@pytest.fixture(scope="module")
def running() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture
def site(running: Site) -> Site:
    running.answers.clear()
    running.asked.clear()
    running.headers.clear()
    return running


def refused(fetcher: Fetcher, url: str) -> Reason:
    with pytest.raises(Unreadable) as caught:
        fetcher.fetch(url)
    assert caught.value.what
    assert caught.value.cure
    assert str(caught.value.place) == url
    return Reason(caught.value.reason)


def test_a_page_comes_with_its_address_and_time(site: Site) -> None:
    site.answer("/story")
    fetched = make_fetcher().fetch(site.url("/story#part"))
    assert fetched.data == PAGE
    assert fetched.url == site.url("/story")
    assert fetched.at.endswith("+00:00")


def test_it_says_who_asks_and_tells_nothing_else(site: Site) -> None:
    site.answer("/story", PAGE, Set_Cookie="a=b")
    fetcher = Fetcher(contact="desk@paper.example", heeds_robots=False, limits=QUICK, net=make_fetcher()._net)
    for _ in range(2):
        fetcher.fetch(site.url("/story"))
    for headers in site.headers:
        assert headers["User-Agent"].startswith(f"{AGENT}/")
        assert "desk@paper.example" in headers["User-Agent"]
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


CLOSED = [
    *("http://127.0.0.1/", "http://127.0.0.1:8080/x", "http://[::1]/", "http://[::]/", "http://0.0.0.0/"),
    *("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://10.1.2.3/", "http://192.168.1.1/"),
    *("http://172.16.0.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/"),
    *("http://[fe80::1]/", "http://[fc00::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/"),
    *("http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/", "http://198.18.0.1/"),
    *("http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://0177.0.0.1/"),
    *(
        "http://0x7f.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
    ),
    *("http://user@news.example/", "http://a:b@news.example/", "http://news.example@127.0.0.1/"),
    *("http://news.example:22/", "http://news.example:25/", "ftp://news.example/", "file:///etc/passwd"),
    *("gopher://news.example/", "data:text/html,x", "javascript:alert(1)", "http://", "http:///etc/passwd"),
    *("https://[::1", "http://news.example/" + "a" * 5000, "http://\u2488", "http://a b/"),
]


@pytest.mark.parametrize("url", CLOSED)
def test_what_is_no_public_address_is_never_connected_to(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    connected = record_connections(monkeypatch)
    assert refused(Fetcher(net=Net(look_up=lambda _h, _p: ["127.0.0.1"])), url) is Reason.ADDRESS
    assert connected == []


def record_connections(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that a socket is asked to connect to from now on."""
    connected: list[Any] = []
    connect, create = socket.socket.connect, socket.create_connection

    def note(self: socket.socket, address: Any) -> None:
        connected.append(address)
        connect(self, address)

    def note_created(address: Any, *args: Any, **kwargs: Any) -> socket.socket:
        connected.append(address)
        return create(address, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", note)
    monkeypatch.setattr(socket, "create_connection", note_created)
    return connected


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["93.184.216.34", "127.0.0.1"],
        ["::1"],
        ["fe80::1%eth0"],
        ["::ffff:10.0.0.1"],
    ],
)
def test_a_name_that_leads_inside_is_refused(found: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    connected = record_connections(monkeypatch)
    fetcher = Fetcher(net=Net(look_up=lambda _h, _p: found))
    assert refused(fetcher, "http://news.example/") is Reason.ADDRESS
    assert connected == []


def test_a_name_that_changes_its_mind_is_asked_once_for_each_request(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first answer is open and the later ones lead inside: only the first is connected to."""
    site.answer("/", PAGE)
    answers = iter(["93.184.216.34", *["127.0.0.1"] * 9])
    asked: list[str] = []

    def look_up(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [next(answers)]

    connected = record_connections(monkeypatch)
    limits = replace(QUICK, seconds=0.3)
    fetcher = Fetcher(heeds_robots=False, limits=limits, net=Net(look_up=look_up))
    assert refused(fetcher, site.url()) in {Reason.TIMEOUT, Reason.UNREACHABLE}
    assert asked == ["news.example"]
    assert {address[0] for address in connected} == {"93.184.216.34"}
    assert site.asked == []
    assert refused(fetcher, site.url()) is Reason.ADDRESS


@pytest.mark.parametrize(
    "to",
    [
        *("http://169.254.169.254/", "http://[::1]/", "//10.0.0.1/x", "http://0x7f.1/", "file:///etc/passwd"),
        *("http://a:b@news.example/", "ftp://news.example/", "http://news.example:22/"),
    ],
)
def test_no_redirect_leads_inside(site: Site, to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site.redirect("/", to)
    connected = record_connections(monkeypatch)
    assert refused(make_fetcher(), site.url()) is Reason.ADDRESS
    assert {address[0] for address in connected} == {"127.0.0.1"}
    assert site.asked == [("news.example", "/")]


@pytest.mark.parametrize(("hops", "passes"), [(1, True), (5, True), (6, False), (99, False)])
def test_at_most_five_redirects_are_followed(site: Site, hops: int, passes: bool) -> None:
    for hop in range(hops):
        site.redirect(f"/{hop}", f"/{hop + 1}", [301, 302, 303, 307, 308][hop % 5])
    site.answer(f"/{hops}")
    if passes:
        fetched = make_fetcher().fetch(site.url("/0"))
        assert (fetched.data, fetched.url) == (PAGE, site.url(f"/{hops}"))
    else:
        assert refused(make_fetcher(), site.url("/0")) is Reason.REDIRECTS
        assert len(site.asked) == 6


def test_every_host_on_the_way_is_looked_at(site: Site) -> None:
    site.redirect("/", f"http://inside.example:{site.port}/")
    fetcher = make_fetcher()
    fetcher._net = replace(
        fetcher._net, look_up=lambda host, _port: ["10.0.0.1" if host == "inside.example" else "127.0.0.1"]
    )
    assert refused(fetcher, site.url()) is Reason.ADDRESS
    assert site.asked == [("news.example", "/")]


def test_a_size_that_is_told_is_refused_before_a_byte_is_read(site: Site) -> None:
    site.answer("/", b"x" * 10, Content_Length=str(10**9))
    assert refused(make_fetcher(), site.url()) is Reason.TOO_LARGE


def test_a_body_without_an_end_is_cut(site: Site) -> None:
    site.drip("/", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x" * 100_000, 0)
    assert refused(make_fetcher(), site.url()) is Reason.TOO_LARGE


def test_what_is_packed_counts_as_it_is_unpacked(site: Site) -> None:
    site.answer("/bomb", pack(300_000_000), Content_Encoding="gzip")
    began = time.process_time()
    assert refused(make_fetcher(), site.url("/bomb")) is Reason.TOO_LARGE
    assert time.process_time() - began < 2
    site.answer("/fits", gzip.compress(PAGE), Content_Encoding="gzip")
    assert make_fetcher().fetch(site.url("/fits")).data == PAGE
    site.answer("/parts", gzip.compress(PAGE) * 2, Content_Encoding="gzip")
    assert make_fetcher().fetch(site.url("/parts")).data == PAGE * 2


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(gzip.compress(PAGE)[:-20], "gzip"), (b"no gzip", "gzip"), (PAGE, "br"), (PAGE, "gzip, gzip")],
    ids=["cut", "plain", "unknown", "twice"],
)
def test_what_cannot_be_unpacked_is_told(site: Site, body: bytes, encoding: str) -> None:
    site.answer("/", body, Content_Encoding=encoding)
    assert refused(make_fetcher(), site.url()) is Reason.UNREACHABLE


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"", b"H"),
    ],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(site: Site, head: bytes, piece: bytes) -> None:
    site.drip("/", head, piece, 0.05)
    began = time.monotonic()
    limits = replace(QUICK, seconds=0.5)
    assert refused(make_fetcher(limits=limits), site.url()) in {Reason.TIMEOUT, Reason.UNREACHABLE}
    assert time.monotonic() - began < 2


def test_a_server_that_says_nothing_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        limits = replace(QUICK, seconds=0.3)
        assert refused(make_fetcher(limits=limits), f"http://news.example:{port}/") is Reason.TIMEOUT


def test_a_resolver_that_says_nothing_is_left(site: Site) -> None:
    def wait(_host: str, _port: int) -> list[str]:
        time.sleep(2)
        return ["127.0.0.1"]

    limits, slow = replace(QUICK, seconds=0.3), Net(look_up=wait, permission=LOOPBACK)
    began = time.monotonic()
    assert refused(Fetcher(heeds_robots=False, limits=limits, net=slow), site.url()) is Reason.TIMEOUT
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("status", [204, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503])
def test_an_answer_that_is_no_page_is_told_with_its_number(site: Site, status: int) -> None:
    site.answer("/", b"", status)
    with pytest.raises(Unreadable, match=f"answered with {status}") as caught:
        make_fetcher().fetch(site.url())
    assert caught.value.reason == Reason.HTTP_ERROR


def test_a_name_nobody_knows_and_a_closed_port_are_told() -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert refused(Fetcher(net=Net(look_up=unknown)), "http://news.example/") is Reason.UNREACHABLE
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert refused(make_fetcher(), f"http://news.example:{port}/") is Reason.UNREACHABLE


def test_robots_are_heeded_unless_told_otherwise(site: Site) -> None:
    site.answer("/robots.txt", b"User-agent: *\nDisallow: /private/\n")
    site.answer("/private/story")
    site.answer("/story")
    assert refused(make_fetcher(robots=True), site.url("/private/story")) is Reason.ROBOTS
    assert site.asked == [("news.example", "/robots.txt")]
    assert make_fetcher(robots=True).fetch(site.url("/story")).data == PAGE
    assert make_fetcher(robots=False).fetch(site.url("/private/story")).data == PAGE


def test_the_robots_of_the_host_that_a_redirect_leads_to_count(site: Site) -> None:
    site.answer("/robots.txt", b"User-agent: alleged\nDisallow: /closed\n")
    site.redirect("/open", f"http://other.example:{site.port}/closed")
    site.answer("/closed")
    assert refused(make_fetcher(robots=True), site.url("/open")) is Reason.ROBOTS
    assert ("other.example", "/robots.txt") in site.asked
    assert ("other.example", "/closed") not in site.asked


@pytest.mark.parametrize(("status", "passes"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_missing_robots_file_opens_and_a_failing_server_closes(
    site: Site, status: int, passes: bool
) -> None:
    site.answer("/robots.txt", b"", status)
    site.answer("/story")
    if passes:
        assert make_fetcher(robots=True).fetch(site.url("/story")).data == PAGE
    else:
        assert refused(make_fetcher(robots=True), site.url("/story")) is Reason.ROBOTS


def test_robots_are_asked_for_once_and_hosts_are_left_in_peace(site: Site) -> None:
    site.answer("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n")
    site.answer("/a")
    slept: list[float] = []
    net = Net(lambda _h, _p: ["127.0.0.1"], LOOPBACK, slept.append)
    fetcher = Fetcher(limits=Limits(pause=1.0), net=net)
    for _ in range(2):
        fetcher.fetch(site.url("/a"))
    assert [path for _, path in site.asked] == ["/robots.txt", "/a", "/a"]
    assert [round(seconds) for seconds in slept] == [7, 7]
    fetcher.fetch(site.url("/a", "other.example"))
    assert len(slept) == 3, "its robots.txt and its page are two requests"


def test_the_product_connects_to_public_addresses_only() -> None:
    assert Net().permission == Permission(())
    assert Fetcher()._net.look_up("localhost", 80)
    assert Fetcher(contact="x").limits == Limits(20.0, 64 * 2**20, 5, 1.0)


def test_sources_are_fetched_in_their_turn(site: Site) -> None:
    site.answer("/story")
    found = find_sources([site.url("/story"), site.url("/missing"), "/no/such/file"])
    one, other, path = fetch_sources(found.sources, make_fetcher())
    assert open_source(one, 10_000) == PAGE
    assert (one.name, one.given.url) == (site.url("/story"), site.url("/story"))
    assert one.given.retrieved
    with pytest.raises(Unreadable, match="404"):
        open_source(other, 10_000)
    assert path == found.sources[2]
    with pytest.raises(Unreadable, match="larger"):
        open_source(one, 5)


def test_nothing_is_fetched_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = record_connections(monkeypatch)
    (source,) = find_sources(["https://news.example/story"]).sources
    with pytest.raises(Unreadable, match="--fetch") as caught:
        open_source(source, 10_000)
    assert Reason(caught.value.reason).status is Status.REFUSED
    assert connected == []
