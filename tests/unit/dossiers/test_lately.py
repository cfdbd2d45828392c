from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.actors import view_actor
from alleged.dossiers.lately import find_since, view_lately
from alleged.ledger import open_ledger
from tests.unit.dossiers.lists import make_lists, settle
from tests.unit.dossiers.reports import entry, variant
from tests.unit.model.samples import REPORT, accusation, denial, make_entry, make_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.dossiers.lately import Lately
    from alleged.ledger.interface import Ledger

COPY = variant(f"By our Portwick desk.\n\n{REPORT}", publisher="Evening Post")
APRIL = datetime(2024, 4, 1, tzinfo=UTC)


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that held one report and got a copy of it a week later."""
    with closing(open_ledger(tmp_path / "grown.db", create=True)) as ledger:
        ledger.append(make_entry(make_text()))
        came = entry(COPY, accusation(COPY), denial(COPY), source="copy.txt", at="2024-04-02T08:00:00")
        ledger.append(came)
        yield ledger


def look(ledger: Ledger, name: str, since: datetime) -> Lately:
    return view_lately(ledger, view_actor(ledger, make_lists, (name, ())), since)


def test_what_came_is_told_with_whether_it_adds_an_origin(grown: Ledger) -> None:
    found = look(grown, "GREY HERON", APRIL)
    assert [(new.input.source, new.adds_origin) for new in found.documents] == [("copy.txt", False)]
    assert {claim.document for claim in found.claims} == {COPY.document.id}
    assert (found.before.documents, found.before.origins, bool(found)) == (1, 1, True)


def test_of_others_nothing_came(grown: Ledger) -> None:
    grown.decide(settle("Blue Tern", "quayside:q1"))
    found = look(grown, "Northwind", datetime(2026, 1, 1, tzinfo=UTC))
    assert not found
    assert found.before.documents == 2


def test_a_decision_on_a_name_of_it_is_news(grown: Ledger) -> None:
    grown.decide(settle("Grey-Heron", "quayside:q1"))
    (view,) = look(grown, "GREY HERON", APRIL).decisions
    assert view.decision.what[:2] == ("Grey-Heron", "quayside:q1")


def test_since_counts_back_from_the_last_write() -> None:
    assert find_since("2024-04-08T00:00:00+00:00", 7) == APRIL
