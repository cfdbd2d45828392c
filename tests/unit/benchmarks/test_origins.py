"""The benchmark of origins, over a few documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.origins import main
from tests.strategies.accounts import story

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_documents_origins_and_seconds_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, sentences in {"a": story(1), "b": story(1)[:20], "c": story(2)}.items():
        (tmp_path / f"{name}.txt").write_text(" ".join(sentences), "utf-8")
    assert main(["--texts", str(tmp_path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["documents"], figures["origins"], figures["groups"]) == (3, 2, 1)
    assert (figures["near-copy"], figures["floods"]) == (1, 0)
    assert figures["seconds"] > 0


def test_reasons_are_printed_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, sentences in {"a": story(1), "b": story(1)[:20]}.items():
        (tmp_path / f"{name}.txt").write_text(" ".join(sentences), "utf-8")
    main(["--texts", str(tmp_path), "--reasons"])
    assert "near copy: " in capsys.readouterr().out
