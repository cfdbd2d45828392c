from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.ledger import CLAIMS
from benchmarks.views import SHOWN, main

if TYPE_CHECKING:
    import pytest


def test_it_says_how_much_each_view_shows_and_how_long_that_takes(capsys: pytest.CaptureFixture[str]) -> None:
    views = ("--view", "claims, first page", "--view", "newest part")
    assert main(["--claims", str(6 * CLAIMS), *views, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["claims"] == 6 * CLAIMS
    assert {name: each["shown"] for name, each in told["views"].items()} == {
        "claims, first page": SHOWN,
        "newest part": 6 * CLAIMS,
    }
    assert all(each["cold_ms"] > 0 and each["warm_ms"] > 0 for each in told["views"].values())
    assert told["bytes"] > told["claims"]


def test_for_people_a_view_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--claims", "1", "--view", "facets of all"]) == 0
    assert "facets of all" in capsys.readouterr().out.splitlines()[-1]
