"""A ledger that has rows in every table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.ledger.sample import sample_entry
from alleged.model.access import EVERYTHING, Marking, Member, Role
from alleged.model.decision import About, Matter, Signature, Verdict, decide

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

WHO, AT = "J. Reviewer", "2024-03-27"


def fill(ledger: Ledger) -> None:
    entry = sample_entry()
    ledger.append(entry)
    named = Matter(About.NAME, ("APT31", "list:1"))
    ledger.decide(decide(named, Verdict.ACCEPT, Signature(WHO, AT, "it says so")))
    ledger.set_marking(Marking(entry.text.document.id, "TLP:GREEN", WHO, AT, "it says so"))
    ledger.set_member(Member(WHO, Role.ADMIN, frozenset({EVERYTHING}), WHO, AT))
