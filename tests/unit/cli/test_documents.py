from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
    assert result.stderr == "4 inputs\n"


def test_records_hold_what_was_given(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    run("read", "story.txt", "--publisher", "Harbour Times")
    (row,) = json.loads(run("documents", "-f", "json").stdout)
    assert set(row) == {
        "source", "status", "reason", "stage", "at", "detail", "document", "text", "claims", "given",
    }  # fmt: skip
    assert row["given"]["publisher"] == "Harbour Times"
    assert row["stage"] == "append"
