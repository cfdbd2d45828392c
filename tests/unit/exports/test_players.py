from __future__ import annotations

from alleged.dossiers.players import view_players
from alleged.exports.players import table_players
from tests.unit.dossiers.test_players import STORY


def test_a_record_has_the_counts_of_every_part_and_stance() -> None:
    first, *_ = table_players(view_players(STORY.claims)).records
    assert first == {
        "name": "APT77",
        "claims": 3,
        "documents": 1,
        "actor": 3,
        "target": 1,
        "speaker": 0,
        "asserts": 1,
        "alleges": 1,
        "assesses": 0,
        "confirms": 0,
        "denies": 1,
        "declines": 0,
    }
