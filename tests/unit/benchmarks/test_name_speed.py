from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from benchmarks.name_speed import SEED, main, make_firm, make_person

if TYPE_CHECKING:
    import pytest


def test_it_prints_speeds_of_both_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--names", "200", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["names"] == 200
    assert record["persons_a_second"] > 0 < record["firms_a_second"]


def test_generated_names_are_the_same_each_time_and_differ() -> None:
    names = [[make(random.Random(SEED)) for make in (make_person, make_firm)] for _ in range(2)]
    assert names[0] == names[1]
    dice = random.Random(SEED)
    assert len({make_person(dice) for _ in range(100)}) > 90
