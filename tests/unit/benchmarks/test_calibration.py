"""Confidence compared with how often claims are right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from alleged.extract import EXTRACTORS
from benchmarks.calibration import Judged, judged_claims, main, measure

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Riga said that Russian hackers stole the mail of its embassy in Oslo.\n"
GOLD: dict[str, Any] = {
    "id": "c1",
    "quote": "Riga said that Russian hackers stole the mail of its embassy in Oslo",
    "content": "Russian hackers stole the mail of its embassy in Oslo",
    "speaker": "Riga",
    "speaker_name": "Latvia",
    "speaker_role": "government",
    "stance": "asserts",
    "kind": "operation",
    "act": "data-theft",
    "actor": [],
    "target": [],
    "when": None,
    "responds_to": [],
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    texts.mkdir()
    gold.mkdir()
    (texts / "a.txt").write_text(TEXT)
    (gold / "a.jsonl").write_text(json.dumps(GOLD) + "\n")
    return texts, gold


def test_the_error_is_the_mean_distance_over_the_bins() -> None:
    judged = [Judged(0.95, True), Judged(0.95, False), Judged(0.25, False), Judged(0.25, True)]
    figures = measure(judged)
    assert figures["claims"] == 4
    assert figures["expected_calibration_error"] == pytest.approx((0.45 + 0.25) / 2)


def test_a_perfect_confidence_has_no_error() -> None:
    judged = [Judged(1.0, True)] * 3 + [Judged(0.0, False)] * 2
    assert measure(judged)["expected_calibration_error"] == 0


def test_a_claim_is_right_if_speaker_stance_and_kind_are(folders: tuple[Path, Path]) -> None:
    judged = judged_claims(EXTRACTORS.get("neural")(), *folders)
    assert [one.right for one in judged] == [True]
    assert 0 < judged[0].confidence < 1


def test_an_engine_without_confidence_is_told(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    texts, gold = folders
    assert main(["--texts", str(texts), "--gold", str(gold), "--extractor", "lexicon"]) == 2
    assert "gives no confidence" in capsys.readouterr().err


def test_the_figures_can_be_had_as_json(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    texts, gold = folders
    assert main(["--texts", str(texts), "--gold", str(gold), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["right"] == 1
