from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.aliases import view_alias
from alleged.exports.alias import table_alias
from tests.unit.dossiers.lists import make_lists
from tests.unit.exports.rows import read, read_both

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_every_entity_says_whose_it_is_and_what_it_has_to_do_with_the_name() -> None:
    table = table_alias(view_alias(make_lists(), "grey heron"))
    assert not table.is_dossier
    found = {(record["part"], record["id"]): (record, cells) for record, cells in read_both(table)}
    record, cells = found["listed", "q1"]
    assert (record["asked"], record["authority"], record["version"]) == ("grey heron", "quayside", "1")
    assert "Blue Tern" in cells["other_names"]
    assert record["says"].endswith("says: Norway")
    assert found["kept-apart", "q2"][1]["shared_names"] == ["Mud Wader"]
    assert record["claims"] is None


def test_claims_are_counted_where_there_is_a_ledger(ledger: Ledger) -> None:
    records = read(table_alias(view_alias(make_lists(), "grey heron", ledger)))
    assert {record["claims"] for record in records if record["id"] == "q1"} == {3}


def test_near_names_and_imitated_ones_are_records_too() -> None:
    near = read(table_alias(view_alias(make_lists(), "Gray Herron")))
    assert [(record["part"], record["name"]) for record in near] == [("near", "GREY HERON")]
    imitated = read(table_alias(view_alias(make_lists(), "Вluе Тern")))
    assert "looks-like" in {record["part"] for record in imitated}
