from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.dossiers.lists import named
from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from pathlib import Path

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
    assert result.stdout.splitlines()[0] == "BLUE TIT · 0 claims · 0 documents · 0 named speakers · 0 answers"
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


def test_what_authorities_list_besides_is_told_and_not_joined(run: Run, tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=False)) as ledger:
        ledger.append(named("Violet Typhoon"))
    alone = run("actor", "APT31").stdout.splitlines()
    assert alone[0].startswith("APT31 · 0 claims")
    told = " ".join(alone[1:])
    assert "not looked up: ZIRCONIUM" in told
    assert "see: alleged actor APT31 --authority misp-threat-actor  as of " in told
    joined = run("actor", "APT31", "--authority", "misp-threat-actor").stdout
    assert "Violet Typhoon: 1 claim, listed by misp-threat-actor 336\n" in joined
    assert "in 1.txt · as Violet Typhoon\n" in joined
    (record,) = json.loads(run("actor", "APT31", "-a", "misp-threat-actor", "-f", "json").stdout)
    assert (record["subject"], record["name"]) == ("APT31", "Violet Typhoon")
    assert [(each["authority"], each["version"]) for each in record["through"]] == [
        ("misp-threat-actor", "336")
    ]


def test_an_ambiguous_name_joins_nothing_and_says_how_to_choose(run: Run) -> None:
    shown = run("actor", "Grizzly Steppe", "-a", "misp-threat-actor").stdout
    assert "gives the name to 2 of its entries, APT28 and APT29: nothing is joined\n" in shown
    assert "alleged decide name 'Grizzly Steppe' misp-threat-actor:APT28" in shown


def test_an_unknown_authority_is_a_usage_error(run: Run) -> None:
    result = run("actor", "APT31", "--authority", "nobody")
    assert (result.exit_code, "no authority named 'nobody'" in result.stderr) == (2, True)
