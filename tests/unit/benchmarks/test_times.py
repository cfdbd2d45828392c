"""The measurement of times from annotated articles to what is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.times import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Hackers strike the bank again

The Daily Paper

March 26, 2024

Hackers hit the bank last year. They took plans in May. The police say that it was a crime.
"""


def row(content: str, when: str | None, act: str = "intrusion") -> dict[str, Any]:
    return {
        "quote": content,
        "content": content,
        "when": when,
        "act": act,
        "stance": "asserts",
        "speaker": None,
        "speaker_role": "media",
    }


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    """The options for one article with four annotated claims."""
    rows = [
        row("Hackers hit the bank last year", "2023"),
        row("They took plans in May", "2023-04"),
        row("it was a crime", None),
        row("The police say", "2024-03-26", "investigate"),
    ]
    for name in ("texts", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "texts/bank.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold/bank.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return ["--texts", str(tmp_path / "texts"), "--gold", str(tmp_path / "gold")]


def test_times_are_scored(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "claims": 4,
        "dated": 3,
        "told": 2,
        "right": 1,
        "when_accuracy": pytest.approx(1 / 3),
        "found": pytest.approx(1 / 3),
        "true": 0.5,
    }


def test_people_get_a_line_a_figure_and_what_is_wrong(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--wrong"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "bank | 2023-04 | 2023-05 (May) | intrusion | They took plans in May"
    assert ["true", "0.500"] in [line.split() for line in lines]


def test_a_folder_without_annotations_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--texts", str(tmp_path), "--gold", str(tmp_path)])
    assert "there is no *.txt in" in capsys.readouterr().err
