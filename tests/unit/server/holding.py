"""Small ledgers for the tests of screens: documents made by hand, and who visits them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from alleged.ledger.interface import Entry
from alleged.model.document import Input
from alleged.model.vocabulary import Reason
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

    from alleged.model.claim import Claim
    from alleged.model.document import Text

AT = "2024-03-26T08:00:00+00:00"


def keep(text: Text, *told: Claim, source: str = "report.txt") -> Entry:
    """The document with these claims alone, and no relations between them."""
    reason, document = Reason.READ, text.document.id
    attempt = Input(source, reason.status, reason, "append", AT, "", document, text.id, len(told))
    return Entry(attempt, text.clean.encode(), text, "hand", "1", told, ())


def visit(path: Path, *entries: Entry) -> TestClient:
    """A visitor of a new ledger with these documents."""
    with closing(open_ledger(path / "ledger.db", create=True)) as opened:
        for entry in entries:
            opened.append(entry)
    return arrive(path / "ledger.db")
