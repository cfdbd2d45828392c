from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from alleged.dossiers.coded import decide_cell
from alleged.dossiers.overview import view_overview
from alleged.exports.codebook import table_codebook
from alleged.ledger import open_ledger
from tests.unit.dossiers.coding import code
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.dossiers.test_coded import BY, OTHER_YEAR
from tests.unit.exports.rows import read_both

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY, OTHER_YEAR)
        yield opened


def read(ledger: Ledger) -> tuple[dict[str, Any], dict[str, Any]]:
    coded = code(ledger)
    ((record, cells),) = read_both(table_codebook(coded.codebook, [coded], view_overview(ledger)))
    return record, cells


def test_every_cell_has_its_quotes_speakers_stances_and_who_decided(library: Ledger) -> None:
    record, cells = read(library)
    assert cells["start_date"] == "2021 | 2020"
    assert f"United Kingdom says that {REGISTER}" in cells["start_date_quote"]
    assert {"United Kingdom", "Norway", "Finland"} == set(cells["start_date_speaker"])
    assert set(cells["start_date_stance"]) == {"alleges", "assesses"}
    assert cells["start_date_decided_by"] is None
    assert record["cells"]["start_date"]["is_open"]
    assert cells["end_date"] == ""
    names = [name for name in cells if name.startswith("receiver_country")]
    assert names == [
        f"receiver_country{part}" for part in ("", "_quote", "_speaker", "_stance", "_decided_by")
    ]


def test_what_was_decided_says_by_whom_and_keeps_the_other_answers(library: Ledger) -> None:
    library.decide(decide_cell(code(library), "start_date", ["2020"], BY))
    record, cells = read(library)
    assert (cells["start_date"], cells["start_date_decided_by"], cells["start_date_speaker"]) == (
        "2020",
        "Anna Holt",
        ["Finland"],
    )
    told = record["cells"]["start_date"]
    assert [each["value"] for each in told["proposals"]] == ["2021", "2020"]
    assert told["proposals"][0]["denied_by"][0]["speaker"] == "China"
    assert (record["decided"], told["why"]) == (1, BY.why)
