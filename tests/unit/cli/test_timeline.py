from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from alleged.model.claim import When
from tests.unit.dossiers.reports import entry, timed, variant
from tests.unit.model.samples import REPORT, accusation, make_entry, make_text, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

OPEN_END = f"{REPORT}\nThe group has been at work since at least 2011, in other ports as well.\n"
LONG = f"{REPORT}\nThe group has been doing this for over a decade, says the harbour master.\n"


@pytest.fixture
def timed_ledger(tmp_path: Path) -> None:
    """The default ledger, with claims that have a date, a length and no time."""
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        ledger.append(make_entry(make_text()))
        text = variant(OPEN_END, published="2024-03-26")
        event = When("2011~/..", words(text, "since at least 2011"))
        said = When("2024-03-25", words(text, "On Monday"))
        ledger.append(entry(text, timed(text, event, said), source="open.txt"))
        text = variant(LONG)
        event = When(None, words(text, "for over a decade"), "P10Y")
        ledger.append(entry(text, timed(text, event), source="long.txt"))


@pytest.mark.usefixtures("timed_ledger")
def test_dates_lengths_and_what_has_none_stand_apart(run: Run) -> None:
    result = run("timeline", env={"COLUMNS": "200"})
    dated, _, rest = result.stdout.partition("how long it is said to have gone on")
    lasting, _, undated = rest.partition("no date said")
    assert "from about 2011 on" in dated
    assert "“since at least 2011”" in dated
    assert "said 2024-03-25 (“On Monday”) · published 2024-03-26 · in open.txt" in dated
    assert "alleges" in dated
    assert "at least 10 years" in lasting
    assert "“for over a decade”" in lasting
    assert "2011" not in lasting
    assert undated.startswith(" · 3 claims\n1 attribution, 2 operation\n\nas of ")
    assert result.stderr == "5 of 5 claims: 1 dated, 1 open, 3 undated · 3 documents, 1 origin\n"


@pytest.mark.usefixtures("timed_ledger")
def test_undated_claims_are_listed_on_demand(run: Run) -> None:
    identity = accusation(make_text()).id[:8]
    assert identity not in run("timeline").stdout
    assert identity in run("timeline", "--undated").stdout


@pytest.mark.usefixtures("timed_ledger")
def test_records_hold_all_claims_in_order_with_the_days_that_are_known(run: Run) -> None:
    rows = json.loads(run("timeline", "-f", "json").stdout)
    assert [row["section"] for row in rows] == ["dated", "open", "undated", "undated", "undated"]
    assert [(row["earliest"], row["latest"]) for row in rows[:3]] == [("2011-01-01", None)] + [
        (None, None)
    ] * 2
    assert rows[0]["when"] == "2011~/.."
    assert rows[1]["when_minimum"] == "P10Y"
    assert {row["stance"] for row in rows} == {"alleges", "denies"}
    told = [row for row in rows if row["answered_by"]]
    assert {row["answered_by"][0]["stance"] for row in told} == {"denies"}


@pytest.mark.usefixtures("timed_ledger")
def test_csv_has_the_same_rows(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("timeline", "-f", "csv").stdout)))
    assert len(rows) == 5
    assert (rows[0]["section"], rows[0]["earliest"], rows[0]["when"]) == ("dated", "2011-01-01", "2011~/..")
    assert rows[0]["origins"]


@pytest.mark.usefixtures("timed_ledger")
@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["grey heron"], 5),
        (["Ministry of Tides"], 1),
        (["Ministry of Tides", "Northwind lawmakers"], 4),
        (["--kind", "attribution"], 1),
        (["--document", "open.txt"], 1),
        (["--document", "other.txt"], 0),
        (["nobody"], 0),
        (["--limit", "2"], 2),
    ],
)
def test_options_narrow_it(run: Run, options: list[str], count: int) -> None:
    result = run("timeline", *options, "-f", "jsonl")
    assert len(result.stdout.splitlines()) == count
    assert result.exit_code == 0


@pytest.mark.usefixtures("timed_ledger")
def test_what_a_limit_leaves_out_is_told(run: Run) -> None:
    assert run("timeline", "--limit", "1").stderr.splitlines()[1:] == ["1 of 2 claims shown"]
    assert run("timeline", "nobody").stderr == "0 of 5 claims\n"


@pytest.mark.usefixtures("sample")
def test_who_answers_is_told_with_stance(run: Run) -> None:
    shown = run("timeline", "Ministry of Tides", "--undated", env={"COLUMNS": "300"}).stdout
    assert "answered (disputes, blanket) by " in shown
    assert "Embassy of Tidewater for Tidewater denies" in shown
