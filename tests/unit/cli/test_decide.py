from __future__ import annotations

import csv
import getpass
import io
import json
import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from alleged.cli.messages import DONE, SOME_FAILED, USAGE
from alleged.knowledge.store import open_knowledge
from alleged.ledger import open_ledger
from alleged.model.decision import standing
from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

TEXT = make_text()
ACCUSATION, LINK, DENIAL = (claim(TEXT).id for claim in (accusation, link, denial))
WHY = ("--why", "it names the charge")
ZIRCONIUM = "ZIRCONIUM (misp-mitre-intrusion-set:4283ae19-69c7-4347-a35e-b56f08eb660b, version 38)"

pytestmark = pytest.mark.usefixtures("sample")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged lists, made ready once."""
    folder = tmp_path_factory.mktemp("knowledge")
    open_knowledge(folder).close()
    return folder


@pytest.fixture(autouse=True)
def decider(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLEGED_KNOWLEDGE", str(loaded))
    monkeypatch.setenv("ALLEGED_BY", "R. Reader")


def listed(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("decisions", "-f", "json").stdout)
    return found


def test_a_name_stands_for_an_entity_until_that_is_withdrawn(run: Run) -> None:
    result = run("decide", "name", "APT31", "mitre-intrusion-set:G0128", *WHY)
    assert (result.exit_code, result.stdout) == (DONE, "")
    told, way_back = result.stderr.splitlines()
    found = re.fullmatch(r"decided ([0-9a-f]{8}) by R\. Reader: (.*)", told)
    assert found is not None
    assert found[2] == f"APT31 stands for {ZIRCONIUM}"
    assert way_back == f'to take it back: alleged decide withdraw {found[1]} --why "..."'
    result = run("decide", "withdraw", found[1], "--why", "I misread it", "--by", "S. Reader")
    assert result.stderr.splitlines()[0].endswith(
        f"by S. Reader: {found[1]} no longer counts: APT31 stands for {ZIRCONIUM}"
    )
    first, second = listed(run)
    assert (first["state"], first["in_force"], first["supersedes"]) == ("withdrawn", False, None)
    assert (second["who"], second["why"], second["supersedes"]) == ("S. Reader", "I misread it", first["id"])


def test_another_entity_of_the_list_replaces_the_first_and_that_is_told(run: Run) -> None:
    run("decide", "name", "APT31", "mitre-intrusion-set:G0128", *WHY)
    result = run("decide", "name", "apt 31", "mitre-intrusion-set:G0007", "--by", "S. Reader", *WHY)
    _, replaced, _ = result.stderr.splitlines()
    assert re.match(r"in the place of [0-9a-f]{8} by R\. Reader: APT31 stands for ", replaced)
    assert replaced.endswith(ZIRCONIUM)
    assert [record["state"] for record in listed(run)] == ["replaced", "in-force"]


def test_a_name_does_not_stand_for_an_entity(run: Run) -> None:
    result = run("decide", "name", "Heron", "mitre-intrusion-set:G0128", "--reject", *WHY)
    assert f": Heron does not stand for {ZIRCONIUM}\n" in result.stderr


@pytest.mark.parametrize(
    ("entity", "code", "told"),
    [
        ("mitre:G0128", USAGE, "no authority named 'mitre'"),
        ("mitre-intrusion-set:X9999", SOME_FAILED, "near it: ZIRCONIUM (misp-mitre-intrusion-set:4283"),
        ("G0128", SOME_FAILED, "write it as authority:id"),
    ],
)
def test_an_entity_that_is_not_there_is_told(run: Run, entity: str, code: int, told: str) -> None:
    result = run("decide", "name", "APT31", entity, *WHY)
    assert (result.exit_code, result.stderr.count("\n"), told in result.stderr) == (code, 1, True)
    assert listed(run) == []


def test_a_rejected_link_is_no_longer_shown_until_that_is_withdrawn(run: Run) -> None:
    before = run("show", ACCUSATION[:8]).stdout
    result = run("decide", "link", DENIAL[:8], ACCUSATION[:8], "--reject", *WHY)
    assert f": claim {DENIAL[:8]} does not dispute {ACCUSATION[:8]}\n" in result.stderr
    assert "answered by no claim" in run("show", ACCUSATION[:8]).stdout
    assert "disputes 1 claim (blanket)" in run("show", DENIAL[:8]).stdout
    run("decide", "withdraw", listed(run)[0]["id"], *WHY)
    assert run("show", ACCUSATION[:8]).stdout == before


def test_an_accepted_link_is_shown_with_who_accepted_it(run: Run) -> None:
    run("decide", "link", LINK, ACCUSATION, "--type", "confirms", *WHY)
    shown = " ".join(run("show", ACCUSATION).stdout.split())
    assert "confirms (specific): accepted by R. Reader: it names the charge" in shown


def test_a_link_that_the_ledger_does_not_have_is_a_dispute_unless_told(run: Run) -> None:
    run("decide", "link", LINK, ACCUSATION, *WHY)
    assert listed(run)[0]["what"] == [LINK, ACCUSATION, "disputes"]
    result = run("decide", "link", ACCUSATION, LINK, "--reject", *WHY)
    assert (result.exit_code, "say with --type what it does not do" in result.stderr) == (USAGE, True)


def test_two_claims_are_of_one_incident_or_not(run: Run) -> None:
    run("decide", "incident", ACCUSATION[:8], LINK[:8], *WHY)
    result = run("decide", "incident", LINK[:8], ACCUSATION[:8], "--reject", *WHY)
    assert f": claims {LINK[:8]} and {ACCUSATION[:8]} are not about one incident\n" in result.stderr
    assert "in the place of" in result.stderr
    with closing(open_ledger(Path("alleged.db"), create=False)) as ledger:
        (counting,) = standing(ledger.decisions())
    assert counting.what == (LINK, ACCUSATION)


def test_two_names_are_of_one_body_or_not(run: Run) -> None:
    run("decide", "alias", "NPA", "Pier Authority", *WHY)
    result = run("decide", "alias", "pier authority", " npa", "--reject", *WHY)
    assert ": pier authority and npa are not one speaker\n" in result.stderr
    assert "NPA and Pier Authority are one speaker" in result.stderr
    assert [record["state"] for record in listed(run)] == ["replaced", "in-force"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["alias", "NPA", " "], USAGE, "a name is empty"),
        (["alias", "NPA", "npa"], SOME_FAILED, "about two names that differ"),
        (["incident", "ffffffff", LINK], SOME_FAILED, "no claim has an id that begins with 'ffffffff'"),
        (["link", LINK, LINK[:8]], USAGE, f"both are claim {LINK[:8]}"),
        (["withdraw", "ffffffff"], SOME_FAILED, "no decision has an id that begins with 'ffffffff'"),
        (["name", " \u200b", "threat-actor:APT31"], USAGE, "the name is empty"),
        (["incident", LINK, ACCUSATION, "--ledger", "gone.db"], USAGE, "there is no ledger at gone.db"),
        (["incident", LINK, ACCUSATION, "--why", " "], USAGE, "--why is empty"),
        (["incident", LINK, ACCUSATION, "--by", " "], USAGE, "the name is empty"),
    ],
)
def test_what_cannot_be_decided_is_one_line(run: Run, arguments: list[str], code: int, told: str) -> None:
    result = run("decide", arguments[0], *WHY, *arguments[1:])
    assert (result.exit_code, result.stderr.count("\n"), told in result.stderr) == (code, 1, True), (
        result.stderr
    )
    assert listed(run) == []


def test_a_decision_is_withdrawn_once(run: Run) -> None:
    run("decide", "incident", ACCUSATION, LINK, *WHY)
    first = listed(run)[0]["id"]
    run("decide", "withdraw", first, *WHY)
    again = run("decide", "withdraw", first, *WHY)
    assert (again.exit_code, f"decision {first} is withdrawn already" in again.stderr) == (SOME_FAILED, True)
    run("decide", "withdraw", listed(run)[1]["id"], *WHY)
    assert [record["state"] for record in listed(run)] == ["in-force", "withdrawn", "in-force"]


def test_a_reason_has_to_be_given(run: Run) -> None:
    result = run("decide", "incident", ACCUSATION, LINK)
    assert (result.exit_code, "--why" in result.stderr) == (USAGE, True)


def test_without_a_name_it_is_the_one_of_the_login(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLEGED_BY")
    monkeypatch.setenv("LOGNAME", "reader7")
    run("decide", "incident", ACCUSATION, LINK, *WHY)
    assert listed(run)[0]["who"] == "reader7"


def test_a_system_that_does_not_know_who_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.delenv("ALLEGED_BY")
    monkeypatch.setattr("alleged.cli.users.getuser", nobody)
    result = run("decide", "incident", ACCUSATION, LINK, *WHY)
    assert (result.exit_code, "say it with --by or in ALLEGED_BY" in result.stderr) == (USAGE, True)
    assert getpass.getuser is not nobody


def test_the_list_is_there_for_people(run: Run) -> None:
    assert run("decisions").stderr == "0 decisions\n"
    run("decide", "name", "APT31", "mitre-intrusion-set:G0128", *WHY)
    run("decide", "link", DENIAL, ACCUSATION, "--reject", *WHY)
    run("decide", "withdraw", listed(run)[0]["id"], *WHY)
    result = run("decisions")
    told = " ".join(result.stdout.split())
    assert result.stderr == "2 of 3 decisions in force\n"
    for words in ("R. Reader", "in-force", "withdrawn", "no longer", f"{DENIAL[:8]}: Embassy of Tidewater"):
        assert words in told


def test_the_list_is_there_for_programs(run: Run) -> None:
    run("decide", "name", "=APT31", "mitre-intrusion-set:G0128", *WHY)
    run("decide", "incident", ACCUSATION, LINK, *WHY)
    records = listed(run)
    lines = run("decisions", "-f", "jsonl").stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(run("decisions", "-f", "csv").stdout)))
    assert [json.loads(line) for line in lines] == records
    assert [list(row) for row in rows] == [list(record) for record in records]
    assert records[0]["decided"] == f"=APT31 stands for {ZIRCONIUM}"
    assert rows[0]["decided"].startswith("'=APT31")
    assert records[1]["what"] == [ACCUSATION, LINK]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00", records[1]["at"])
