from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.exports.writing import write_csv, write_json, write_jsonl

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from alleged.model.wire import Wire

RECORDS: list[Wire] = [
    {"name": "=HEAVY()", "many": ["a", "b"], "none": None, "beside": 1},
    {"name": "Čapek\x9b31m\u202e", "many": [], "none": 0, "beside": 2},
]
COLUMNS = keys("name", "many", "none")


def written(writer: Callable[[Table, TextIO], None]) -> str:
    out = StringIO()
    writer(Table(iter(RECORDS), COLUMNS), out)
    return out.getvalue()


def test_json_holds_whole_records_exactly() -> None:
    assert json.loads(written(write_json)) == RECORDS


def test_json_lines_hold_a_record_each() -> None:
    assert [json.loads(line) for line in written(write_jsonl).splitlines()] == RECORDS


def test_csv_holds_the_columns_with_formulas_disarmed() -> None:
    assert list(csv.reader(StringIO(written(write_csv)))) == [
        ["name", "many", "none"],
        ["'=HEAVY()", "a; b", ""],
        ["Čapek⟨U+009B⟩31m⟨U+202E⟩", "", "0"],
    ]


@pytest.mark.parametrize("writer", [write_json, write_jsonl, write_csv])
def test_nothing_that_is_written_steers_a_terminal(writer: Callable[[Table, TextIO], None]) -> None:
    told = written(writer)
    assert "Čapek" in told
    assert not {"\x9b", "\u202e", "\r"} & set(told)


@pytest.mark.parametrize(
    ("writer", "told"), [(write_json, "[]\n"), (write_jsonl, ""), (write_csv, "name,many,none\n")]
)
def test_no_record_is_no_error(writer: Callable[[Table, TextIO], None], told: str) -> None:
    out = StringIO()
    writer(Table([], COLUMNS), out)
    assert out.getvalue() == told
