from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from alleged.cli.messages import DONE, SOME_FAILED, USAGE
from tests.unit.model.samples import accusation, denial, link, make_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.unit.cli.conftest import Run

TEXT = make_text()
ACCUSATION, LINK, DENIAL = (claim(TEXT).id for claim in (accusation, link, denial))
WHY = ("--why", "it names the charge")

pytestmark = pytest.mark.usefixtures("sample")


@pytest.fixture(autouse=True)
def decider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLEGED_BY", "R. Reader")


def listed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(*arguments, "-f", "json").stdout)
    return found


def contents(run: Run, views: Iterable[tuple[str, ...]]) -> list[Any]:
    """What these views hold, but for the date of the ledger's newest event."""
    records = (listed(run, *view) for view in views)
    return [[{**record, "as_of": ""} for record in view] for view in records]


def ids(run: Run, *arguments: str) -> list[str]:
    return [record["id"] for record in listed(run, "claims", *arguments)]


def test_a_rejected_claim_is_out_of_every_view_and_told_until_that_is_undone(run: Run) -> None:
    views = (("claims",), ("actor", "GREY HERON"), ("timeline",), ("incidents",), ("matrix",))
    before = contents(run, views)
    result = run("decide", "claim", DENIAL[:8], "reject", *WHY)
    assert (result.exit_code, f": claim {DENIAL[:8]} is rejected\n" in result.stderr) == (DONE, True)
    assert all(DENIAL not in run(*view, "-f", "json").stdout for view in views)
    assert ids(run, "--rejected") == [DENIAL]
    told = run("claims").stderr
    assert "left out: 1 of 3 claims (1 rejected claim)" in told
    assert "2 of 2 claims" in told
    assert "is rejected (R. Reader" in " ".join(run("show", DENIAL).stdout.split())
    assert "answered by no claim" in run("show", ACCUSATION).stdout
    undone = run("undo")
    assert undone.stderr.startswith("undoes ")
    assert f"claim {DENIAL[:8]} is rejected" in undone.stderr
    assert contents(run, views) == before
    assert "left out" not in run("claims").stderr


def test_a_corrected_claim_keeps_its_id_and_is_marked_and_found_by_what_it_says_now(run: Run) -> None:
    run("decide", "claim", LINK, "correct", "stance", "assesses", *WHY)
    run("decide", "claim", LINK, "correct", "actor", "Silver Ibis", "GREY HERON", *WHY)
    run("decide", "claim", LINK, "correct", "hedge", "none", *WHY)
    run("decide", "claim", LINK, "correct", "time", "2021/2022", *WHY)
    record = next(record for record in listed(run, "claims", "--unmask") if record["id"] == LINK)
    assert (record["stance"], record["actor"], record["hedges"], record["when"]) == (
        "assesses",
        ["Silver Ibis", "GREY HERON"],
        [],
        "2021/2022",
    )
    assert record["corrected"] == {
        "stance": ["alleges"],
        "hedge": ["purportedly"],
        "actor": ["GREY HERON"],
        "time": [],
    }
    assert ids(run, "--stance", "assesses") == [LINK]
    assert LINK not in ids(run, "--stance", "alleges")
    assert ids(run, "--actor", "silver ibis") == [LINK]
    assert ids(run, "--search", "purportedly", "--stance", "assesses") == [LINK]
    shown = " ".join(run("claims").stdout.split())
    assert "corrected" in shown
    assert "stance (read as alleges)" in shown
    assert "assesses" in run("show", LINK).stdout


def test_a_speaker_is_corrected_with_a_role(run: Run) -> None:
    run("decide", "claim", LINK, "correct", "speaker", "GREY HERON", "accused", *WHY)
    (record,) = listed(run, "claims", "--speaker", "grey heron")
    assert (record["speaker_name"], record["speaker_role"], record["speaker_basis"]) == (
        "GREY HERON",
        "accused",
        "explicit",
    )
    assert record["speaker"]["text"] == "GREY HERON"


