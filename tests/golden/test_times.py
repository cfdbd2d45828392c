"""What expressions of time say: published, the words in a sentence, the EDTF date, the shortest duration."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from alleged.extract.passages import find_passages
from alleged.extract.times import date_claims
from alleged.model.claim import Claim, Speaker
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, Role, Stance
from tests.edtf import is_edtf
from tests.unit.extract.reading import read

with Path(__file__).with_name("times.tsv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file, dialect="excel-tab"))

NONE = "-"
"""Written for a time that stays open."""


@pytest.mark.parametrize("case", CASES, ids=[f"{case['words']} [{case['published']}]" for case in CASES])
def test_an_expression_says_what_a_careful_reader_takes_from_it(case: dict[str, str]) -> None:
    text = read(f"The group attacked the bank {case['words']} again.")
    words = span_at(text.clean, 0, len(text.clean.rstrip()))
    speaker = Speaker(Role.MEDIA, Basis.NARRATOR)
    claim = Claim(
        text.document.id, text.id, words, words, speaker, Stance.ASSERTS, Act.INTRUSION, "a test", "1"
    )
    (dated,) = date_claims((claim,), find_passages(text), case["published"] or None)
    found = dated.event_time
    assert (found.edtf or NONE, found.minimum or "") == (case["edtf"], case["minimum"])


def test_there_are_enough_expressions_and_what_is_expected_of_them_is_edtf() -> None:
    assert len({(case["published"], case["words"]) for case in CASES}) == len(CASES) >= 80
    assert all(is_edtf(case["edtf"]) for case in CASES if case["edtf"] != NONE)
