from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.unit.flow.documents import STORY, write
from tests.unit.model.test_wire import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


def lines_of(words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in words.splitlines()]


def test_every_line_fits_the_published_schema(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    lines = lines_of(run("extract", "story.txt", "-f", "jsonl").stdout)
    assert len(lines) >= 3
    for line in lines:
        Draft202012Validator(SCHEMA).validate(line)


@pytest.mark.parametrize(
    "words",
    [
        STORY,
        STORY.replace("\n", "\r\n"),
        "\ufeff" + STORY,
        "😀🇨🇳 e\u0301 \u00a0\n\n" + STORY,
        STORY.replace("mail servers", "mail\u00a0servers"),
    ],
)
def test_offsets_count_the_file_as_it_is(run: Run, tmp_path: Path, words: str) -> None:
    write(tmp_path, "story.txt", words)
    lines = lines_of(run("extract", "story.txt", "-f", "jsonl").stdout)
    assert len(lines) >= 3
    for line in lines:
        assert line["offsets"] == "file"
        start, end = line["content"]
        assert words[start:end] == line["content_text"]
        for span in (line["quote"], line["speaker"], line["cue"], *line["hedges"]):
            assert span is None or words[span["start"] : span["end"]] == span["text"]


def test_responses_name_claims_of_the_same_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    lines = lines_of(run("extract", "story.txt", "-f", "jsonl").stdout)
    (denial,) = [line for line in lines if line["stance"] == "denies"]
    assert denial["responds_to"]
    assert set(denial["responds_to"]) < {line["id"] for line in lines}


def test_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    run("extract", "story.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_several_files_tell_their_document_on_each_line(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "b.txt", STORY)
    lines = lines_of(run("extract", "b.txt", "a.txt", "-f", "jsonl").stdout)
    half = len(lines) // 2
    assert [line["document"] for line in lines] == ["b.txt"] * half + ["a.txt"] * half


def test_a_table_by_default(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    told = run("extract", "story.txt").stdout
    assert told.startswith("story.txt · no date · ")
    assert "denies" in told


def test_out_writes_one_file_an_input(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "b.v2.txt", "Nothing is claimed in here, and nobody says a word about it.\n")
    result = run("extract", "a.txt", "b.v2.txt", "-", "--out", "deep/claims", input=STORY)
    assert (result.exit_code, result.stdout) == (0, "")
    out = tmp_path / "deep" / "claims"
    assert sorted(path.name for path in out.iterdir()) == ["a.jsonl", "b.v2.jsonl", "stdin.jsonl"]
    assert len(lines_of((out / "a.jsonl").read_text())) >= 3
    assert (out / "b.v2.jsonl").read_text() == ""


@pytest.mark.parametrize("other", ["x/story.txt", "story.html", "STORY.txt"])
def test_two_inputs_of_one_name_are_an_error_before_anything_is_written(
    run: Run, tmp_path: Path, other: str
) -> None:
    (tmp_path / "x").mkdir()
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "story.txt", STORY)
    write(tmp_path, other, STORY)
    result = run("extract", "a.txt", "story.txt", other, "--out", "claims")
    assert result.exit_code == 2
    assert "story.txt" in result.stderr
    assert other in result.stderr
    assert not (tmp_path / "claims").exists()


def test_the_same_file_twice_is_one_name_twice(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    assert run("extract", "a.txt", "a.txt", "--out", "claims").exit_code == 2


def test_out_is_for_json_lines_only(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    assert run("extract", "a.txt", "--out", "claims", "-f", "csv").exit_code == 2
    assert run("extract", "a.txt", "--out", "claims", "-f", "jsonl").exit_code == 0


def test_a_file_that_fails_writes_nothing_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "empty.txt", b"")
    result = run("extract", "empty.txt", "a.txt", "--out", "claims")
    assert result.exit_code == 3
    assert [path.name for path in (tmp_path / "claims").iterdir()] == ["a.jsonl"]
    assert result.stderr.splitlines()[0].startswith("refused    empty.txt: ")
    assert "1 of 2 inputs failed" in result.stderr


def test_an_out_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "taken", b"")
    result = run("extract", "a.txt", "--out", "taken/below")
    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1].startswith("alleged: taken/below/a.jsonl: it cannot be written")


def test_the_same_claims_as_through_a_ledger(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.txt", STORY)
    run("read", "story.txt")
    assert lines_of(run("claims", "-f", "jsonl").stdout) == lines_of(
        run("extract", "story.txt", "-f", "jsonl").stdout
    )
