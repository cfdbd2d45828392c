"""What is said to people on standard error: one line each, so that data on standard output stays data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count, tell_part
from alleged.dossiers.safety import one_line, visible
from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from alleged.dossiers.parts import Part
    from alleged.model.document import Input

DONE = 0
CONDITION_MET = 1
USAGE = 2
SOME_FAILED = 3

_FAILED = (Status.REFUSED, Status.FAILED, Status.TIMEOUT)
_STATUS_WIDTH = 10


def say(message: str) -> None:
    """One line on standard error."""
    print(visible(message), file=sys.stderr)


def say_part(part: Part) -> None:
    """How much of the ledger was put side by side, where that is not all; else nothing."""
    if not part.is_whole:
        told = f"{tell_part(part.claims.held, part.claims.total, 'claim')} were put side by side"
        documents = tell_part(part.documents.held, part.documents.total, "document")
        say(f"{told}, those of {documents}, the newest first; --most N puts more")


def fail(message: str, code: int) -> SystemExit:
    """What to raise to end with this line and this exit code."""
    say(f"alleged: {one_line(message)}")
    return SystemExit(code)


def tell_input(attempt: Input) -> str:
    """An attempt in one line: how it ended, what it was, and why or what came of it."""
    told = attempt.detail or tell_count(attempt.claims, "claim")
    if attempt.detail and attempt.claims:
        told = f"{tell_count(attempt.claims, 'claim')}; {attempt.detail}"
    source = "standard input" if attempt.source == "-" else attempt.source
    return f"{attempt.status.value:{_STATUS_WIDTH}} {one_line(source)}: {one_line(told)}"


def has_failed(attempt: Input) -> bool:
    """Whether nothing came of an attempt: it counts for exit code 3."""
    return attempt.status in _FAILED
