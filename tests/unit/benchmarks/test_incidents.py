"""The measurement of incidents from cases to what is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.incidents import main

if TYPE_CHECKING:
    from pathlib import Path

CASES = """
- about: {published: 2024-03-04}
  says:
    - {words: China broke into the mail of Halvorsen, actors: [China], targets: [Halvorsen], of: one}
    - {words: Russia wiped Tarnfield, act: disruption, actors: [Russia], targets: [Tarnfield], of: two}
- about: {published: 2024-03-05}
  says:
    - {words: China hacked Halvorsen, actors: [China], targets: [Halvorsen], of: one}
    - {words: Halvorsen was hit, act: victims, targets: [Halvorsen], of: two}
"""


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    path = tmp_path / "cases.yml"
    path.write_text(CASES, encoding="utf-8")
    return ["--cases", str(path)]


def test_pairs_are_compared_with_those_of_the_cases(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["precision"] == pytest.approx(1 / 3)
    assert figures["recall"] == pytest.approx(1 / 2)
    assert (figures["incidents"], figures["operations"]) == (2, 2)


def test_every_claim_can_be_looked_at(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main([*arguments, "--wrong"])
    assert "China hacked Halvorsen" in capsys.readouterr().out
