"""The stages of reading, timed one by one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from alleged.extract.engine import LexiconExtractor
from alleged.flow.sources import find_sources
from benchmarks.stages import Clock, main, measure
from tests.unit.benchmarks.engines import StandIn

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.model.claim import Claim
    from alleged.model.document import Text

pytestmark = pytest.mark.alone

STORY = (
    "The ministry of Ruritania said on Monday that hackers had stolen the mail of its embassy.\n\n"
    "The embassy denied that any mail was stolen.\n"
)
BUSY = 0.05


class Slow(LexiconExtractor):
    def extract(self, text: Text) -> tuple[Claim, ...]:
        until = time.process_time() + BUSY
        while time.process_time() < until:
            pass
        return super().extract(text)


def test_every_document_is_read_and_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    work = measure(find_sources([str(tmp_path)]).sources, LexiconExtractor())
    assert (work.documents, work.unread, work.words) == (2, 0, 2 * len(STORY.split()))
    assert work.claims >= 4
    assert list(work.stages) == ["open", "read", "extract", "link"]
    assert all(seconds >= 0 for seconds in work.stages.values())


def test_the_time_of_the_engine_is_told_from_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    stages = measure(find_sources([str(tmp_path)]).sources, Slow()).stages
    assert stages["extract"] >= BUSY
    assert stages["open"] < BUSY


def test_an_engine_that_times_itself_adds_its_stages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    stages = measure(find_sources([str(tmp_path)]).sources, StandIn()).stages
    assert stages["extract.guess"] == 0.25


def test_one_that_cannot_be_read_is_counted_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"\x7fELF\x00\x01\x02\x00")
    work = measure(find_sources([str(tmp_path)]).sources, LexiconExtractor())
    assert (work.documents, work.unread) == (1, 1)
    assert capsys.readouterr().err.startswith(f"{tmp_path}/b.txt: ")


def test_an_unknown_engine_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "guess"]) == 2
    assert capsys.readouterr().err.startswith("speed: no extractors named 'guess'; known: lexicon")


def test_a_stage_that_fails_is_timed_too() -> None:
    clock = Clock()
    with pytest.raises(ValueError, match="no"), clock.time("read"):
        _fail()
    with clock.time("read"):
        pass
    assert clock.seconds["read"] >= 0


def _fail() -> None:
    raise ValueError("no")
