"""What is said to people on standard error: one line each, so that data on standard output stays data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from alleged.cli.safety import one_line, visible
from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from alleged.model.document import Input
    from alleged.resolve.lineage import Count

DONE = 0
CONDITION_MET = 1
USAGE = 2
SOME_FAILED = 3

_FAILED = (Status.REFUSED, Status.FAILED, Status.TIMEOUT)
_STATUS_WIDTH = 10


def say(message: str) -> None:
    """One line on standard error."""
    print(visible(message), file=sys.stderr)


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


def tell_count(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def has_failed(attempt: Input) -> bool:
    """Whether nothing came of an attempt: it counts for exit code 3."""
    return attempt.status in _FAILED


def tell_part(number: int, total: int, noun: str) -> str:
    """How many of how many: "20 of 61 claims"."""
    return f"{number} of {tell_count(total, noun)}"


def tell_origins(count: Count) -> str:
    """How many documents and how many origins: "5 documents, 1 origin"; one document has nothing to share.

    Of several origins nobody can say that they are independent; that is said, too: "5 documents, 3 origins;
    independence not established".
    """
    return str(count) if count.documents > 1 else tell_count(count.documents, "document")
