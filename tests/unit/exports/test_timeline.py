from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.timeline import Scope, view_timeline
from alleged.exports.timeline import table_timeline
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.exports.rows import read_both
from tests.unit.model.samples import accusation, denial, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

CLAIM, ANSWER = accusation(make_text()), denial(make_text())


def test_a_claim_has_the_days_that_its_time_allows_and_who_answers_it(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    view = view_timeline(ledger, Scope())
    table = table_timeline(view, view.moments)
    assert table.is_dossier
    found = read_both(table)
    assert [record["id"] for record, _ in found] == [moment.claim.id for moment in view.moments]
    cells = next(cells for _, cells in found if cells["content"] == REGISTER)
    assert (cells["section"], cells["earliest"], cells["latest"]) == ("dated", "2021-01-01", "2021-12-31")
    assert (cells["adds_origin"], cells["depends_on"]) == (True, [])
    accused = next(record for record, _ in found if record["id"] == CLAIM.id)
    assert [(each["id"], each["stance"]) for each in accused["answered_by"]] == [(ANSWER.id, "denies")]


def test_only_the_moments_given_are_told(ledger: Ledger) -> None:
    view = view_timeline(ledger, Scope())
    assert len(read_both(table_timeline(view, view.moments[:1]))) == 1
    assert {cells["earliest"] for _, cells in read_both(table_timeline(view, view.moments[-1:]))} == {None}
