"""Following a batch: a line for each input as it ends, a bar where somebody watches, a summary."""

from __future__ import annotations

import shlex
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from alleged.cli.messages import SOME_FAILED, has_failed, say, tell_input
from alleged.dossiers.counting import tell_count, tell_origins, tell_part
from alleged.dossiers.digest import view_digest
from alleged.dossiers.readings import READ
from alleged.dossiers.safety import visible
from alleged.ledger import hide_secrets
from alleged.model.vocabulary import Status
from alleged.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from alleged.flow.sources import Sources
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Input

T = TypeVar("T")

SKIPPED_SHOWN = 3
BAR_FROM = 2
"""Fewest inputs that are worth a progress bar."""
SEVERAL = 2
"""Fewest documents that can share an origin."""


def follow(items: Iterable[T], found: Sources, attempt_of: Callable[[T], Input]) -> Iterator[T]:
    """The items as they come, with a line on standard error for each."""
    _say_skipped(found)
    with _progress(len(found.sources)) as (tell, advance):
        for item in items:
            tell(tell_input(attempt_of(item)))
            advance()
            yield item


@contextmanager
def told_of_stop(inputs: Sequence[Input], found: Sources) -> Iterator[None]:
    """Ends with one line on how far it came when somebody stops it; `inputs` are those that ended."""
    try:
        yield
    except KeyboardInterrupt:
        done = tell_part(len(inputs), len(found.sources), "input")
        say(f"stopped: {done} done; run the same command again to go on")
        raise


def sum_up(inputs: Sequence[Input], documents: str = "") -> str:
    """What came of a batch: "4 documents · 61 claims · 1 unchanged · 2 of 7 inputs failed".

    `documents` are the documents in words, where more is known of them than their number.
    """
    read = [attempt for attempt in inputs if attempt.status in READ]
    unchanged = sum(attempt.status is Status.UNCHANGED for attempt in inputs)
    failed = sum(map(has_failed, inputs))
    parts = [
        documents or tell_count(len(read), "document"),
        tell_count(sum(attempt.claims for attempt in read), "claim"),
        *([f"{unchanged} unchanged"] if unchanged else []),
        *([f"{failed} of {tell_count(len(inputs), 'input')} failed"] if failed else []),
    ]
    return " · ".join(parts)


def say_next(inputs: Sequence[Input], ledger: Ledger, location: str) -> None:
    """The summary of a batch that went into a ledger, and what to look at next."""
    documents = tuple(dict.fromkeys(i.document for i in inputs if i.document and i.status in READ))
    digest = view_digest(ledger, documents)
    denials = f" · {tell_count(digest.denials, 'denial')}" if documents else ""
    say(sum_up(inputs, _tell_documents(ledger, documents)) + denials)
    retracted = [document for document in documents if document in ledger.effects().retracted]
    if retracted:
        told = tell_part(len(retracted), len(documents), "document")
        say(f"{told} left out of every view, for it is retracted; 'alleged documents --retracted' lists them")
    place = "" if location == str(DEFAULT_LEDGER) else f" --ledger {shlex.quote(hide_secrets(location))}"
    about = [f"actor {shlex.quote(digest.foremost_actor)}"] if digest.foremost_actor else []
    commands = [*(["claims"] if documents else []), *about, "documents"]
    say("next: " + " | ".join(f"alleged {command}{place}" for command in commands))


def _tell_documents(ledger: Ledger, documents: tuple[str, ...]) -> str:
    """How many origins several documents have; "" for one, which has nothing to share."""
    if len(documents) < SEVERAL:
        return ""
    from alleged.dossiers.origins import view_lineage  # noqa: PLC0415 - few batches need it
    from alleged.resolve.origins import count_origins  # noqa: PLC0415

    return tell_origins(count_origins(view_lineage(ledger, documents)))


def end(inputs: Iterable[Input]) -> None:
    """Ends with exit code 3 if an input failed."""
    if any(map(has_failed, inputs)):
        raise SystemExit(SOME_FAILED)


def _say_skipped(found: Sources) -> None:
    if found.skipped:
        shown = ", ".join(found.skipped[:SKIPPED_SHOWN])
        more = " ..." if len(found.skipped) > SKIPPED_SHOWN else ""
        passed = tell_count(len(found.skipped), "name")
        say(f"{passed} passed over (hidden, a README, linked or no file): {shown}{more}")


@contextmanager
def _progress(total: int) -> Iterator[tuple[Callable[[str], None], Callable[[], object]]]:
    """How to tell a line and how to advance: with a bar if standard error alone is a terminal to draw on."""
    if total < BAR_FROM or not sys.stderr.isatty():
        yield say, lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a bar needs it
    from rich.progress import Progress  # noqa: PLC0415

    console = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
    with Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda line: console.print(visible(line)), lambda: bar.advance(task)