def test_a_reading_that_stands_twice_leaves_the_views_once(run: Run) -> None:
    run("decide", "claim", ACCUSATION, "correct", "hedge", "accused", *WHY)
    result = run("decide", "same", LINK[:8], ACCUSATION[:8], *WHY)
    assert f"claims {LINK[:8]} and {ACCUSATION[:8]} are one reading twice" in result.stderr
    assert ids(run) == [LINK, DENIAL]
    run("undo")
    assert ids(run) == [ACCUSATION, LINK, DENIAL]


def test_a_merge_never_changes_how_surely_it_is_said(run: Run) -> None:
    result = run("decide", "same", ACCUSATION, LINK, *WHY)
    assert (result.exit_code, "not equally sure" in result.stderr) == (SOME_FAILED, True)
    assert listed(run, "decisions") == []


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["correct"], USAGE, "say what is corrected"),
        (["correct", "colour", "red"], USAGE, "fields are stance, hedge"),
        (["correct", "stance"], USAGE, "say what stance is"),
        (["correct", "stance", "knows"], SOME_FAILED, "choose one of: asserts"),
        (["correct", "stance", "none"], SOME_FAILED, "'none' is no stance"),
        (["correct", "act", "theft"], SOME_FAILED, "is no act"),
        (["correct", "hedge", "allegedly"], SOME_FAILED, "does not hold the words 'allegedly'"),
        (["correct", "speaker", "A", "knight"], SOME_FAILED, "'knight' is no role"),
        (["correct", "time", "soon"], USAGE, "'soon' is no time"),
        (["correct", "actor", " "], SOME_FAILED, "a name has letters"),
        (["reject", "stance", "denies"], USAGE, "as a whole"),
    ],
)
def test_what_a_claim_cannot_be_is_one_line(run: Run, arguments: list[str], code: int, told: str) -> None:
    result = run("decide", "claim", LINK, *arguments, *WHY)
    assert (result.exit_code, result.stderr.count("\n"), told in result.stderr) == (code, 1, True), (
        result.stderr
    )
    assert listed(run, "decisions") == []


def test_undo_goes_back_through_ones_own_decisions_and_no_further(run: Run) -> None:
    run("decide", "claim", LINK, "reject", *WHY)
    run("decide", "claim", DENIAL, "reject", *WHY)
    run("decide", "claim", ACCUSATION, "reject", "--by", "S. Reader", *WHY)
    dry = run("undo", "--dry-run")
    assert f"claim {DENIAL[:8]} is rejected" in dry.stderr
    assert "dry run" in dry.stderr
    assert ids(run) == []
    run("undo")
    assert ids(run) == [DENIAL]
    run("undo")
    assert ids(run) == [LINK, DENIAL]
    result = run("undo")
    assert (result.exit_code, "no decision by R. Reader to undo" in result.stderr) == (SOME_FAILED, True)
    last = listed(run, "decisions")[-1]
    assert (last["verdict"], last["why"]) == ("withdraw", "undone")
    run("undo", last["id"])
    assert ids(run) == [DENIAL]


def test_a_retracted_publisher_is_out_of_every_view_and_comes_back(run: Run) -> None:
    views = (("claims",), ("documents",), ("timeline",), ("incidents",), ("matrix",), ("actor", "GREY HERON"))
    before = contents(run, views)
    dry = run("retract", "--publisher", "harbour times", "--dry-run", *WHY)
    assert dry.stderr.splitlines()[0] == "retracts 1 document of 1 with 3 claims of 3"
    assert contents(run, views) == before
    run("retract", "--publisher", "harbour times", *WHY)
    assert [json.loads(run(*view, "-f", "json").stdout) for view in views[:4]] == [[]] * 4
    assert ids(run, "--search", "embassy") == []
    (record,) = listed(run, "documents", "--retracted")
    assert record["document"] == TEXT.document.id
    assert "3 of 3 claims (1 retracted document)" in run("claims").stderr
    assert "all that harbour times put out is retracted" in " ".join(run("show", LINK).stdout.split())
    run("undo")
    assert contents(run, views) == before


