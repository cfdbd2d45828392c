"""The measurement of attributions from the data file to what is printed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from alleged.model.document import Extent
from alleged.registry import Registry
from benchmarks import attributions
from benchmarks.attributions import Article, find_triples, main, measure
from benchmarks.spans import Triple
from tests.unit.benchmarks.engines import Attribution, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Bell said that the mail was stolen. Otto denied the theft. Locals heard of it on Monday."
MAIL, THEFT = "the mail was stolen", "the theft"


@pytest.fixture(autouse=True)
def _engines(monkeypatch: pytest.MonkeyPatch) -> None:
    own = {
        "lexicon": "alleged.extract.engine:LexiconExtractor",
        "stand-in": "tests.unit.benchmarks.engines:StandIn",
        "astray": "tests.unit.benchmarks.engines:Astray",
    }
    monkeypatch.setattr(attributions, "EXTRACTORS", Registry("extractors", own))


def at(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]] if words else []


def row(*told: tuple[str, str, str], doc_id: str = "harbour") -> dict[str, Any]:
    found = [{"source": at(source), "cue": at(cue), "content": at(content)} for source, cue, content in told]
    return {"doc_id": doc_id, "text": TEXT, "attributions": found}


def run(data: Path, *more: str) -> int:
    return main(["--data", str(data), "--extractor", "stand-in", *more])


def test_what_is_found_is_scored(write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    data = write_data(row(("Bell", "said", MAIL), ("Locals", "heard", "it")), row(("Otto", "denied", THEFT)))
    assert run(data, "--json") == 0
    got = json.loads(capsys.readouterr().out)
    assert list(got) == [
        *("documents", "gold", "predicted", "triple_overlap", "triple_exact", "unquoted_recall"),
        *("source_exact", "cue_exact", "content_exact"),
    ]
    assert (got["documents"], got["gold"], got["predicted"]) == (2, 3, 4)
    assert got["triple_exact"] == pytest.approx(100 * 2 * 2 / 7)
    assert got["unquoted_recall"] == pytest.approx(100 * 2 / 3)


def test_people_get_a_line_a_figure(
    write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write_data(row(("Bell", "said", MAIL), ("Otto", "denied", THEFT)))) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["predicted", "2"] in lines
    assert ["triple_overlap", "100.0"] in lines


def test_what_is_found_is_kept_in_the_format_of_the_annotation(
    write_data: Callable[..., Path], tmp_path: Path
) -> None:
    out = tmp_path / "found.jsonl"
    assert run(write_data(row(), row(doc_id="second")), "--out", str(out)) == 0
    first, second = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    wanted = row(("Bell", "said", MAIL), ("Otto", "denied", THEFT))
    assert first == {"doc_id": "harbour", "attributions": wanted["attributions"]}
    assert second["doc_id"] == "second"


def test_an_engine_may_find_no_source() -> None:
    class Sourceless(StandIn):
        def find_attributions(self, text: str) -> tuple[Attribution, ...]:
            return tuple(replace(one, sources=()) for one in super().find_attributions(text)[:1])

    assert find_triples(TEXT, Sourceless()) == [Triple((), (Extent(5, 9),), (Extent(15, 34),))]


def test_the_engine_gets_the_text_alone() -> None:
    seen: list[tuple[object, ...]] = []

    class Watched:
        def find_attributions(self, *given: object) -> tuple[Attribution, ...]:
            seen.append(given)
            return ()

    measure([Article("harbour", TEXT, (Triple(cue=(Extent(5, 9),)),))], Watched())
    assert seen == [(TEXT,)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"doc_id": "a", "attributions": []}, ':1: there is no "text"; give a string'),
        ({"text": TEXT, "attributions": []}, ':1: there is no "doc_id"; give a string'),
        ({"doc_id": "a", "text": TEXT}, ':1: there is no "attributions"; give a list of objects'),
        (
            {"doc_id": "a", "text": "Otto left.", "attributions": [{"cue": [[5, 99]]}]},
            ':1: "cue" [5, 99] is no place in the text; give [start, end] in code points of the 10',
        ),
    ],
)
def test_a_line_that_cannot_be_used_is_one_line_on_standard_error(
    line: dict[str, Any], told: str, write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_data(line)
    assert run(data) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"attributions: {data}{told}")
    assert (printed.err.count("\n"), printed.out) == (1, "")


def test_a_bad_line_costs_no_run(write_data: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "found.jsonl"
    assert run(write_data(row(), {"doc_id": "a"}), "--out", str(out)) == 2
    assert not out.exists()


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "missing.jsonl") == 2
    told = f"attributions: {tmp_path}/missing.jsonl: there is no such file; check the path\n"
    assert capsys.readouterr().err == told


def test_a_place_to_keep_it_that_cannot_be_written_is_named(
    write_data: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write_data(row()), "--out", str(tmp_path / "nowhere" / "found.jsonl")) == 2
    told = capsys.readouterr().err
    assert "nowhere/found.jsonl: it cannot be written (No such file or directory); name a file" in told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("lexicon", "the engine 'lexicon' does not find attributions; choose one that does with --extractor"),
        ("astray", "no words at 88-93 in a text of 88 characters"),
        ("guess", "no extractors named 'guess'; known: astray, lexicon, stand-in"),
    ],
)
def test_an_engine_that_cannot_be_measured_says_why(
    name: str, told: str, write_data: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(write_data(row())), "--extractor", name]) == 2
    assert capsys.readouterr().err == f"attributions: {told}\n"
