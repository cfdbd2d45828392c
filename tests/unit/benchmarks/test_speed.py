"""Speed, measured on whole processes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from alleged.errors import AllegedError
from benchmarks.speed import main, run_alone

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.alone

STORY = "The ministry of Ruritania said that hackers had stolen the mail of its embassy.\n"
BURN = "import time\nwhile time.process_time() < 0.3: pass\n"
HOLD = "data = bytearray({} << 20)\nprint('held')\n"


def test_a_process_is_measured_as_a_whole() -> None:
    burnt = run_alone(["-c", BURN])
    assert burnt.cpu_seconds >= 0.3
    assert burnt.wall_seconds >= 0.3
    more = int(burnt.peak_mb) + 50
    held = run_alone(["-c", HOLD.format(more)])
    assert held.printed == "held\n"
    assert more < held.peak_mb < more + 50
    assert run_alone(["-c", "pass"]).cpu_seconds < burnt.cpu_seconds


def test_libraries_are_told_to_use_one_thread() -> None:
    assert run_alone(["-c", "import os; print(os.environ['OMP_NUM_THREADS'])"]).printed == "1\n"


def test_a_process_that_fails_is_an_error() -> None:
    with pytest.raises(AllegedError, match="ended with 3"):
        run_alone(["-c", "raise SystemExit(3)"])


def test_a_folder_gives_its_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(STORY * 40)
    (tmp_path / "b.txt").write_bytes(b"\x7fELF\x00\x01\x02\x00")
    assert main(["--texts", str(tmp_path), "--extractor", "lexicon", "--json"]) == 1  # b was not read
    got = json.loads(capsys.readouterr().out)
    assert (got["documents"], got["unread"], got["words"]) == (1, 1, 40 * len(STORY.split()))
    assert got["claims"] >= 1
    assert got["threads"] == "OMP_NUM_THREADS=1"
    assert got["words_per_cpu_second"] == pytest.approx(got["words"] / got["cpu_seconds"])
    assert got["start_cpu_seconds"] > 0
    assert got["start_wall_seconds"] > 0
    assert got["peak_mb"] > 10
    assert 0 < sum(got["stages"].values()) < got["cpu_seconds"]


def test_people_get_a_line_a_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert main(["--texts", str(tmp_path), "--extractor", "lexicon"]) == 0
    printed = capsys.readouterr().out
    assert "words_per_cpu_second" in printed
    assert "OMP_NUM_THREADS=1" in printed
    assert [line.split()[1] for line in printed.splitlines() if line.startswith("stage ")] == [
        *("open", "read", "extract", "link"),
    ]


@pytest.mark.parametrize(
    ("folder", "extractor", "told"),
    [
        (
            "empty",
            "lexicon",
            "speed: {}/empty: there is no file in this folder; name one that holds documents",
        ),
        ("nowhere", "lexicon", "speed: {}/nowhere: there is no file in this folder; name one"),
        ("empty", "guess", "speed: no extractors named 'guess'; known: lexicon"),
    ],
)
def test_what_cannot_be_measured_is_one_line(
    folder: str, extractor: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["--texts", str(tmp_path / folder), "--extractor", extractor]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith(told.format(tmp_path))
    assert printed.count("\n") == 1
