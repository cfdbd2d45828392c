from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from alleged.flow import ingest
from tests.strategies.read_ledgers import report, reprint_of
from tests.unit.flow.documents import GERMAN, STORY, write

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.flow.sources import Source
    from alleged.model.document import Input
    from tests.unit.cli.conftest import Run


def test_one_line_an_input_a_summary_and_what_next(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    result = run("read", "story.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    told, summary, following = result.stderr.splitlines()
    count = len(run("claims", "-f", "jsonl").stdout.splitlines())
    assert told == f"ok         story.txt: {count} claims"
    assert summary == f"1 document · {count} claims · 1 denial"
    assert following.startswith("next: alleged claims | alleged ")
    assert following.endswith("alleged documents")


def test_each_bad_input_is_one_line_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "empty.txt", b"")
    write(tmp_path, "junk.bin", b"\x7fELF" + bytes(range(256)) * 40)
    write(tmp_path, "story.txt", STORY)
    (tmp_path / "folder").mkdir()
    result = run("read", "gone.txt", "empty.txt", "junk.bin", "folder", "story.txt")
    assert result.exit_code == 3
    lines = result.stderr.splitlines()
    assert [line.split()[:2] for line in lines[:5]] == [
        ["failed", "gone.txt:"],
        ["refused", "empty.txt:"],
        ["refused", "junk.bin:"],
        ["refused", "folder:"],
        ["ok", "story.txt:"],
    ]
    assert all("; " in line for line in lines[:4])
    assert "4 of 5 inputs failed" in lines[5]
    rows = [json.loads(line) for line in run("documents", "-f", "jsonl").stdout.splitlines()]
    assert [row["reason"] for row in rows] == ["missing", "empty", "binary", "no-readable-file", "read"]


def test_reading_again_says_unchanged_and_is_no_failure(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    run("read", "story.txt")
    before = run("claims", "-f", "jsonl").stdout
    result = run("read", "story.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("unchanged  story.txt: in the ledger already: nothing was added\n")
    assert "0 documents · 0 claims · 1 unchanged" in result.stderr
    assert run("claims", "-f", "jsonl").stdout == before


def test_another_language_is_degraded_and_no_failure(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "de.txt", GERMAN)
    result = run("read", "de.txt")
    assert result.exit_code == 0
    assert "degraded   de.txt: written in German (de); the neural engine knows English" in result.stderr


def test_standard_input(run: Run) -> None:
    result = run("read", "-", input=STORY)
    assert result.exit_code == 0
    assert "ok         standard input: " in result.stderr
    (row,) = json.loads(run("documents", "-f", "json").stdout)
    assert (row["source"], row["status"]) == ("-", "ok")


def test_empty_standard_input_is_refused(run: Run) -> None:
    result = run("read", "-", input="")
    assert result.exit_code == 3
    assert "refused    standard input: " in result.stderr


def test_what_is_known_of_a_document_can_be_given(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    given = ["--published", "2024-03-25", "--publisher", "Harbour Times", "--title", "Seven charged"]
    run("read", "story.txt", *given, "--url", "https://news.example/seven")
    shown = run("claims").stdout
    assert "Seven charged · Harbour Times · 2024-03-25" in " ".join(shown.split())
    (row,) = json.loads(run("documents", "-f", "json").stdout)
    assert row["given"]["url"] == "https://news.example/seven"


@pytest.mark.parametrize("value", ["2024-13", "25.03.2024", "yesterday", "2024-02-30", "", "２０２４"])
def test_a_date_that_is_none_is_a_usage_error(run: Run, tmp_path: Path, value: str) -> None:
    write(tmp_path, "story.txt", STORY)
    result = run("read", "story.txt", "--published", value)
    assert result.exit_code == 2
    assert not (tmp_path / "alleged.db").exists()


@pytest.mark.parametrize("value", ["2024", "2024-03", "2024-03-25", "2024-03~", "2024?"])
def test_a_date_may_be_less_than_a_day(run: Run, tmp_path: Path, value: str) -> None:
    write(tmp_path, "story.txt", STORY)
    run("read", "story.txt", "--published", value)
    assert json.loads(run("claims", "--limit", "1", "-f", "json").stdout)[0]["published"] == value


@pytest.mark.parametrize("option", ["--title", "--url"])
def test_one_title_is_not_for_several_documents(run: Run, tmp_path: Path, option: str) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "b.txt", STORY + "More.\n")
    result = run("read", "a.txt", "b.txt", option, "x")
    assert result.exit_code == 2
    assert "2 inputs" in result.stderr
    assert not (tmp_path / "alleged.db").exists()


def test_folders_say_what_they_pass_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    for name in (".a", ".b", ".c", ".d", "story.txt"):
        write(tmp_path / "press", name, STORY)
    result = run("read", "press")
    passed, told, *_ = result.stderr.splitlines()
    names = "press/.a, press/.b, press/.c ..."
    assert passed == f"4 names passed over (hidden, a README, linked or no file): {names}"
    assert told.startswith("ok         press/story.txt: ")


def test_an_unknown_engine_lists_those_that_are_known(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    result = run("read", "story.txt", "--extractor", "oracle")
    assert result.exit_code == 2
    assert result.stderr == "alleged: no extractors named 'oracle'; known: lexicon, neural\n"
    assert not (tmp_path / "alleged.db").exists()


def test_strict_stops_at_the_first_failure(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "empty.txt", b"")
    write(tmp_path, "story.txt", STORY)
    result = run("read", "--strict", "empty.txt", "story.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith("alleged: empty.txt: ")
    (row,) = json.loads(run("documents", "-f", "json").stdout)
    assert row["source"] == "empty.txt"


def test_rows_for_programs_are_on_stdout(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    rows = [
        json.loads(line) for line in run("read", "story.txt", "gone.txt", "-f", "jsonl").stdout.splitlines()
    ]
    assert [(row["source"], row["status"]) for row in rows] == [("story.txt", "ok"), ("gone.txt", "failed")]
    cells = list(csv.DictReader(io.StringIO(run("read", "story.txt", "-f", "csv").stdout)))
    assert [(cell["source"], cell["status"]) for cell in cells] == [("story.txt", "unchanged")]


def test_a_hint_can_be_pasted_whatever_a_document_calls_its_actors(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    result = run("read", "story.txt", "--ledger", "my ledger.db")
    assert "alleged claims --ledger 'my ledger.db'" in result.stderr


def test_a_ledger_that_cannot_be_made_is_one_line(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    result = run("read", "story.txt", "--ledger", "no/such/folder/x.db")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "no/such/folder" in result.stderr


def test_an_interrupt_says_how_far_it_came_and_how_to_go_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, name, STORY + name)
    whole = ingest._ingest_one

    def interrupted(source: Source, *rest: Any) -> Input:
        if source.name == "b.txt":
            raise KeyboardInterrupt
        return whole(source, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(ingest, "_ingest_one", interrupted)
        result = run("read", "a.txt", "b.txt", "c.txt")
    assert result.exit_code == 130
    told = result.stderr.splitlines()[-1]
    assert told == "stopped: 1 of 3 inputs done; run the same command again to go on"
    again = run("read", "a.txt", "b.txt", "c.txt")
    assert [line.split()[0] for line in again.stderr.splitlines()[:3]] == ["unchanged", "ok", "ok"]


def test_the_last_lines_count_the_origins_of_what_was_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    for name, account in (("first", report(2)), ("copy", reprint_of(report(2), 1)), ("other", report(8))):
        (folder / f"{name}.txt").write_text(account.clean)
    told = run("read", "press", "--extractor", "lexicon").stderr.splitlines()
    counted = "3 documents, 2 origins; independence not established · "
    assert told[-2].startswith(counted)
