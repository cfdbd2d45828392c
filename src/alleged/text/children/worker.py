"""What a child does: it gives up its rights, and answers one question after another until nobody asks.

The parent starts it with a service: the import string of a function from a question to its answer. An error
that is no answer ends the child; its last words go to the parent.
"""

from __future__ import annotations

import gc
import io
import os
import sys
import tempfile
from importlib import import_module
from typing import IO, TYPE_CHECKING, Protocol

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text import SIZE_LIMIT
from alleged.text.children.frames import Frame, read_frame, write_frame
from alleged.text.children.limits import Limits, allow, confine

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    LastWords = Callable[[type[BaseException], BaseException, TracebackType | None], None]

QUESTION_LIMIT = SIZE_LIMIT
"""Bytes that the body of a question may have."""


class Service(Protocol):
    """Answers a question."""

    def __call__(self, question: Frame) -> Frame:
        """The answer; raises Unreadable."""
        ...


def serve(place: str, limits: Limits) -> None:
    """Import "module:function" and answer questions from standard input on standard output until it ends."""
    questions, answers = _take_streams()
    sys.dont_write_bytecode = True
    tempfile.TemporaryFile = _keep_in_memory  # type: ignore[assignment]
    sys.excepthook = _tell_last_words(answers)
    missing = confine(limits, QUESTION_LIMIT)
    write_frame(answers, Frame({"missing": [guard.value for guard in missing]}))
    module, _, function = place.partition(":")
    service: Service = getattr(import_module(module), function)
    _rest_collector()
    while question := read_frame(questions, QUESTION_LIMIT):
        allow(limits.for_size(len(question.body)))
        write_frame(answers, _answer(service, question))
        gc.collect()


def _rest_collector() -> None:
    """Leave garbage until a question is answered: looking for it again and again is not linear."""
    gc.disable()
    gc.freeze()


def _answer(service: Service, question: Frame) -> Frame:
    try:
        return service(question)
    except Unreadable as error:
        return refusal(error)
    except MemoryError:
        return Frame({"refused": Reason.TOO_MUCH_MEMORY.value})


def refusal(error: Unreadable) -> Frame:
    """The answer that says why there is none."""
    return Frame({"refused": str(error.reason), "what": error.what, "cure": error.cure})


def _take_streams() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, out of the way of libraries that print or read."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return questions, answers


def _keep_in_memory(*_: object, **__: object) -> IO[bytes]:
    """What a library takes for a temporary file: a child may make none (the model of languages wants one)."""
    return io.BytesIO()


def _tell_last_words(answers: IO[bytes]) -> LastWords:
    def tell(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        write_frame(answers, Frame({"broke": f"{kind.__name__}: {error}"[:200]}))

    return tell
