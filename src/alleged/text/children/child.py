"""A child as its parent sees it: started when it is needed, asked, and ended when it breaks a limit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from threading import Timer
from typing import IO, TYPE_CHECKING, cast

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason, Status
from alleged.text.children.frames import Frame, FrameError, read_frame, write_frame
from alleged.text.children.limits import MEGABYTE, Guard, Limits
from alleged.text.children.plain import PackingError, get_code, get_list, get_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_START = (
    "import sys; sys.path[:] = sys.argv[4:]; from alleged.text.children.limits import Limits; "
    "from alleged.text.children.worker import serve; serve(sys.argv[1], Limits(*map(int, sys.argv[2:4])))"
)
_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""All of the environment that a child gets: what its libraries need to be found, and no secret."""
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_CURE_PARTS = "take it apart, and read the parts"
_BROKE = "look into it with care: it is broken, or made to break what reads it"
_LONGEST_WORDS = 1_000
_LAST_MOMENT = 1.0
"""Seconds in which a child that has closed its pipe comes to its end."""
_PROCESSOR_TIME, _KILLED = 24, 9
"""The signals by which a system ends what used up its time, and what used up all memory."""


class Child:
    """A process of its own that answers questions within limits, one after another, until it is stopped."""

    def __init__(self, service: str, limits: Limits, files: Sequence[int] = ()) -> None:
        self.limits = limits
        self.granted = limits
        """Those of the question that was asked last."""
        self.is_late = False
        self._missing: tuple[Guard, ...] | None = None
        numbers = (str(limits.seconds), str(limits.memory))
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _START, service, *numbers, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ} | _ONE_THREAD,
            pass_fds=tuple(files),
        )
        self._questions = cast("IO[bytes]", self.process.stdin)
        self._answers = cast("IO[bytes]", self.process.stdout)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def is_stopped(self) -> bool:
        """Whether it answers no more."""
        return self.process.returncode is not None

    def ask(self, question: Frame) -> Frame:
        """The answer; raises Unreadable where the child refuses, takes too long, or breaks.

        One that took too long or broke is gone.
        """
        with self._watched(self.limits.for_size(len(question.body))):
            if self._missing is None:
                self._missing = self._greet()
            write_frame(self._questions, question)
            answer = self._read()
        if "refused" in answer.head:
            raise self._refusal(answer)
        return answer

    def find_missing(self) -> tuple[Guard, ...]:
        """The guards that this system does not have; raises Unreadable where the child does not start."""
        if self._missing is None:
            with self._watched(self.limits):
                self._missing = self._greet()
        return self._missing

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        for stream in (self._questions, self._answers):
            with suppress(OSError):  # what could not be written does not matter any more
                stream.close()
        self.process.wait()

    @contextmanager
    def _watched(self, limits: Limits) -> Iterator[None]:
        """Ends the child when its time is over, and whenever what happens inside does not go well."""
        self.granted = limits
        timer = Timer(limits.seconds, self._end_late)
        timer.daemon = True
        timer.start()
        went_well = False
        try:
            yield
            went_well = not self.is_late
        except (FrameError, PackingError, OSError) as error:
            raise self._tell_end(error) from error
        finally:
            timer.cancel()
            if not went_well:
                self.stop()

    def _end_late(self) -> None:
        self.is_late = True
        self.process.kill()

    def _greet(self) -> tuple[Guard, ...]:
        return tuple(get_code(Guard, code) for code in get_list(self._read().head, "missing"))

    def _read(self) -> Frame:
        answer = read_frame(self._answers, self.limits.output)
        if answer is None:
            raise FrameError("it ended without an answer")
        if "broke" in answer.head:
            raise FrameError(get_text(answer.head, "broke", _LONGEST_WORDS))
        return answer

    def _refusal(self, answer: Frame) -> Unreadable:
        """What the child says for not answering; one that ran out of memory, or lies, is not asked again."""
        try:
            reason = get_code(Reason, answer.head["refused"])
            if reason.status in (Status.REFUSED, Status.FAILED) and reason is not Reason.TOO_MUCH_MEMORY:
                what, cure = (get_text(answer.head, name, _LONGEST_WORDS) for name in ("what", "cure"))
                return Unreadable(reason, what, cure=cure)
        except PackingError as error:
            self.stop()
            return _broke(str(error))
        self.stop()
        is_memory = reason is Reason.TOO_MUCH_MEMORY
        return self._out_of_memory() if is_memory else _broke(f"{reason} is no ground to refuse")

    def _tell_end(self, error: Exception) -> Unreadable:
        """Why the child is gone, in the words of our list."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_LAST_MOMENT)
        code = self.process.returncode or 0
        if self.is_late or -code == _PROCESSOR_TIME:
            what = f"took longer than the {self.granted.seconds} seconds that it may take"
            return Unreadable(Reason.TOOK_TOO_LONG, what, cure=_CURE_PARTS)
        if -code == _KILLED or "MemoryError" in str(error):
            return self._out_of_memory()
        return _broke(_name_signal(-code) if code < 0 else str(error))

    def _out_of_memory(self) -> Unreadable:
        megabytes = self.granted.memory // MEGABYTE
        what = f"took more than the {megabytes} MB of memory that it may take"
        return Unreadable(Reason.TOO_MUCH_MEMORY, what, cure=_CURE_PARTS)


def _broke(told: str) -> Unreadable:
    return Unreadable(Reason.READER_BROKE, f"broke its reader ({told})", cure=_BROKE)


def _name_signal(number: int) -> str:
    try:
        return f"ended by {signal.Signals(number).name}"
    except ValueError:
        return f"ended by signal {number}"
