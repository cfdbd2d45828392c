from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.claims import view_claims
from alleged.exports.claims import table_claims
from alleged.ledger.interface import ClaimQuery
from tests.unit.exports.rows import read_both

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_a_claim_is_a_record_that_keeps_speaker_stance_and_hedge(ledger: Ledger) -> None:
    listing = view_claims(ledger, ClaimQuery())
    table = table_claims(listing)
    assert not table.is_dossier
    for claim, (record, cells) in zip(listing.claims, read_both(table), strict=True):
        assert (record["id"], record["stance"]) == (claim.id, claim.stance)
        assert cells["speaker_name"] == claim.speaker.name
        assert cells["hedges"] == [hedge.exact for hedge in claim.hedges]
        assert (cells["content"], cells["quote"]) == (claim.content.exact, claim.quote.exact)
        assert cells["extractor"] == f"{claim.extractor} {claim.extractor_version}"
