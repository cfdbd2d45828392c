from __future__ import annotations

from alleged.exports.authorities import table_authorities, table_differences
from alleged.knowledge.changes import Change, Difference
from tests.unit.dossiers.lists import make_lists
from tests.unit.exports.rows import read


def test_every_loaded_list_is_told_with_its_version() -> None:
    records = read(table_authorities(make_lists().authorities))
    assert {(record["name"], record["version"]) for record in records} >= {("quayside", "1"), ("pier", "7")}


def test_a_difference_names_the_entry_that_it_is_of() -> None:
    change = next(iter(Change))
    (record,) = read(table_differences([Difference(change, "quayside", "q1", "GREY HERON", "Blue Tern")]))
    assert (record["change"], record["id"], record["detail"]) == (change.value, "q1", "Blue Tern")