def test_a_document_is_retracted_by_the_name_it_was_read_under(run: Run) -> None:
    run("retract", "--document", "report.txt", *WHY)
    assert ids(run) == []
    again = run("retract", "--document", "report.txt", *WHY)
    assert (again.exit_code, "is in no view already" in again.stderr) == (SOME_FAILED, True)


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], USAGE, "say what is retracted"),
        (["--publisher", "x", "--document", "y"], USAGE, "say what is retracted"),
        (["--publisher", "Harbor Times"], SOME_FAILED, "there are Harbour Times"),
        (["--document", "gone.txt"], SOME_FAILED, "no document is called 'gone.txt'"),
    ],
)
def test_what_cannot_be_retracted_is_one_line(run: Run, arguments: list[str], code: int, told: str) -> None:
    result = run("retract", *arguments, *WHY)
    assert (result.exit_code, result.stderr.count("\n"), told in result.stderr) == (code, 1, True)


def test_the_history_of_a_claim_tells_reading_and_decisions_also_those_undone(run: Run) -> None:
    run("decide", "claim", LINK, "correct", "stance", "assesses", *WHY)
    run("undo")
    records = listed(run, "history", LINK[:8])
    assert [record["event"] for record in records] == ["claim", "decision", "decision"]
    assert records[0]["who"] == "reader sample 1, engine hand 1"
    assert [record["state"] for record in records[1:]] == ["withdrawn", "in-force"]
    told = run("history", LINK[:8])
    assert f"3 events of claim {LINK}" in told.stderr
    assert "no longer counts" in " ".join(told.stdout.split())


def test_the_history_of_a_document_and_of_a_decision(run: Run) -> None:
    run("decide", "claim", LINK, "reject", *WHY)
    run("retract", "--document", "report.txt", *WHY)
    records = listed(run, "history", "report.txt")
    assert [record["event"] for record in records] == ["input", "reading", "decision", "decision"]
    first = listed(run, "decisions")[0]["id"]
    run("undo", first)
    made, taken_back = listed(run, "history", first)
    assert (made["id"], taken_back["told"].startswith(f"{first[:8]} no longer counts")) == (first, True)


def test_a_history_of_nothing_is_one_line(run: Run) -> None:
    result = run("history", "ffffffff")
    assert (result.exit_code, "no claim, document or decision" in result.stderr) == (SOME_FAILED, True)


def test_what_the_ledger_knew_before_a_decision_can_be_seen(run: Run) -> None:
    run("decide", "claim", LINK, "reject", *WHY)
    at = listed(run, "decisions")[0]["at"]
    run("retract", "--document", "report.txt", *WHY)
    assert ids(run) == []
    assert ids(run, "--as-of", at) == [ACCUSATION, DENIAL]
    assert ids(run, "--as-of", "2024-04-01") == [ACCUSATION, LINK, DENIAL]
    assert ids(run, "--as-of", "2020-01-01") == []
    assert len(listed(run, "decisions", "--as-of", at)) == 1
    result = run("show", LINK, "--as-of", "2020-01-01")
    assert (result.exit_code, "no claim has an id" in result.stderr) == (SOME_FAILED, True)
    assert "as of 2024-04-01T23:59:59.999999+00:00" in run("documents", "--as-of", "2024-04-01").stderr
    wrong = run("claims", "--as-of", "yesterday")
    assert (wrong.exit_code, "is no date or time" in wrong.stderr) == (USAGE, True)


def test_one_document_of_a_retracted_publisher_is_kept(run: Run) -> None:
    run("retract", "--publisher", "Harbour Times", *WHY)
    run("decide", "document", "report.txt", *WHY)
    assert ids(run) == [ACCUSATION, LINK, DENIAL]
    run("undo")
    assert ids(run) == []
