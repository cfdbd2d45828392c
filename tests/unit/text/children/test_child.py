from __future__ import annotations

import socket
import sys
import time
from typing import TYPE_CHECKING

import pytest

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.children.child import Child
from alleged.text.children.frames import Frame
from alleged.text.children.limits import MEGABYTE, Guard, Limits
from tests.unit.text.children.misbehaviour import SERVICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.alone

SHORT = Limits(seconds=2, memory=256 * MEGABYTE, output=MEGABYTE)


@pytest.fixture
def child() -> Iterator[Child]:
    with Child(SERVICE, SHORT) as started:
        yield started


def ask(child: Child, deed: str, body: bytes = b"") -> Frame:
    return child.ask(Frame({"do": deed}, body))


def refusal(child: Child, deed: str, body: bytes = b"") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        ask(child, deed, body)
    return caught.value


def needs(child: Child, guard: Guard) -> None:
    if guard in child.find_missing():
        pytest.skip(f"this system has no guard of {guard}")


def test_one_child_answers_many_questions(child: Child) -> None:
    answers = [ask(child, "echo", b"word" * size) for size in (0, 1, 100_000)]
    assert [len(each.body) for each in answers] == [0, 4, 400_000]
    assert {each.head["pid"] for each in answers} == {child.process.pid}


def test_what_libraries_print_goes_nowhere(child: Child, capfd: pytest.CaptureFixture[str]) -> None:
    assert ask(child, "print").head == {"read": 0}
    assert ask(child, "echo", b"still here").body == b"still here"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("deed", ["hang", "loop"])
def test_one_that_takes_too_long_is_ended(child: Child, deed: str) -> None:
    start = time.monotonic()
    error = refusal(child, deed)
    assert (error.reason, child.is_stopped) == (Reason.TOOK_TOO_LONG, True)
    assert "longer than the 2 seconds" in error.what
    assert time.monotonic() - start < 10


def test_a_large_question_gets_more_time() -> None:
    limits = Limits(seconds=2).for_size(30 * MEGABYTE)
    assert limits.seconds == 32
    assert limits.memory > Limits().memory


def test_one_that_takes_too_much_memory_is_ended(child: Child) -> None:
    needs(child, Guard.MEMORY)
    error = refusal(child, "eat")
    assert (error.reason, child.is_stopped) == (Reason.TOO_MUCH_MEMORY, True)
    assert "256 MB" in error.what


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("crash", "ended by SIGSEGV"),
        ("leave", "it ended without an answer"),
        ("recurse", "RecursionError"),
        ("no such deed", "KeyError"),
    ],
)
def test_one_that_breaks_says_how(child: Child, deed: str, told: str) -> None:
    error = refusal(child, deed)
    assert (error.reason, child.is_stopped) == (Reason.READER_BROKE, True)
    assert told in error.what


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_one_that_the_system_ends_has_used_up_its_memory(child: Child) -> None:
    assert refusal(child, "be killed").reason == Reason.TOO_MUCH_MEMORY


def test_an_answer_that_is_too_large_is_not_taken(child: Child) -> None:
    assert len(ask(child, "overflow", b"1000000").body) == 1_000_000
    error = refusal(child, "overflow", b"2000000")
    assert (error.reason, child.is_stopped) == (Reason.READER_BROKE, True)


def test_a_refusal_comes_through_and_the_child_lives_on(child: Child) -> None:
    error = refusal(child, "refuse")
    assert (error.reason, error.what, error.cure) == (Reason.ENCRYPTED, "is locked", "unlock it")
    assert ask(child, "echo", b"still here").body == b"still here"


@pytest.mark.parametrize("deed", ["refuse wrongly", "lie"])
def test_a_refusal_that_is_none_ends_it(child: Child, deed: str) -> None:
    assert (refusal(child, deed).reason, child.is_stopped) == (Reason.READER_BROKE, True)


def test_it_reaches_no_network(child: Child) -> None:
    needs(child, Guard.NETWORK)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        assert "error" in ask(child, "connect", str(server.getsockname()[1]).encode()).head
        with pytest.raises(TimeoutError):
            server.accept()


def test_it_writes_no_file(child: Child, tmp_path: Path) -> None:
    needs(child, Guard.FILES)
    there = tmp_path / "there"
    there.write_text("as it was")
    for path in (there, tmp_path / "new"):
        assert "error" in ask(child, "write", str(path).encode()).head
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert there.read_text() == "as it was"


def test_it_starts_no_program(child: Child, tmp_path: Path) -> None:
    needs(child, Guard.FILES)
    assert ask(child, "start", f"echo > {tmp_path}/new".encode()).head == {"error": "PermissionError"}
    assert list(tmp_path.iterdir()) == []


def test_it_knows_no_secret_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with Child(SERVICE, SHORT) as started:
        names = ask(started, "look").head["environment"]
    assert "OMP_NUM_THREADS" in names
    assert not {"SECRET_TOKEN", "HOME", "PATH"} & set(names)


def test_one_that_is_stopped_stays_stopped(child: Child) -> None:
    child.stop()
    child.stop()
    assert child.is_stopped
