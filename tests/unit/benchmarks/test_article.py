from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.article import main, make_claims, make_text

if TYPE_CHECKING:
    import pytest

ALLOWED_MS = 500


def test_claims_stand_inside_of_each_other_and_overlap() -> None:
    text = make_text(5_000, 30)
    first, second, third, *others = make_claims(text, 30)
    assert len(others) == 27
    assert abs(len(text.clean) - 5_000) < 1_000
    assert first.quote.holds(second.quote)
    assert second.quote.overlaps(third.quote)
    assert not second.quote.holds(third.quote)


def test_a_thousand_claims_in_a_long_text_come_in_half_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rounds", "3", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["characters"] >= 300_000
    assert figures["claims"] == 1000
    assert figures["runs"] > 2000
    assert figures["annotate_ms"] < figures["page_ms"] < ALLOWED_MS
    assert figures["page_kilobytes"] > 300
