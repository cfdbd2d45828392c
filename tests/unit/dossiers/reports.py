"""Variants of the sample report: with a time, from another outlet, copied."""

from __future__ import annotations

from dataclasses import replace

from alleged.ledger.interface import Entry
from alleged.model.claim import Claim, When
from alleged.model.document import Input, Metadata, Text
from alleged.model.vocabulary import Reason
from tests.unit.model.samples import REPORT, accusation, make_text


def variant(clean: str = REPORT, *, publisher: str = "Harbour Times", published: str | None = None) -> Text:
    """A text with these words."""
    return make_text(clean, metadata=Metadata("Prosecutors charge seven", publisher, None, published))


def timed(text: Text, event: When, said: When | None = None) -> Claim:
    """The accusation with this event time."""
    return replace(accusation(text), event_time=event, said_time=said or When())


def entry(text: Text, *claims: Claim, source: str = "report.txt", at: str = "2024-03-26T08:00:00") -> Entry:
    """The text with these claims, as a ledger takes it, read at this time."""
    reason = Reason.READ
    identities = (text.document.id, text.id, len(claims))
    attempt = Input(source, reason.status, reason, "append", f"{at}+00:00", "", *identities)
    return Entry(attempt, text.clean.encode(), text, "hand", "1", claims, ())
