from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.actors import view_actor
from alleged.exports.subject import table_subject
from tests.unit.dossiers.lists import make_lists, named, settle
from tests.unit.exports.rows import read_both
from tests.unit.model.samples import denial, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_every_claim_tells_its_part_the_name_it_uses_and_its_latest_denial(ledger: Ledger) -> None:
    table = table_subject(view_actor(ledger, make_lists, ("grey heron", ())))
    assert table.is_dossier
    by_id = {record["id"]: (record, cells) for record, cells in read_both(table)}
    acting = [record for record, _ in by_id.values() if record["part"] == "acting"]
    assert {(record["subject"], record["name"]) for record in acting} == {("grey heron", "GREY HERON")}
    assert all(cells["through"] == [] for _, cells in by_id.values())
    denied = [record["latest_denial"] for record in acting if record["latest_denial"]]
    assert {each["id"] for each in denied} == {denial(make_text()).id}


def test_a_name_that_is_joined_tells_through_whom(ledger: Ledger) -> None:
    ledger.append(named("Blue Tern"))
    listed = table_subject(view_actor(ledger, make_lists, ("GREY HERON", ("quayside",))))
    through = [cells["through"] for record, cells in read_both(listed) if record["name"] == "Blue Tern"]
    assert through == [["quayside 1: Blue Tern"]]
    ledger.decide(settle("Grey Heron", "quayside:q1"))
    ledger.decide(settle("Blue Tern", "quayside:q1"))
    decided = table_subject(view_actor(ledger, make_lists, ("GREY HERON", ())))
    through = [cells["through"] for record, cells in read_both(decided) if record["name"] == "Blue Tern"]
    assert through == [["quayside decided: Blue Tern"]]
