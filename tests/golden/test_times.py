"""What expressions of time say: published, the words in a sentence, the EDTF date, the shortest duration."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from alleged.extract.times import find_when
from tests.edtf import is_edtf
from tests.unit.extract.reading import passage

with Path(__file__).with_name("times.tsv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file, dialect="excel-tab"))

NONE = "-"
"""Written for a time that stays open."""


@pytest.mark.parametrize("case", CASES, ids=[f"{case['words']} [{case['published']}]" for case in CASES])
def test_an_expression_says_what_a_careful_reader_takes_from_it(case: dict[str, str]) -> None:
    of = passage(f"The group attacked the bank {case['words']} again.")
    found = find_when(of, of.whole, case["published"] or None)
    assert (found.edtf or NONE, found.minimum or "") == (case["edtf"], case["minimum"])


def test_there_are_enough_expressions_and_what_is_expected_of_them_is_edtf() -> None:
    assert len({(case["published"], case["words"]) for case in CASES}) == len(CASES) >= 80
    assert all(is_edtf(case["edtf"]) for case in CASES if case["edtf"] != NONE)
