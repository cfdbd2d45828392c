"""Marking documents: what was typed is signed and stored, and told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from alleged.cli.ledgers import open_to_decide
from alleged.cli.messages import USAGE, fail, say, tell_count
from alleged.cli.safety import one_line
from alleged.cli.tables import SHORT_ID
from alleged.cli.users import find_user
from alleged.dossiers.history import get_document
from alleged.model.access import Marking
from alleged.model.vocabulary import Status
from alleged.settings import USER_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alleged.ledger.interface import Location
    from alleged.model.document import Input

AT_READING = "marked as it was read"


def require_user() -> str:
    """Who runs this command; ends where nobody says so."""
    who = find_user()
    if not who:
        raise fail(f"this system does not tell who you are; say it with --as or in {USER_VARIABLE}", USAGE)
    return who


def tell_now() -> str:
    """The present instant as it is kept."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def mark_document(location: Location, asked: tuple[str, str], why: str) -> None:
    """Mark a document, the first of `asked`, with the second."""
    who, (written, label) = require_user(), asked
    if not why.strip():
        raise fail("say why: --why is empty", USAGE)
    with open_to_decide(location) as ledger:
        document = get_document(ledger, written)
        ledger.set_marking(Marking(document.id, label, who, tell_now(), why.strip()))
        shared = ledger.access().shared
    say(f"document {document.id[:SHORT_ID]} is marked {label} by {one_line(who)}")
    if not shared:
        say("this ledger has no members yet, so nothing is hidden: alleged members add NAME --role admin")


def make_marker(label: str | None) -> Callable[[str], Marking] | None:
    """What marks new documents so, in the name of who runs this command."""
    if label is None:
        return None
    who = require_user()
    return lambda document: Marking(document, label, who, tell_now(), AT_READING)


def say_kept_markings(inputs: Iterable[Input], label: str | None) -> None:
    """One line on the documents that were there already: they are marked as they were."""
    there = sum(attempt.status is Status.UNCHANGED for attempt in inputs)
    if label is not None and there:
        told = tell_count(there, "document")
        say(f"not marked {label}: {told} in the ledger before; 'alleged mark DOCUMENT LABEL' marks one")
