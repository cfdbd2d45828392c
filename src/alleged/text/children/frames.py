"""What goes over the pipes to a child and back: a small JSON object and raw bytes, each of limited size."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import IO, Any

_SIZES = struct.Struct(">IQ")

HEAD_LIMIT = 8 * 2**20
"""Bytes that the JSON object may have."""


class FrameError(Exception):
    """What came over the pipe is cut off, too large, or no frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: plain values by name, and bytes."""

    head: dict[str, Any]
    body: bytes = b""


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Send a frame; raises FrameError where its head is too large, OSError where nobody listens."""
    head = json.dumps(frame.head, ensure_ascii=True, separators=(",", ":")).encode()
    if len(head) > HEAD_LIMIT:
        raise FrameError(f"a head of {len(head):,} bytes is too large to send")
    stream.write(_SIZES.pack(len(head), len(frame.body)) + head)
    stream.write(frame.body)
    stream.flush()


def read_frame(stream: IO[bytes], body_limit: int) -> Frame | None:
    """The next frame, None where the stream ends; raises FrameError where it is cut off or too large."""
    sizes = stream.read(_SIZES.size)
    if not sizes:
        return None
    head_size, body_size = _SIZES.unpack(_whole(sizes, _SIZES.size))
    if head_size > HEAD_LIMIT or body_size > body_limit:
        raise FrameError(f"a message of {head_size:,} and {body_size:,} bytes is too large")
    head = _parse(_whole(stream.read(head_size), head_size))
    return Frame(head, _whole(stream.read(body_size), body_size))


def _whole(data: bytes, size: int) -> bytes:
    if len(data) != size:
        raise FrameError(f"the message ends after {len(data):,} of {size:,} bytes")
    return data


def _parse(data: bytes) -> dict[str, Any]:
    try:
        head = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FrameError("the message is no JSON") from error
    if not isinstance(head, dict):
        raise FrameError("the message is no JSON object")
    return head
