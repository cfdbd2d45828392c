"""Attempts to read something, with what came of each: which of them are asked for, and what they lack."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.readings import READ
from alleged.dossiers.spoken import tell_barren
from alleged.ledger.decided import Shown
from alleged.model.access import FOR_ALL
from alleged.model.vocabulary import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.dossiers.origins import Descent
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Ledger
    from alleged.model.document import Document, Input
    from alleged.model.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every attempt of a ledger, oldest first, and what is known of the documents they brought, by id."""

    attempts: tuple[Input, ...]
    documents: Mapping[str, Document]
    markings: Mapping[str, str]
    newer: Mapping[str, str]
    """Which document is a newer version of it."""

    def find(self, wanted: Wanted) -> tuple[Input, ...]:
        """Those that are asked for, oldest first."""
        named = self.named(wanted.name)
        return tuple(attempt for attempt in named if wanted.takes(attempt))

    def named(self, name: str) -> tuple[Input, ...]:
        """Those whose name, title or publisher holds these words."""
        sought = name.casefold()
        return tuple(attempt for attempt in self.attempts if sought in self._names(attempt))

    def _names(self, attempt: Input) -> str:
        document = self.documents.get(attempt.document or "")
        known = (document.metadata.title, document.metadata.publisher) if document else ()
        return "\n".join((attempt.source, *filter(None, known))).casefold()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attempts are asked for; each field narrows."""

    name: str = ""
    status: Status | None = None
    barren: bool = False
    """Only what was read and brought no claim."""

    def takes(self, attempt: Input) -> bool:
        """Whether an attempt is one of them, its names aside."""
        return self.status in (None, attempt.status) and (not self.barren or is_barren(attempt))


@dataclass(frozen=True, slots=True)
class Arrival:
    """One attempt with what is known of its document."""

    attempt: Input
    document: Document | None = None
    marking: str = ""
    """"" where everybody may see it."""
    newer: str = ""
    """Id of a newer version."""
    descent: Descent | None = None
    why_barren: str = ""
    """Why it brought no claim, where it should have."""


def view_inputs(ledger: DecidedLedger) -> Inputs:
    """Every attempt that the ledger shows, with the documents of all, also of older versions."""
    documents = ledger.showing(Shown.ALL).documents()
    markings = {marking.document: marking.label for marking in ledger.markings()}
    newer = ledger.effects().newer
    return Inputs(ledger.inputs(), {each.id: each for each in documents}, markings, newer)


def is_barren(attempt: Input) -> bool:
    """Whether it was read and brought no claim."""
    return attempt.status in READ and not attempt.claims


def view_arrivals(
    ledger: Ledger, inputs: Inputs, shown: Iterable[Input], descents: Mapping[str, Descent]
) -> tuple[Arrival, ...]:
    """These attempts, each with what is known of its document."""
    return tuple(_view_arrival(ledger, inputs, attempt, descents) for attempt in shown)


def _view_arrival(ledger: Ledger, inputs: Inputs, attempt: Input, descents: Mapping[str, Descent]) -> Arrival:
    document = attempt.document or ""
    marking = inputs.markings.get(document, FOR_ALL)
    return Arrival(
        attempt,
        inputs.documents.get(document),
        "" if marking == FOR_ALL else marking,
        inputs.newer.get(document, ""),
        descents.get(document) if attempt.status in READ else None,
        _find_why(ledger, attempt),
    )


def _find_why(ledger: Ledger, attempt: Input) -> str:
    if not attempt.text or not is_barren(attempt) or attempt.reason is Reason.OTHER_LANGUAGE:
        return ""
    return tell_barren(ledger.get_text(attempt.text))


def tell_reason(reason: Reason) -> str:
    """Why an attempt ended as it did, in words; "" where it went as it should."""
    return "" if reason is Reason.READ else reason.value.replace("-", " ")


def count_statuses(attempts: Iterable[Input]) -> Counter[Status]:
    """How many ended with each status."""
    return Counter(attempt.status for attempt in attempts)
