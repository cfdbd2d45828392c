from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import InputError
from alleged.knowledge.store import make_knowledge
from benchmarks.lines import read_lines
from benchmarks.links import answer, main, read_document, sum_up
from tests.unit.resolve.lists import own_lists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The Amber Heron gang left Reedbed and Sedge, and Coast Fox came."


def link(words: str, type_: str, address: str | None) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"span": [start, start + len(words)], "type": type_, "link": address}


LINKS = [
    link("Amber Heron", "GROUP", "https://attack.mitre.org/groups/G9001"),
    link("Reedbed", "MALWARE", "https://attack.mitre.org/software/S9001"),
    link("Sedge", "MALWARE", "https://attack.mitre.org/software/S9009/"),
    link("Coast Fox", "GROUP", "https://example.org/fox"),
    link("gang", "CON", None),
    {"span": None, "type": "GROUP", "link": "https://attack.mitre.org/groups/G9001"},
]


def test_links_are_counted_by_what_they_point_to(write_data: Callable[..., Path]) -> None:
    (line,) = read_lines(write_data({"text": TEXT, "links": LINKS}))
    with closing(make_knowledge(own_lists())) as known:
        figures = sum_up(answer(read_document(line), known), known)
    assert figures == {
        "group_links": 1,
        "group_right": 1,
        "group_accuracy": 1.0,
        "malware_links": 2,
        "malware_right": 1,
        "malware_accuracy": 0.5,
        "tool_links": 0,
        "tool_right": 0,
        "tool_accuracy": 0.0,
        "unlisted": 1,
        "outside": 1,
        "outside_attack": 0,
        "outside_other": 0,
    }


def test_a_place_outside_the_text_is_refused(write_data: Callable[..., Path]) -> None:
    (line,) = read_lines(write_data({"text": "Short.", "links": [LINKS[0]]}))
    with pytest.raises(InputError, match='"span"'):
        read_document(line)


def test_it_prints_one_object_over_the_lists_that_are_loaded(
    write_data: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ALLEGED_KNOWLEDGE", str(tmp_path / "knowledge"))
    data = write_data({"text": TEXT, "links": LINKS})
    assert main(["--data", str(data), "--json", "--timing"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["documents"] == 1
    assert figures["unlisted"] == 3
    assert figures["ms_per_1000_words"] > 0


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none.jsonl")]) == 2
    assert "there is no such file" in capsys.readouterr().err
