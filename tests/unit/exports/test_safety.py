from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given

from alleged.dossiers.safety import visible
from alleged.exports.safety import escape_json, guard_cell
from tests.unit.dossiers.test_safety import ANY_TEXT


@given(ANY_TEXT)
def test_json_is_exact_and_steers_nothing(text: str) -> None:
    line = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(line) == text
    assert visible(line) == line


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert guard_cell(f'{start}HYPERLINK("x")').startswith("'")


@given(ANY_TEXT)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([guard_cell(text), "x"])
    out.seek(0)
    (row,) = csv.reader(out)
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\x1b" not in row[0]


def test_an_ordinary_cell_is_unchanged() -> None:
    assert guard_cell("two\nlines, and a - inside") == "two\nlines, and a - inside"
