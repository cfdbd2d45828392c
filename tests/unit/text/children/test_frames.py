from __future__ import annotations

import io
import struct

import pytest

from alleged.text.children.frames import HEAD_LIMIT, Frame, FrameError, read_frame, write_frame

LIMIT = 1_000


def sent(*frames: Frame) -> io.BytesIO:
    stream = io.BytesIO()
    for frame in frames:
        write_frame(stream, frame)
    stream.seek(0)
    return stream


def raw(head: bytes, body: bytes = b"") -> io.BytesIO:
    return io.BytesIO(struct.pack(">IQ", len(head), len(body)) + head + body)


def test_frames_come_as_they_went_and_then_none() -> None:
    frames = [Frame({"a": [1, "ü\ud800"]}, b"\0\xff"), Frame({}), Frame({"b": None}, b"x" * LIMIT)]
    stream = sent(*frames)
    assert [read_frame(stream, LIMIT) for _ in range(4)] == [*frames, None]


@pytest.mark.parametrize("length", range(1, 22))
def test_a_frame_that_is_cut_off_is_told(length: int) -> None:
    whole = sent(Frame({"a": 1}, b"body")).getvalue()
    assert len(whole) > length
    with pytest.raises(FrameError, match="ends after"):
        read_frame(io.BytesIO(whole[:length]), LIMIT)


@pytest.mark.parametrize(
    "stream",
    [
        raw(b"[]"),
        raw(b"{"),
        raw(b"\xff"),
        raw(b"[" * 100_000),
        raw(b'{"a": ' + b"9" * 10_000 + b"}"),
        io.BytesIO(struct.pack(">IQ", HEAD_LIMIT + 1, 0)),
        io.BytesIO(struct.pack(">IQ", 2, LIMIT + 1) + b"{}"),
        io.BytesIO(b"\xff" * 100),
    ],
)
def test_what_is_no_frame_is_refused(stream: io.BytesIO) -> None:
    with pytest.raises(FrameError):
        read_frame(stream, LIMIT)


def test_a_head_that_is_too_large_is_not_sent() -> None:
    stream = io.BytesIO()
    with pytest.raises(FrameError, match="too large to send"):
        write_frame(stream, Frame({"a": "x" * HEAD_LIMIT}))
    assert stream.getvalue() == b""
