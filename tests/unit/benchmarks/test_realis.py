"""The measurement of realis from the data file to what is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from alleged.model.document import Extent
from alleged.registry import Registry
from benchmarks import realis
from benchmarks.realis import Article, main, measure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "They robbed the bank and tried to steal mail; thefts of mail happen, and ships are boarded at night."


@pytest.fixture(autouse=True)
def _engines(monkeypatch: pytest.MonkeyPatch) -> None:
    own = {
        "lexicon": "alleged.extract.engine:LexiconExtractor",
        "stand-in": "tests.unit.benchmarks.engines:StandIn",
        "astray": "tests.unit.benchmarks.engines:Astray",
    }
    monkeypatch.setattr(realis, "EXTRACTORS", Registry("extractors", own))


def event(words: str, told: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"realis": told, "nugget": [start, start + len(words)], "type": "Attack"}


def row(*events: dict[str, Any]) -> dict[str, Any]:
    return {"doc_id": "bank", "text": TEXT, "events": list(events)}


ROBBED = event("robbed", "Actual")
STEAL = event("steal mail", "Other")
THEFTS = event("thefts", "Generic")
BOARDED = event("boarded", "Generic")


def run(data: Path, *more: str) -> int:
    return main(["--data", str(data), "--extractor", "stand-in", *more])


def test_answers_are_scored(write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_data(row(ROBBED, STEAL, THEFTS), row(BOARDED), row()), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "documents": 3,
        "events": 4,
        "accuracy": 50.0,
        "majority_share": 50.0,
        "accuracy_actual": 100.0,
        "accuracy_other": 100.0,
        "accuracy_generic": 0.0,
    }


def test_people_get_a_line_a_figure(
    write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write_data(row(ROBBED, STEAL, BOARDED))) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["accuracy", "66.7"] in lines
    assert ["events", "3"] in lines


def test_the_engine_gets_the_text_and_the_nuggets_alone() -> None:
    seen: list[tuple[object, ...]] = []

    class Watched:
        def find_realis(self, *given: object) -> tuple[str, ...]:
            seen.append(given)
            return ("actual",)

    got = measure([Article(TEXT, (Extent(5, 11),), ("actual",))], Watched())
    assert seen == [(TEXT, (Extent(5, 11),))]
    assert got["accuracy"] == 100.0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"doc_id": "a", "events": []}, ':1: there is no "text"; give a string'),
        ({"text": TEXT, "events": []}, ':1: there is no "doc_id"; give a string'),
        ({"doc_id": "a", "text": TEXT}, ':1: there is no "events"; give a list of objects'),
        (row({"realis": "Actual"}), ':1: "nugget" None is no place in the text; give [start, end]'),
        (row({"nugget": [0, 4]}), ':1: there is no "realis"; give a string'),
        (row(event("mail", "Maybe")), ':1: "realis" is not one of actual, other, generic; give one of'),
    ],
)
def test_a_line_that_cannot_be_used_is_one_line_on_standard_error(
    line: dict[str, Any], told: str, write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_data(line)
    assert run(data) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"realis: {data}{told}")
    assert (printed.err.count("\n"), printed.out) == (1, "")


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "missing.jsonl") == 2
    told = f"realis: {tmp_path}/missing.jsonl: there is no such file; check the path\n"
    assert capsys.readouterr().err == told


def test_a_file_that_is_no_json_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("Not data.\n")
    assert run(tmp_path / "notes.txt") == 2
    assert f"{tmp_path}/notes.txt:1: it is not JSON; give one JSON object a line" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "lexicon",
            "the engine 'lexicon' does not find the realis of events; choose one that does with --extractor",
        ),
        ("astray", "the engine gave 2 answers for 1 events"),
        ("guess", "no extractors named 'guess'; known: astray, lexicon, stand-in"),
    ],
)
def test_an_engine_that_cannot_be_measured_says_why(
    name: str, told: str, write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(write_data(row(ROBBED))), "--extractor", name]) == 2
    assert capsys.readouterr().err == f"realis: {told}\n"
