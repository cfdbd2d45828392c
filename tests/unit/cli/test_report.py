from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.exports.report.making import NASTY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY, NASTY)


def test_the_ending_of_the_file_says_what_is_written(run: Run, tmp_path: Path) -> None:
    for name, begin in (("a.html", "<!doctype html>"), ("a.md", "# China")):
        result = run("report", "China", "-o", name)
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"to {name}" in result.stderr
        told = (tmp_path / name).read_text("utf-8")
        assert told.lstrip().startswith(begin)
        assert REGISTER in told


def test_markdown_goes_to_standard_output(run: Run) -> None:
    result = run("report", "China")
    assert result.exit_code == 0
    assert result.stdout.startswith("# China\n")


def test_private_persons_are_hidden_unless_asked_for(run: Run) -> None:
    hidden = run("report", "Orla Venn")
    assert "Orla" not in hidden.stdout
    assert "masked: 1 name" in hidden.stderr
    shown = run("report", "Orla Venn", "--unmask")
    assert shown.stdout.startswith("# Orla Venn\n")
    assert "masked" not in shown.stderr


def test_as_of_a_time_before_anything_was_read_there_is_nothing(run: Run) -> None:
    result = run("report", "China", "--as-of", "2001-01-01")
    assert result.exit_code == 3
    assert "no claim of this ledger is about 'China'" in result.stderr


def test_a_file_of_unknown_kind_is_called_wrongly(run: Run) -> None:
    result = run("report", "China", "-o", "a.docx")
    assert result.exit_code == 2
    assert "end it in one of .html, .md, .pdf" in " ".join(result.stderr.split())


def test_a_file_that_cannot_be_written_is_told(run: Run) -> None:
    result = run("report", "China", "-o", "nowhere/a.md")
    assert result.exit_code == 3
    assert "nowhere/a.md cannot be written" in result.stderr
