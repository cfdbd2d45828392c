from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.incidents import view_incident, view_incidents
from alleged.exports.incidents import table_incident, table_incidents
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.exports.rows import read, read_both

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


@pytest.fixture
def library(ledger: Ledger) -> Ledger:
    add_stories(ledger, *LIBRARY)
    return ledger


def test_a_list_counts_origins_and_never_says_that_they_are_independent(library: Ledger) -> None:
    briefs = view_incidents(library)
    table = table_incidents(briefs)
    assert not table.is_dossier
    record, cells = read_both(table)[0]
    assert (record["id"], record["claims"]) == (briefs[0].incident.id, len(record["claim_ids"]))
    assert record["origins"] > 1
    assert record["independence"] == "independence not established"
    assert {"United Kingdom", "Norway"} <= set(cells["speakers"])
    assert "alleges 1" in cells["stances"]
    assert "specific" in cells["denied"]


def test_one_keeps_every_answer_with_who_gives_it_and_who_denies_it(library: Ledger) -> None:
    view = view_incident(library, view_incidents(library)[0].incident.id)
    table = table_incident(view)
    assert table.is_dossier
    records = read(table)
    given = [record for record in records if record["content_text"] == REGISTER and not record["answers"]]
    assert {record["stance"] for record in given} == {"alleges"}
    assert all(record["latest_denial"]["speaker_name"] == "China" for record in given)
    answering = [record for record in records if record["question"] == "who answers"]
    assert {record["speaker_name"] for record in answering} == {"China"}
    assert all(record["answers"] and record["reason"] for record in answering)
    assert "why it is here" in {record["question"] for record in records}
