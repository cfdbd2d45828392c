from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from alleged.dossiers.changes import view_changes
from alleged.exports.changes import table_changes
from alleged.exports.decisions import table_decisions
from alleged.model.decision import About, Matter, Verdict, decide
from tests.unit.dossiers.library import LIBRARY, add_stories
from tests.unit.dossiers.test_bearing import BY
from tests.unit.exports.rows import read_both
from tests.unit.model.samples import accusation, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_every_sort_of_change_is_told_in_one_table(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    ledger.decide(decide(Matter(About.CLAIM, (accusation(make_text()).id,)), Verdict.ACCEPT, BY))
    changes = view_changes(ledger, datetime(2001, 1, 1, tzinfo=UTC))
    table = table_changes(changes, changes.claims, table_decisions(changes.decisions, {}))
    found = read_both(table)
    sorts = [record["change"] for record, _ in found]
    assert sorts.count("document") == len(changes.documents) == 4
    assert sorts.count("claim") == len(changes.claims.claims)
    (decision,) = (cells for record, cells in found if record["change"] == "decision")
    assert (decision["who"], decision["why"], decision["stance"]) == (BY.who, BY.why, "accept")
    claims = [(record, cells) for record, cells in found if record["change"] == "claim"]
    assert all(cells["stance"] == record["stance"] for record, cells in claims)
    assert all(cells["what"] == record["content_text"] for record, cells in claims)
