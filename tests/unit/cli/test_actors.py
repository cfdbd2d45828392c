from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

TEXT = make_text()

pytestmark = pytest.mark.usefixtures("sample")


def test_what_is_said_by_whom_and_who_denies(run: Run) -> None:
    result = run("actor", "grey heron")
    first, *rest = result.stdout.splitlines()
    assert first == "grey heron · 3 claims · 1 document · 2 named speakers · 1 answer"
    told = "\n".join(rest)
    acting, answers = told.index("said to act"), told.index("who answers")
    for claim in (accusation(TEXT), link(TEXT), denial(TEXT)):
        assert acting < told.index(claim.id[:8]) < answers
    assert denial(TEXT).id[:8] in told[answers:]
    assert "disputes 2 of 3 claims above (blanket): “the" in told[answers:]
    assert result.stderr == "3 of 3 claims of the ledger about grey heron\n"


def test_never_sources_that_confirm(run: Run) -> None:
    told = run("actor", "grey heron").stdout
    assert "source" not in told
    assert "confirm" not in told


def test_one_that_is_acted_upon(run: Run) -> None:
    told = run("actor", "Ministry of Tides").stdout
    assert "said to act\n" not in told
    assert told.index("said to be acted upon") < told.index(link(TEXT).id[:8]) < told.index("who answers")


def test_a_name_that_nobody_mentions(run: Run) -> None:
    result = run("actor", "BLUE TIT")
    assert result.exit_code == 0
    assert result.stdout == "BLUE TIT · 0 claims · 0 documents · 0 named speakers · 0 answers\n"
    assert result.stderr == "0 of 3 claims of the ledger about BLUE TIT\n"


def test_programs_get_each_claim_with_its_part(run: Run) -> None:
    lines = [
        json.loads(line) for line in run("actor", "Ministry of Tides", "-f", "jsonl").stdout.splitlines()
    ]
    assert [(line["part"], line["id"]) for line in lines] == [
        ("acted-upon", link(TEXT).id),
        ("answer", denial(TEXT).id),
    ]
    assert all(line["subject"] == "Ministry of Tides" and line["stance"] for line in lines)
    rows = list(csv.DictReader(io.StringIO(run("actor", "Ministry of Tides", "-f", "csv").stdout)))
    assert [row["part"] for row in rows] == ["acted-upon", "answer"]
