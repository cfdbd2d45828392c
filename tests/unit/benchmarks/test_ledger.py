from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.ledger import CLAIMS, main, make_entries

if TYPE_CHECKING:
    import pytest


def test_documents_are_generated_with_their_claims() -> None:
    one, other = make_entries(2)
    assert len(one.claims) == len({claim.id for claim in (*one.claims, *other.claims)}) / 2 == CLAIMS
    for claim in one.claims:
        assert (claim.speaker.name or "?") in claim.quote.exact
        assert all(mention.name in claim.quote.exact for mention in (*claim.actors, *claim.targets))


def test_everything_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--documents", "2", "--events", "5", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["claims_per_cpu_second"] > 0
    assert (figures["verified_events"], figures["verified_rows"]) == (5, 4)
