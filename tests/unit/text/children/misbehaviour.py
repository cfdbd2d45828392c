"""Services that do what a hostile document would have its reader do."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.text import read_bytes
from alleged.text.children.frames import Frame
from alleged.text.children.packing import pack_reading

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE = f"{__name__}:answer"


def answer(question: Frame) -> Frame:
    """Do as the question says and answer with what came of it."""
    return DEEDS[str(question.head["do"])](question)


def _echo(question: Frame) -> Frame:
    return Frame({"pid": os.getpid()}, question.body)


def _hang(_: Frame) -> Frame:
    while True:
        time.sleep(1)


def _loop(_: Frame) -> Frame:
    while True:
        pass


def _eat(_: Frame) -> Frame:
    return Frame({"eaten": len(bytearray(2**31))})


def _recurse(question: Frame) -> Frame:
    return _recurse(question)


def _crash(_: Frame) -> Frame:
    ctypes.string_at(0)
    return Frame({})


def _leave(_: Frame) -> Frame:
    os._exit(7)


def _be_killed(_: Frame) -> Frame:
    os.kill(os.getpid(), signal.SIGKILL)
    return Frame({})


def _print(_: Frame) -> Frame:
    os.write(1, b"noise" * 1_000)
    os.write(2, b"noise" * 1_000)
    print("noise", file=sys.stderr, flush=True)
    return Frame({"read": len(os.read(0, 100))})


def _connect(question: Frame) -> Frame:
    with socket.socket() as line:
        line.settimeout(2)
        try:
            line.connect(("127.0.0.1", int(question.body)))
        except OSError as error:
            return Frame({"error": type(error).__name__})
    return Frame({"connected": True})


def _write(question: Frame) -> Frame:
    try:
        Path(question.body.decode()).write_text("written")
    except OSError as error:
        return Frame({"error": type(error).__name__})
    return Frame({"written": True})


def _start(question: Frame) -> Frame:
    try:
        subprocess.run(["/bin/sh", "-c", question.body.decode()], check=True)
    except OSError as error:
        return Frame({"error": type(error).__name__})
    return Frame({"started": True})


def _look(_: Frame) -> Frame:
    return Frame({"environment": sorted(os.environ)})


def _refuse(_: Frame) -> Frame:
    raise Unreadable("encrypted", "is locked", cure="unlock it")


def _refuse_wrongly(_: Frame) -> Frame:
    raise Unreadable("took-too-long", "is tiring", cure="wait")


def _lie(_: Frame) -> Frame:
    raise Unreadable("no such reason", "is odd", cure="")


def _overflow(question: Frame) -> Frame:
    return Frame({}, bytes(int(question.body)))


DEEDS: dict[str, Callable[[Frame], Frame]] = {
    "echo": _echo,
    "hang": _hang,
    "loop": _loop,
    "eat": _eat,
    "recurse": _recurse,
    "crash": _crash,
    "leave": _leave,
    "be killed": _be_killed,
    "print": _print,
    "connect": _connect,
    "write": _write,
    "start": _start,
    "look": _look,
    "refuse": _refuse,
    "refuse wrongly": _refuse_wrongly,
    "lie": _lie,
    "overflow": _overflow,
}


def lie_about_words(question: Frame) -> Frame:
    """A reading whose only sentence ends beyond its text."""
    reading = read_bytes(question.body, Metadata())
    sentences = tuple(replace(each, end=each.end + 1) for each in reading.text.sentences)
    return pack_reading(replace(reading, text=replace(reading.text, sentences=sentences)))


READER_SERVICE = f"{__name__}:break_reader"


def break_reader(question: Frame) -> Frame:
    """A reader that breaks over everything."""
    raise IndexError(len(question.body))
