from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from tests.unit.dossiers.reports import entry
from tests.unit.dossiers.test_changes import COPY, OLD, OTHER, READ_NEW
from tests.unit.model.samples import accusation, denial, link, make_entry

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("grown")


@pytest.fixture
def grown(tmp_path: Path) -> None:
    """The default ledger: a report, and a week later a copy, another report and a link by a person."""
    matter = Matter(About.LINK, (denial(OTHER).id, link(OLD).id, "disputes"))
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        ledger.append(make_entry(OLD))
        ledger.append(entry(COPY, accusation(COPY), denial(COPY), source="copy.txt", at=READ_NEW))
        ledger.append(entry(OTHER, denial(OTHER), source="other.txt", at=READ_NEW))
        ledger.decide(decide(matter, Verdict.ACCEPT, Signature("Ada", f"{READ_NEW}+00:00", "it says so")))


def test_documents_answers_decisions_and_claims_that_are_new(run: Run) -> None:
    result = run("changed", "--since", "2024-04-01", env={"COLUMNS": "160"})
    shown = result.stdout
    order = ["2 new documents", "to older documents", "1 decision", "3 of 3 new claims"]
    assert sorted(order, key=shown.index) == order
    documents = shown[: shown.index("to older documents")]
    assert "report.txt" not in documents
    copy = documents.index("copy.txt")
    assert documents.count("adds no origin") == 1
    assert copy < documents.index("adds no origin") < documents.index("other.txt")
    assert "1 other document goes back to it" in documents  # both are undated: the longer one is the first
    assert "Embassy of Tidewater for Tidewater" in shown
    first, second = result.stderr.splitlines()
    assert first.startswith("2 new documents · 3 new claims · ")
    assert first.endswith(" · 1 decision")
    assert second == ("before: 1 document · now: 3 documents, 2 origins; independence not established")


def test_what_is_answered_is_told_with_speaker_and_stance(run: Run) -> None:
    shown = run("changed", "--since", "2024-04-01", env={"COLUMNS": "250"}).stdout
    assert f"{link(OLD).id[:8]}, nobody named alleges (purportedly): “" in shown


def test_records_say_what_sort_each_is(run: Run) -> None:
    rows = [
        json.loads(line)
        for line in run("changed", "--since", "2024-04-01", "-f", "jsonl").stdout.splitlines()
    ]
    sorts = [row["change"] for row in rows]
    assert [sorts.count(sort) for sort in ("document", "decision", "claim")] == [2, 1, 3]
    assert {row["adds_origin"] for row in rows if row["change"] == "document"} == {True, False}
    answers = [row for row in rows if row["change"] == "answer" and row["id"] == denial(OTHER).id]
    assert link(OLD).id in [claim for answer in answers for claim in answer["answered"]]
    assert {row["stance"] for row in rows if row["change"] == "claim"} == {"alleges", "denies"}


def test_csv_holds_every_sort_in_one_table(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("changed", "--since", "2024-04-01", "-f", "csv").stdout)))
    assert {row["change"] for row in rows} == {"document", "answer", "decision", "claim"}
    assert [row["who"] for row in rows if row["change"] == "decision"] == ["Ada"]


def test_a_limit_is_for_the_claims(run: Run) -> None:
    result = run("changed", "--since", "2024-04-01", "--limit", "1", "-f", "jsonl")
    sorts = [json.loads(line)["change"] for line in result.stdout.splitlines()]
    assert (sorts.count("claim"), sorts.count("document")) == (1, 2)


def test_nothing_new_is_no_error(run: Run) -> None:
    result = run("changed", "--since", "2031-01-01T12:00")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert result.stderr.startswith("0 new documents · 0 new claims · ")


@pytest.mark.parametrize("since", ["yesterday", "2024-13-01", ""])
def test_what_is_no_time_is_refused_with_a_cure(run: Run, since: str) -> None:
    result = run("changed", "--since", since)
    assert result.exit_code == 2
    assert "write it as 2024-03-25" in " ".join(result.stderr.split())
