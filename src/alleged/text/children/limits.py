"""What a child may use, and how a child gives up the rest of its rights before it meets foreign bytes.

Every step is tried; what the system does not have or not permit is told by name, and never passed over in
silence: `alleged doctor` shows it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 2**20

_NEW_USER, _NEW_NET, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000
_NO_NEW_PRIVILEGES = 38
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_LANDLOCK_WRITES = 0x1FF3
"""Execute, write, remove and make of any kind (rights 0, 1 and 4 to 12 of Landlock's first version)."""
_OPEN_FILES = 64
_MEMORY_PER_BYTE = 12
"""What sentences and their places take for each byte of an ordinary text."""


class Guard(StrEnum):
    """One thing that keeps a child in its place."""

    MEMORY = "memory"
    TIME = "time"
    NETWORK = "network"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use for one answer; a large question gets more, see `for_size`."""

    seconds: int = 20
    """On the clock, and of the processor."""
    memory: int = 512 * MEGABYTE
    """Bytes of address space."""
    output: int = 256 * MEGABYTE
    """Bytes of an answer."""

    def for_size(self, size: int) -> Limits:
        """The limits for a question of `size` bytes: a second for each megabyte on top, and memory."""
        memory = self.memory + size * _MEMORY_PER_BYTE
        return replace(self, seconds=self.seconds + size // MEGABYTE, memory=memory)


def confine(limits: Limits, largest: int) -> tuple[Guard, ...]:
    """Give up what a reader has no use for, for good; the guards that this system does not have.

    `largest` is the size of the largest question that may come.
    """
    most = limits.for_size(largest)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # our parent decides when we end
    steps: dict[Guard, Callable[[], bool]] = {
        Guard.NETWORK: leave_network,
        Guard.FILES: forbid_writing,
        Guard.MEMORY: lambda: limit_memory(most.memory),
        Guard.TIME: lambda: allow_seconds(limits.seconds),
    }
    return tuple(guard for guard, step in steps.items() if not step())


def leave_network() -> bool:
    """Go into a network of our own without any way out; whether that worked (Linux, where permitted)."""
    if sys.platform != "linux":
        return False
    return bool(_libc().unshare(_NEW_USER | _NEW_NET | _NEW_IPC) == 0)


def forbid_writing() -> bool:
    """Write, make, remove and start no file from here on; whether that worked (Linux 5.13 with Landlock)."""
    if sys.platform != "linux":
        return False
    libc = _libc()
    rights = ctypes.c_uint64(_LANDLOCK_WRITES)
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rights), ctypes.sizeof(rights), 0)
    if ruleset < 0:
        return False
    try:
        asked = libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
        return bool(asked and libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def allow(limits: Limits) -> None:
    """Take what is needed for the next answer: so much memory at most, so many seconds from now on."""
    allow_memory(limits.memory)
    allow_seconds(limits.seconds)


def limit_memory(size: int) -> bool:
    """Never take more address space than `size` bytes, leave no core file; whether the system can hold us."""
    if sys.platform != "linux":  # others have the call, or not even that, and do not hold it
        return False
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_AS, (_within(resource.RLIMIT_AS, size),) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_within(resource.RLIMIT_NOFILE, _OPEN_FILES),) * 2)
    return True


def allow_memory(size: int) -> None:
    """Take no more address space than `size` bytes until more is allowed."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on every system

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_within(resource.RLIMIT_AS, size), hard))


def allow_seconds(seconds: int) -> bool:
    """Use so many seconds of the processor from now on, then end; whether the system has such a limit.

    The clock is watched from outside; this is for a child whose parent is gone.
    """
    if sys.platform == "win32":
        return False
    import resource  # noqa: PLC0415 - not on every system

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_within(resource.RLIMIT_CPU, soft), hard))
    return True


def _within(kind: int, wanted: int) -> int:
    """The limit that is wanted, or the one that holds already if that is lower."""
    import resource  # noqa: PLC0415 - not on every system

    _, hard = resource.getrlimit(kind)
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
