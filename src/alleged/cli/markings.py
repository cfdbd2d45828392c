"""Marking documents: what was typed is signed and stored, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.cli.ledgers import open_to_decide
from alleged.cli.messages import say
from alleged.cli.signing import require_user, sign
from alleged.dossiers.counting import tell_count
from alleged.dossiers.history import get_document
from alleged.dossiers.safety import one_line
from alleged.flow.marking import mark_at_reading
from alleged.model.access import Marking
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alleged.ledger.interface import Location
    from alleged.model.document import Input


def mark_document(location: Location, asked: tuple[str, str], why: str) -> None:
    """Mark a document, the first of `asked`, with the second."""
    by, (written, label) = sign(why), asked
    with open_to_decide(location) as ledger:
        document = get_document(ledger, written)
        ledger.set_marking(Marking(document.id, label, by.who, by.at, by.why))
        shared = ledger.access().shared
    say(f"document {document.id[:SHORT_ID]} is marked {label} by {one_line(by.who)}")
    if not shared:
        say("this ledger has no members yet, so nothing is hidden: alleged members add NAME --role admin")


def make_marker(label: str | None) -> Callable[[str], Marking] | None:
    """What marks new documents so, in the name of who runs this command."""
    if label is None:
        return None
    return mark_at_reading(label, require_user())


def say_kept_markings(inputs: Iterable[Input], label: str | None) -> None:
    """One line on the documents that were there already: they are marked as they were."""
    there = sum(attempt.status is Status.UNCHANGED for attempt in inputs)
    if label is not None and there:
        told = tell_count(there, "document")
        say(f"not marked {label}: {told} in the ledger before; 'alleged mark DOCUMENT LABEL' marks one")
