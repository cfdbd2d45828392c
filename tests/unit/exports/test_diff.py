from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.diff import view_diff
from alleged.exports.diff import table_diff
from alleged.model.vocabulary import Stance
from tests.unit.dossiers.reports import entry, variant
from tests.unit.exports.rows import read
from tests.unit.model.samples import REPORT, link, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger


def test_words_come_first_then_claims_with_who_says_and_how_surely(ledger: DecidedLedger) -> None:
    newer = variant(f"{REPORT}Nobody else was named.\n")
    surer = replace(link(newer), stance=Stance.ASSERTS, hedges=())
    ledger.append(entry(newer, surer))
    records = read(table_diff(view_diff(ledger, make_text().document.id, newer.document.id)))
    words, *claims = records
    assert (words["part"], words["change"], words["newer"]) == ("words", "new", "Nobody else was named.")
    assert {record["part"] for record in claims} == {"claims"}
    (changed,) = (record for record in claims if record["change"] == "changed")
    assert changed["newer_id"] == surer.id
    assert set(changed["fields"]) == {"stance", "hedge"}
    assert f" {Stance.ASSERTS}: " in changed["newer"]
    assert f" {link(make_text()).stance} (" in changed["older"]
