from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.name_pairs import Counts, choose, count, count_by_group, load_pairs, main

SCRIPTS = {"latin", "han", "cyrillic", "arabic", "persian"}

if TYPE_CHECKING:
    import pytest


def test_there_are_300_pairs_over_five_scripts_and_half_of_them_are_other_names() -> None:
    pairs = load_pairs()
    assert len(set(pairs)) == len(pairs) >= 300
    assert {pair.script for pair in pairs} == SCRIPTS
    for script in SCRIPTS:
        answers = Counter(pair.is_same for pair in pairs if pair.script == script)
        assert abs(answers[True] - answers[False]) <= 4
    assert abs(sum(pair.is_held_out for pair in pairs) - len(pairs) / 2) <= 1


def test_precision_and_recall_stay_where_they_were() -> None:
    groups = count_by_group(load_pairs())
    assert set(groups) == {*SCRIPTS, "persons", "firms", "all"}
    assert groups["all"].precision >= 0.97
    assert groups["all"].recall >= 0.97
    assert all(counts.precision >= 0.9 and counts.recall >= 0.9 for counts in groups.values())


def test_precision_and_recall_are_counted_from_the_cells() -> None:
    counts = Counts(found=3, missed=1, wrongly_found=2, kept_apart=4)
    assert (counts.precision, counts.recall) == (0.6, 0.75)
    assert Counts() == count([])


def test_parts_do_not_overlap() -> None:
    pairs = load_pairs()
    tuned, held = set(choose(pairs, "tuned")), set(choose(pairs, "held-out"))
    assert tuned.isdisjoint(held)
    assert tuned | held == set(choose(pairs, "all"))


def test_it_prints_a_table_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--part", "held-out"]) == 0
    assert "precision" in capsys.readouterr().out
    assert main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)["groups"]["all"]["same"] > 150
