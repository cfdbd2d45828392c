from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from tests.strategies.accounts import paraphrase
from tests.strategies.read_ledgers import feed, report, reprint_of
from tests.unit.flow.documents import STORY, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


def test_every_input_has_its_status_and_reason(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    write(tmp_path, "empty.txt", b"")
    run("read", "story.txt", "empty.txt", "gone.txt", "story.txt")
    result = run("documents")
    told = result.stdout
    for status, source, reason in (
        ("ok", "story.txt", "read"),
        ("refused", "empty.txt", "empty: "),
        ("failed", "gone.txt", "missing: there is no such file"),
        ("unchanged", "story.txt", "same-bytes"),
    ):
        assert any(
            line.startswith(status) and source in line and reason in line for line in told.splitlines()
        ), told
    assert result.stderr == "4 inputs · 1 document\n"


def test_records_hold_what_was_given(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    run("read", "story.txt", "--publisher", "Harbour Times")
    (row,) = json.loads(run("documents", "-f", "json").stdout)
    assert set(row) == {
        "source", "status", "reason", "stage", "at", "detail", "document", "text", "claims", "given",
        "origins", "adds_origin", "depends_on", "suspected_flood",
        "newer_version", "marking",
    }  # fmt: skip
    assert row["given"]["publisher"] == "Harbour Times"
    assert row["stage"] == "append"
    assert (row["origins"], row["adds_origin"]) == ([row["document"]], True)
    assert (row["depends_on"], row["suspected_flood"]) == ([], False)


def test_a_copy_says_what_it_goes_back_to(run: Run, tmp_path: Path) -> None:
    for account, name in ((report(2), "first"), (reprint_of(report(2), 1), "copy"), (report(8), "other")):
        write(tmp_path, f"{name}.txt", account.clean)
        dates = ["--published", account.published or "", "--publisher", account.publisher or ""]
        run("read", f"{name}.txt", *dates, "--title", account.title or "", "--extractor", "lexicon")
    first, copy, other = json.loads(run("documents", "-f", "json").stdout)
    assert copy["origins"] == first["origins"] == [first["document"]]
    assert [row["adds_origin"] for row in (first, copy, other)] == [True, False, True]
    (dependence,) = copy["depends_on"]
    assert dependence["document"] == first["document"]
    assert (dependence["evidence"], dependence["whole"]) == ("near-copy", True)
    result = run("documents", env={"COLUMNS": "200"})
    assert f"goes back to {first['document'][:8]}: near copy: " in result.stdout
    assert result.stdout.count("1 other document goes back to it") == 1
    counted = "3 documents, 2 origins; independence not established"
    assert result.stderr == f"3 inputs · {counted}\n"
    assert run("claims").stderr.rstrip().endswith(f" · {counted}")


def test_of_what_was_not_read_no_origin_is_known(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "empty.txt", b"")
    run("read", "empty.txt")
    (row,) = json.loads(run("documents", "-f", "json").stdout)
    assert (row["origins"], row["adds_origin"], row["suspected_flood"]) == ([], None, None)
    assert run("documents").stderr == "1 input · 0 documents\n"


def test_a_flood_is_told_in_words(run: Run, tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        feed(ledger, tmp_path, [report(2), *(paraphrase(number, outlets=8) for number in range(40))])
    result = run("documents")
    assert "suspected of a flood" in result.stdout
    assert "suspected flood: " in result.stderr
    assert "unknown publishers within 3 days say nearly the same" in result.stderr
    assert "documents, 1 origin, " in result.stderr.splitlines()[0]
