from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.about import view_about
from alleged.exports.about import table_about
from tests.unit.dossiers.lists import named
from tests.unit.exports.rows import read

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger


def test_what_is_held_of_a_person_leaves_the_name_of_the_person(
    ledger: DecidedLedger,
) -> None:
    ledger.append(named("Orla Venn"))
    table = table_about(view_about(ledger, "orla venn"))
    assert (table.is_dossier, table.bearer) == (True, "orla venn")
    claims = [record for record in read(table) if record["sort"] == "claim"]
    assert [record["state"] for record in claims] == ["standing"]
    assert [(record["name"], record["where"]) for record in claims] == [("orla venn", ["actor"])]
